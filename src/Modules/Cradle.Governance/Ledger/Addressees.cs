using Cradle.Governance.Access;
using Cradle.Platform.Access;
using Cradle.Platform.Accounts;
using Cradle.Platform.Data;
using Cradle.Platform.Notifications;
using Cradle.Platform.Web;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Governance.Ledger;

/// <summary>Puts word into the inboxes of those who have to act, with the next save.</summary>
public sealed class Addressees(PlatformDbContext database, Notifier notifier, PermissionCatalogue catalogue)
{
    /// <summary>The officers of some units of a place; its office where none of them has an officer of its own.</summary>
    public async Task TellUnitsAsync(DivisionCode division, IReadOnlyCollection<string> units, Words says, string href, Guid about, CancellationToken cancellationToken = default)
    {
        var held = await HoldersAsync(GovernancePermissions.Report, division, cancellationToken);
        var own = held.Where(grant => grant.Division == division && grant.Unit is { } unit && units.Contains(unit)).ToList();
        await GiveAsync(own.Count > 0 ? own : Nearest(held), says, href, about, cancellationToken);
    }

    /// <summary>Those who stand nearest to a place with a permission there.</summary>
    public async Task TellAsync(DivisionCode division, string permission, Words says, string href, Guid about, CancellationToken cancellationToken = default) =>
        await GiveAsync(Nearest(await HoldersAsync(permission, division, cancellationToken)), says, href, about, cancellationToken);

    private static IReadOnlyList<RoleGrant> Nearest(IReadOnlyList<RoleGrant> held)
    {
        var office = held.Where(grant => grant.Unit is null).ToList();
        return office.Count == 0 ? [] : [.. office.GroupBy(grant => grant.Division.Level).MaxBy(group => group.Key)!];
    }

    private static string Cut(string text) => text.Length <= Notice.TextLength ? text : text[..(Notice.TextLength - 1)] + "…";

    private async Task<IReadOnlyList<RoleGrant>> HoldersAsync(string permission, DivisionCode division, CancellationToken cancellationToken)
    {
        var roles = catalogue[permission].Roles;
        var active = await database.Grants.AsNoTracking().Where(grant => grant.State == GrantState.Active && roles.Contains(grant.Role)).ToListAsync(cancellationToken);
        return [.. active.Where(grant => grant.Division.Contains(division))];
    }

    private async Task GiveAsync(IEnumerable<RoleGrant> held, Words says, string href, Guid about, CancellationToken cancellationToken)
    {
        foreach (var account in held.Select(grant => grant.AccountId).Distinct())
        {
            await notifier.GiveAsync(account, NoticeTopic.Deadline, Cut(says.Zh), Cut(says.En), href, about, cancellationToken);
        }
    }
}
