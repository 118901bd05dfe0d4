using Cradle.Platform.Access;
using Cradle.Platform.Accounts;
using Cradle.Platform.Protection;
using Cradle.Platform.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Platform.Web.Pages.OwnAccount;

[RequirePermission(PlatformPermissions.OwnAccount)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ContactModel(SignedIn signedIn, ContactService service) : PageModel
{
    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [TempData]
    public string? Done { get; set; }

    public Masked? PresentPhone { get; private set; }

    public Masked? PresentEmail { get; private set; }

    private Guid Id => signedIn.Account!.Id;

    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var fault = await service.KeepAsync(Id, Phone, Email, cancellationToken);
        if (fault is null)
        {
            Done = Wording.Say("联系方式存好了", "It is saved how to reach you");
            return RedirectToPage("/Account/Index");
        }

        if (fault == ContactFault.Phone)
            ModelState.AddModelError(nameof(Phone), Wording.Say("手机号是 1 开头的 11 位数字", "A mobile number has 11 digits and begins with 1"));
        else
            ModelState.AddModelError(nameof(Email), Wording.Say("邮箱写成 name@example.cn 的样子", "An e-mail address looks like name@example.cn"));
        await ShowAsync(cancellationToken);
        return Page();
    }

    private async Task ShowAsync(CancellationToken cancellationToken) => (PresentPhone, PresentEmail) = await service.ShowAsync(Id, cancellationToken);
}
