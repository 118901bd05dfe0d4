using Cradle.Platform.Access;
using Cradle.Platform.Accounts;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Platform.Web.Pages.Desk.Accounts;

[RequirePermission(PlatformPermissions.Accounts)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class NewModel(AccountService service) : PageModel
{
    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public string? DisplayName { get; set; }

    public Account? Made { get; private set; }

    public string? TemporaryPassword { get; private set; }

    public void OnGet()
    {
        // only shown
    }

    public async Task OnPostAsync()
    {
        if (string.IsNullOrWhiteSpace(UserName) || UserName.Length > Account.UserNameLength)
            ModelState.AddModelError(nameof(UserName), Wording.Say("请填写账号，最多 60 个字符", "Enter a user name of at most 60 characters"));
        if (string.IsNullOrWhiteSpace(DisplayName) || DisplayName.Length > Account.DisplayNameLength)
            ModelState.AddModelError(nameof(DisplayName), Wording.Say("请填写显示的名字，最多 60 个字符", "Enter a name of at most 60 characters"));
        if (!ModelState.IsValid)
            return;
        (Made, TemporaryPassword, var error) = await service.CreateAsync(UserName!.Trim(), DisplayName!.Trim());
        if (error is not null)
            ModelState.AddModelError(nameof(UserName), AccountWords.Of(error));
    }
}
