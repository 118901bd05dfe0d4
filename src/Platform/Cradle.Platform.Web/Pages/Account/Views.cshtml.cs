using Cradle.Platform.Access;
using Cradle.Platform.Audit;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Platform.Web.Pages.OwnAccount;

/// <summary>A person's own list of who has looked at the own data, at which record, whether at the whole of it, and why.</summary>
[RequirePermission(PlatformPermissions.OwnAccount)]
public sealed class ViewsModel(SignedIn signedIn, ViewLog log, ViewWords words) : PageModel
{
    /// <summary>Looks at numbers without their mask, and at files.</summary>
    public IReadOnlyList<ViewRow> Whole { get; private set; } = [];

    /// <summary>Looks at records with their numbers masked.</summary>
    public IReadOnlyList<ViewRow> Masked { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var views = await log.OfAsync(signedIn.Account!.Id, cancellationToken: cancellationToken);
        Whole = [.. views.Where(view => view.IsWhole).Select(words.Of)];
        Masked = [.. views.Where(view => !view.IsWhole).Select(words.Of)];
    }
}
