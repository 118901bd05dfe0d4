using Cradle.Births.Work;
using Cradle.Platform.Processes;
using Cradle.Platform.Submissions;
using Cradle.Platform.Tables;
using Cradle.Platform.Web;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Api;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Cradle.Births.Pages.Births;

/// <summary>A family takes over what a worker or a hospital filed for it.</summary>
[RequirePermission(BirthsModule.Apply)]
[EnableRateLimiting(GuessLimits.Policy)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ClaimModel(WorkService work, ProcessScope process) : PageModel
{
    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public string? IdNumber { get; set; }

    public void OnGet()
    {
        // Nothing is shown before both numbers are given.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var number = PlainText.Key(Number ?? "");
        if (!ReceiptNumber.IsValid(number))
        {
            ModelState.AddModelError(nameof(Number), Wording.Say("回执编号是 17 位数字，请照回执重填", "The number of a receipt has 17 digits; copy it again"));
            return Page();
        }

        var outcome = process.Current.Actor.Kind == ActorKind.Citizen ? await work.ClaimAsync(number, IdNumber ?? "", cancellationToken) : new ClaimOutcome(null);
        if (outcome.Page is { } page)
            return Redirect(page);
        ModelState.AddModelError(nameof(IdNumber), outcome.IsLocked
            ? Wording.Say("错的次数太多，先停一停。一刻钟后再试，或者带回执去办理的窗口", "Too many failures. Try again in a quarter of an hour, or go to the counter with the receipt")
            : Wording.Say("两个号码对不上，或者已经有人认领；请问办理的窗口", "The two do not belong together, or somebody has taken it over; ask at the counter"));
        return Page();
    }
}
