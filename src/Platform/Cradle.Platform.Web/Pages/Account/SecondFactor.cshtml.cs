using Cradle.Platform.Access;
using Cradle.Platform.Accounts;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Platform.Web.Pages.OwnAccount;

/// <summary>Sets up the second factor, and makes new recovery codes where it is on.</summary>
[RequirePermission(PlatformPermissions.OwnAccount)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class SecondFactorModel(
    SignedIn signedIn, UserManager<Account> users, SignInManager<Account> signIn, AccountService service) : PageModel
{
    private const string Issuer = "Cradle";
    private string key = "";
    private string userName = "";

    [BindProperty]
    public string? Code { get; set; }

    public bool IsNeeded => signedIn.Account?.Lack == Lack.SecondFactor;

    public bool IsOn { get; private set; }

    /// <summary>The recovery codes that were just made.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    /// <summary>What an app reads from the QR code.</summary>
    public string Uri => $"otpauth://totp/{Issuer}:{System.Uri.EscapeDataString(userName)}?secret={key}&issuer={Issuer}";

    /// <summary>The key in groups of four, for typing.</summary>
    public string SpacedKey => string.Join(' ', key.Chunk(4).Select(group => new string(group)));

    public async Task OnGetAsync() => await ShowAsync((await users.GetUserAsync(User))!);

    public async Task<IActionResult> OnPostAsync()
    {
        var account = (await users.GetUserAsync(User))!;
        if (account.TwoFactorEnabled)
            return RedirectToPage();
        if (string.IsNullOrWhiteSpace(Code))
        {
            ModelState.AddModelError(nameof(Code), Wording.Say("请填写验证码", "Enter the code"));
        }
        else
        {
            (Codes, var error) = await service.ConfirmSecondFactorAsync(account, TypedCode.Of(Code, recovery: false));
            if (error is null)
                await signIn.SignInWithClaimsAsync(account, isPersistent: false, [SignedIn.SecondFactorShown]);   // the code has just been shown
            else
                ModelState.AddModelError(nameof(Code), AccountWords.Of(error));
        }

        await ShowAsync(account);
        return Page();
    }

    public async Task<IActionResult> OnPostCodesAsync()
    {
        var account = (await users.GetUserAsync(User))!;
        if (!account.TwoFactorEnabled)
            return RedirectToPage();
        Codes = await service.NewRecoveryCodesAsync(account);
        await ShowAsync(account);
        return Page();
    }

    private async Task ShowAsync(Account account)
    {
        IsOn = account.TwoFactorEnabled;
        if (IsOn)
            return;
        userName = account.UserName!;
        key = await service.KeyToConfirmAsync(account);
    }
}
