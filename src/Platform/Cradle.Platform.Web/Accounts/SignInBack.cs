using Microsoft.AspNetCore.Mvc;

namespace Cradle.Platform.Web.Accounts;

/// <summary>Where signing in leads: the page that asked for it, when it is one of ours.</summary>
internal static class SignInBack
{
    public static string Of(IUrlHelper url, string? back) => url.IsLocalUrl(back) ? back! : url.Content("~" + AccountLinks.Desk);
}
