using Cradle.Platform.Web.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Platform.Web.Pages.SignIn;

[AllowAnonymous]
public sealed class OutModel(SignInService signIn) : PageModel
{
    public void OnGet()
    {
        // only asks
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        return Redirect("~/");
    }
}
