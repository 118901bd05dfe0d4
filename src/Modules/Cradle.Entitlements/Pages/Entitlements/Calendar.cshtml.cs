using System.Text;
using Cradle.Entitlements.Calculator;
using Cradle.Entitlements.Policies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Entitlements.Pages.Entitlements;

/// <summary>The dates of the result as a calendar file.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class CalendarModel(PolicyLibrary library, FamilyDrafts drafts, TimeProvider time) : PageModel
{
    public async Task<IActionResult> OnGetAsync()
    {
        if (await drafts.CurrentAsync(HttpContext) is not { } draft)
            return Redirect(drafts.Start(HttpContext));
        var calculation = Calculation.Of(draft, library);
        var own = calculation.Answer.Outcomes.Where(OutcomeGroups.IsFamilys).ToList();
        return File(Encoding.UTF8.GetBytes(CalendarFile.Write(own, calculation.Answer.AsOf, time.GetUtcNow())), "text/calendar; charset=utf-8", "cradle.ics");
    }
}
