using Cradle.Platform.Access;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Cradle.Platform.Web.Shell;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Platform.Web.Pages.Desk;

/// <summary>Where somebody lands after signing in: the roles held, the doors they open, and what still keeps a role shut.</summary>
[RequirePermission(PlatformPermissions.OwnAccount)]
public sealed class IndexModel(SignedIn signedIn, HeldRoleText roleText, IEnumerable<NavigationEntry> navigation) : PageModel
{
    public IReadOnlyList<string> Roles { get; } = [.. signedIn.Authority.Roles.Select(roleText.Of)];

    /// <summary>Roles that give nothing until the page <see cref="Mends"/> has been used.</summary>
    public IReadOnlyList<string> Waiting { get; } = [.. signedIn.Account!.Waiting.Select(roleText.Of)];

    public string? Mends { get; } = AccountLinks.Mends(signedIn.Account!.Lack);

    public IReadOnlyList<NavigationEntry> Entries { get; } = [.. navigation.Where(entry => entry.IsForWholePlaces ? signedIn.Authority.RolesGiving(entry.Permission).Any(role => role.Unit is null) : signedIn.Authority.Has(entry.Permission))];
}
