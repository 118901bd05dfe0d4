using Cradle.Governance.Access;
using Cradle.Governance.Units;
using Cradle.Platform.Accounts;
using Cradle.Platform.Notifications;
using Cradle.Platform.Processes;
using Cradle.Platform.Web;
using Cradle.Primitives;

namespace Cradle.Governance.Ledger;

/// <summary>Puts word into the inboxes of those who have to act, with the next save.</summary>
public sealed class Addressees(PermissionHolders holders, Notifier notifier, UnitService units, ProcessScope process, TimeProvider time)
{
    /// <summary>The officers of some units of a place, and of those that they became; its office where none of them has an officer of its own.</summary>
    public async Task TellUnitsAsync(DivisionCode division, IReadOnlyCollection<string> owing, Words says, string href, Guid about, CancellationToken cancellationToken = default)
    {
        var directory = await units.DirectoryAsync(division, cancellationToken);
        var acting = owing.SelectMany(unit => directory.ActingFor(unit, ChinaTime.Today(time))).ToHashSet();
        await GiveAsync(await holders.OfUnitsAsync(GovernancePermissions.Report, division, acting, cancellationToken), says, href, about, cancellationToken);
    }

    /// <summary>Those who stand nearest to a place with a permission there.</summary>
    public async Task TellAsync(DivisionCode division, string permission, Words says, string href, Guid about, CancellationToken cancellationToken = default) =>
        await GiveAsync(await holders.NearestAsync(permission, division, null, cancellationToken), says, href, about, cancellationToken);

    /// <summary>Those of a place with a permission and those of the level above it, each once: for what is to be known at once.</summary>
    public async Task TellUpwardAsync(DivisionCode division, string permission, Words says, string href, Guid about, CancellationToken cancellationToken = default)
    {
        var own = await holders.NearestAsync(permission, division, null, cancellationToken);
        var above = division.Parent is { } level ? await holders.NearestAsync(permission, level, null, cancellationToken) : [];
        await GiveAsync(own.Union(above), says, href, about, cancellationToken);
    }

    private static string Cut(string text) => text.Length <= Notice.TextLength ? text : text[..(Notice.TextLength - 1)] + "…";

    private async Task GiveAsync(IEnumerable<Guid> accounts, Words says, string href, Guid about, CancellationToken cancellationToken)
    {
        // nobody is told of what he or she did
        foreach (var account in accounts.Where(account => account.ToString("N") != process.Current.Actor.Id))
        {
            await notifier.GiveAsync(account, NoticeTopic.Deadline, Cut(says.Zh), Cut(says.En), href, about, cancellationToken);
        }
    }
}
