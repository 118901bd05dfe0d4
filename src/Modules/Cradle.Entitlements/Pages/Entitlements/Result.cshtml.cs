using Cradle.Entitlements.Calculator;
using Cradle.Entitlements.Policies;
using Cradle.Platform.Web.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Entitlements.Pages.Entitlements;

/// <summary>The complete, dated, cited list.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[AllowAnonymous]
public sealed class ResultModel(PolicyLibrary library, FamilyDrafts drafts, SharedLists shares, PublicAddress address) : PageModel
{
    public ResultView View { get; private set; } = null!;

    /// <summary>The lists that this browser has shared.</summary>
    public IReadOnlyList<(string Id, SharedList List)> Shared { get; private set; } = [];

    /// <summary>What stands before the path of a link to pass on.</summary>
    public string Origin => address.Before(Request);

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostShareAsync()
    {
        if (await ShowAsync() is not PageResult)
            return Redirect(drafts.Start(HttpContext));
        await shares.AddAsync(HttpContext, SharedList.Of(View));
        return Redirect(EntitlementsLinks.Result + "#shared");
    }

    public async Task<IActionResult> OnPostForgetAsync()
    {
        await drafts.ForgetAsync(HttpContext);
        return Redirect(EntitlementsLinks.Start);
    }

    private async Task<IActionResult> ShowAsync()
    {
        if (await drafts.CurrentAsync(HttpContext) is not { } draft)
            return Redirect(drafts.Start(HttpContext));
        View = new ResultView(Calculation.Of(draft, library), library);
        Shared = await shares.OwnAsync(HttpContext);
        return Page();
    }
}
