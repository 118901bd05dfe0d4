using Cradle.Platform.Access;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Cradle.Platform.Web.Shell;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Platform.Web.Pages.Desk;

/// <summary>Where somebody lands after signing in: the roles held, and the doors they open.</summary>
[RequirePermission(PlatformPermissions.OwnAccount)]
public sealed class IndexModel(SignedIn signedIn, HeldRoleText roleText, IEnumerable<NavigationEntry> navigation) : PageModel
{
    public IReadOnlyList<string> Roles { get; } = [.. signedIn.Authority.Roles.Select(roleText.Of)];

    public IReadOnlyList<NavigationEntry> Entries { get; } = [.. navigation.Where(entry => signedIn.Authority.Has(entry.Permission))];
}
