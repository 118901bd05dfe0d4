using Cradle.Platform.Access;
using Cradle.Platform.Audit;
using Cradle.Platform.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Platform.Web.Pages.OwnAccount;

/// <summary>A person's own list of who has looked at the own data, and why.</summary>
[RequirePermission(PlatformPermissions.OwnAccount)]
public sealed class ViewsModel(SignedIn signedIn, ViewLog log) : PageModel
{
    public IReadOnlyList<(AuditEntry Entry, string? By)> Views { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Views = await log.OfAsync(signedIn.Account!.Id, cancellationToken: cancellationToken);
}
