using Cradle.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Web.Pages.Design;

[AllowAnonymous]
public sealed class QuestionModel : PageModel
{
    [BindProperty]
    public string? Order { get; set; }

    public IActionResult OnPost()
    {
        if (Order is not null)
            return RedirectToPage("/Design/CheckAnswers");
        ModelState.AddModelError(nameof(Order), Wording.Say("请选一项，拿不准可以先跳过", "Choose one; if unsure, skip it"));
        return Page();
    }
}
