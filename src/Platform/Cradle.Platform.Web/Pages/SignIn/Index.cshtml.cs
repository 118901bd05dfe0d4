using Cradle.Platform.Accounts;
using Cradle.Platform.Web.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Platform.Web.Pages.SignIn;

[AllowAnonymous]
[EnableRateLimiting(SignInLimits.Policy)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(SignInService signIn, IServiceProvider services) : PageModel
{
    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(Name = AccountLinks.Back, SupportsGet = true)]
    public string? Back { get; set; }

    public bool ShowsDemo => services.GetService<DemoAccounts>() is not null;

    /// <summary>Whether this process has the page to register at; a department's has not.</summary>
    public bool MayRegister => Url.Page("/Register/Index") is not null;

    public void OnGet()
    {
        // only shown
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrWhiteSpace(UserName))
            ModelState.AddModelError(nameof(UserName), Wording.Say("请填写账号", "Enter your user name"));
        if (string.IsNullOrEmpty(Password))
            ModelState.AddModelError(nameof(Password), Wording.Say("请填写密码", "Enter your password"));
        if (!ModelState.IsValid)
            return Page();

        switch (await signIn.WithPasswordAsync(UserName!.Trim(), Password!))
        {
            case SignInOutcome.SignedIn:
                return LocalRedirect(SignInBack.Of(Url, Back));
            case SignInOutcome.CodeNeeded:
                return RedirectToPage("/SignIn/Code", new { back = Back });
            default:
                ModelState.AddModelError(nameof(UserName), SignInWords.Failed);
                return Page();
        }
    }
}
