using Cradle.Platform.Accounts;
using Cradle.Platform.Web.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Cradle.Platform.Web.Pages.Register;

/// <summary>The first step of registering: a code is sent to a phone, or the phone is told why not. The page says the same.</summary>
[AllowAnonymous]
[EnableRateLimiting(SignInLimits.Policy)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(PhoneRegistration registration) : PageModel
{
    [BindProperty]
    public string? Phone { get; set; }

    public void OnGet()
    {
        // only shown
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var (proof, error) = await registration.AskAsync(Phone, cancellationToken);
        if (error is null)
            return RedirectToPage("/Register/Code", new { proof });
        ModelState.AddModelError(nameof(Phone), RegistrationWords.Of(error));
        return Page();
    }
}
