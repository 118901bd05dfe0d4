using Cradle.Platform.Accounts;
using Cradle.Platform.Web.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Platform.Web.Pages.SignIn;

/// <summary>The second step of signing in. Who has not taken the first is sent there.</summary>
[AllowAnonymous]
[EnableRateLimiting(SignInLimits.Policy)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class CodeModel(SignInService service, SignInManager<Account> signIn, IServiceProvider services) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Recovery { get; set; }

    [BindProperty(Name = AccountLinks.Back, SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>The code that a demo account's app would show.</summary>
    public string? DemoCode { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await FirstStepAsync() is null ? ToFirstStep() : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FirstStepAsync() is not { } account)
            return ToFirstStep();
        if (string.IsNullOrWhiteSpace(Code))
        {
            ModelState.AddModelError(nameof(Code), Wording.Say("请填写验证码", "Enter the code"));
            return Page();
        }

        var outcome = await service.WithCodeAsync(account, TypedCode.Of(Code, Recovery), Recovery);
        if (outcome == SignInOutcome.SignedIn)
            return LocalRedirect(SignInBack.Of(Url, Back));
        ModelState.AddModelError(nameof(Code), outcome == SignInOutcome.Locked ? Wording.Say("错的次数太多，账号锁住了。一刻钟后再试；不是您本人操作的话，请告诉管理员", "Too many failures: the account is locked. Try again in a quarter of an hour; if it wasn't you, tell your administrator") : Wording.Say("验证码不对或已经用过。等验证器换一个新码再填", "This is not the code, or it was used before. Wait for the next one"));
        return Page();
    }

    private async Task<Account?> FirstStepAsync()
    {
        var account = await signIn.GetTwoFactorAuthenticationUserAsync();
        DemoCode = account is null || Recovery ? null : services.GetService<DemoAccounts>()?.CodeFor(account);
        return account;
    }

    private RedirectToPageResult ToFirstStep() => RedirectToPage("/SignIn/Index", new { back = Back });
}
