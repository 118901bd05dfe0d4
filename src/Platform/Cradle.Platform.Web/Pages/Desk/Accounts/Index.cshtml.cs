using Cradle.Platform.Access;
using Cradle.Platform.Accounts;
using Cradle.Platform.Data;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Platform.Web.Pages.Desk.Accounts;

/// <summary>The accounts with a role in the administrator's divisions, and those without any; grants that wait stand first.</summary>
[RequirePermission(PlatformPermissions.Accounts)]
public sealed class IndexModel(PlatformDbContext database, SignedIn signedIn, HeldRoleText roleText) : PageModel
{
    private const int Most = 50;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public IReadOnlyList<AccountLine> Lines { get; private set; } = [];

    public IReadOnlyList<(Account Account, RoleGrant Grant)> Waiting { get; private set; } = [];

    public string TextOf(RoleGrant grant) => roleText.Of(grant.Held);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var mine = database.Grants.AsNoTracking().Within(signedIn.Authority.RolesGiving(PlatformPermissions.Accounts));
        var waiting = await (from grant in mine where grant.State == GrantState.Proposed join account in database.Accounts on grant.AccountId equals account.Id orderby grant.Id select new { account, grant }).Take(Most).ToListAsync(cancellationToken);
        Waiting = [.. waiting.Select(row => (row.account, row.grant))];

        var accounts = database.Accounts.AsNoTracking().Where(account => mine.Any(grant => grant.AccountId == account.Id) || !database.Grants.Any(grant => grant.AccountId == account.Id));
        if (Q?.Trim() is { Length: > 0 } words)
            accounts = accounts.Where(account => account.NormalizedUserName!.Contains(words.ToUpperInvariant()) || account.DisplayName.Contains(words));
        var found = await accounts.OrderBy(account => account.UserName).Take(Most).ToListAsync(cancellationToken);
        var ids = found.Select(account => account.Id).ToList();
        var roles = (await mine.Where(grant => ids.Contains(grant.AccountId) && grant.State == GrantState.Active).ToListAsync(cancellationToken)).ToLookup(grant => grant.AccountId, TextOf);
        Lines = [.. found.Select(account => new AccountLine(account.Id, account.UserName!, account.DisplayName, [.. roles[account.Id]]))];
    }

    public sealed record AccountLine(Guid Id, string UserName, string DisplayName, IReadOnlyList<string> Roles);
}
