using Cradle.Platform.Access;
using Cradle.Platform.Accounts;
using Cradle.Platform.Protection;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Platform.Web.Pages.OwnAccount;

[RequirePermission(PlatformPermissions.OwnAccount)]
public sealed class IndexModel(SignedIn signedIn, UserManager<Account> users, ContactService contacts, HeldRoleText roleText) : PageModel
{
    public Account Account { get; private set; } = null!;

    public int RecoveryCodes { get; private set; }

    public IReadOnlyList<string> Roles { get; } = [.. signedIn.Authority.Roles.Select(roleText.Of)];

    /// <summary>Roles that give nothing yet; the desk says why.</summary>
    public IReadOnlyList<string> Waiting { get; } = [.. signedIn.Account!.Waiting.Select(roleText.Of)];

    /// <summary>What was just done, told once.</summary>
    [TempData]
    public string? Done { get; set; }

    public Masked? Phone { get; private set; }

    public Masked? Email { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        (Phone, Email) = await contacts.ShowAsync(signedIn.Account!.Id, cancellationToken);
        Account = (await users.GetUserAsync(User))!;
        RecoveryCodes = await users.CountRecoveryCodesAsync(Account);
    }
}
