using Cradle.Births.LegacyFees;
using Cradle.Platform.Contracts.Entitlements;
using Cradle.Platform.Web;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Api;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Cradle.Births.Pages.Births.LegacyFees;

/// <summary>The person concerned finds the own case by what the decision says; no list is shown.</summary>
[RequirePermission(BirthsModule.Apply)]
[EnableRateLimiting(GuessLimits.Policy)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(LegacyFeeService service, IFeePolicies policies) : PageModel
{
    [BindProperty]
    public string? DecisionNumber { get; set; }

    [BindProperty]
    public string? IdNumber { get; set; }

    public FeeAbolition Abolition => policies.Abolition;

    public LegacyFeeCase? One { get; private set; }

    public void OnGet()
    {
        // Nothing is shown before somebody asks.
    }

    public async Task OnPostAsync(CancellationToken cancellationToken)
    {
        var (one, isLocked) = await service.OwnAsync(DecisionNumber ?? "", IdNumber ?? "", cancellationToken);
        One = one;
        if (isLocked)
            ModelState.AddModelError(nameof(DecisionNumber), Wording.Say("错的次数太多，先停一停。一刻钟后再试，或者带身份证去卫生健康部门的窗口问", "Too many failures. Try again in a quarter of an hour, or ask at the counter of the health department with the identity card"));
        else if (one is null)
            ModelState.AddModelError(nameof(DecisionNumber), Wording.Say("没有找到：核对文号和身份证号；从来没有作出决定的，不会立案", "Not found: check both numbers; where nothing was decided no case is opened"));
    }
}
