using Cradle.Platform.Access;
using Cradle.Platform.Accounts;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Platform.Web.Pages.OwnAccount;

[RequirePermission(PlatformPermissions.OwnAccount)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PasswordModel(SignedIn signedIn, UserManager<Account> users, SignInManager<Account> signIn, AccountService service) : PageModel
{
    [BindProperty]
    public string? Present { get; set; }

    [BindProperty]
    public string? Chosen { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    [TempData]
    public string? Done { get; set; }

    public bool MustChange => signedIn.Account?.Lack == Lack.OwnPassword;

    public void OnGet()
    {
        // only shown
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrEmpty(Present))
            ModelState.AddModelError(nameof(Present), Wording.Say("请填写现在的密码", "Enter your present password"));
        if (string.IsNullOrEmpty(Chosen))
            ModelState.AddModelError(nameof(Chosen), Wording.Say("请填写新密码", "Enter a new password"));
        else if (Chosen != Again)
            ModelState.AddModelError(nameof(Again), Wording.Say("两遍输入的新密码不一样", "The two new passwords differ"));
        if (!ModelState.IsValid)
            return Page();

        var account = (await users.GetUserAsync(User))!;
        if (await service.ChangePasswordAsync(account, Present!, Chosen!) is { } error)
        {
            ModelState.AddModelError(error is AccountError.WrongPassword ? nameof(Present) : nameof(Chosen), AccountWords.Of(error));
            return Page();
        }

        await signIn.RefreshSignInAsync(account);   // every other session ends
        Done = Wording.Say("密码改好了", "The password is changed");
        return RedirectToPage("/Account/Index");
    }
}
