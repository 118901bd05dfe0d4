using Cradle.Platform.Accounts;
using Cradle.Platform.Web.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Platform.Web.Pages.Register;

/// <summary>The second step: who types the code holds the phone, and gets the account.</summary>
[AllowAnonymous]
[EnableRateLimiting(SignInLimits.Policy)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class CodeModel(PhoneRegistration registration, IServiceScopeFactory scopes, IServiceProvider services) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Proof { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? DisplayName { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    /// <summary>In a demonstration, what the phone would show.</summary>
    public string? DemoText { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => ShowPhoneAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Require(nameof(Code), Code, Wording.Say("请填写验证码", "Enter the code"));
        Require(nameof(DisplayName), DisplayName, Wording.Say("请填写称呼", "Say how we shall call you"));
        Require(nameof(Password), Password, Wording.Say("请设一个密码", "Choose a password"));
        if (Password != Again)
            ModelState.AddModelError(nameof(Again), Wording.Say("两遍输得不一样", "The two differ"));
        await ShowPhoneAsync(cancellationToken);
        if (!ModelState.IsValid)
            return Page();
        var (account, error) = await registration.RegisterAsync(Proof, TypedCode.Of(Code!, recovery: false), DisplayName!.Trim(), Password!, cancellationToken);
        if (error is null)
        {
            await using var own = scopes.CreateAsyncScope();   // signing in is a process of its own
            await own.ServiceProvider.GetRequiredService<SignInService>().WithPasswordAsync(account!.UserName!, Password!);
            return LocalRedirect("~" + AccountLinks.Own);
        }

        ModelState.AddModelError(error is RegistrationError.WeakPassword ? nameof(Password) : nameof(Code), RegistrationWords.Of(error));
        return Page();
    }

    private async Task ShowPhoneAsync(CancellationToken cancellationToken) =>
        DemoText = services.GetService<DemoPhone>() is { } phone ? await phone.ShowsAsync(Proof, cancellationToken) : null;

    private void Require(string field, string? value, string says)
    {
        if (string.IsNullOrWhiteSpace(value))
            ModelState.AddModelError(field, says);
    }
}
