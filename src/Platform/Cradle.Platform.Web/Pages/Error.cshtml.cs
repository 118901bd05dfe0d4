using System.Globalization;
using Cradle.Platform.Web.Files;
using Cradle.Platform.Web.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Platform.Web.Pages;

/// <summary>What to do when something went wrong. It shows no detail of the failure, only the number to quote.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken] // the failed request is run again here with its own method
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorModel : PageModel
{
    public int Status { get; private set; }

    public Words Heading => Status switch
    {
        400 => new("这次提交没有成功", "This could not be sent"),
        403 => new("这里需要相应的权限", "You have no access to this"),
        404 => new("没有找到这个页面", "This page was not found"),
        405 => new("这个页面不接受这样的提交", "This page does not take what was sent"),
        409 => new("别人刚刚办了同一件事", "Somebody has just done the same"),
        413 => new("发来的内容太大了", "What was sent is too large"),
        429 => new("操作太快了，请稍等一会儿", "Too many requests; please wait a moment"),
        < 500 => new("这个请求没有办成", "This request could not be handled"),
        503 => new("暂时不能办理", "This cannot be done for now"),
        _ => new("系统出了点问题", "Something went wrong on our side"),
    };

    public IReadOnlyList<Words> Remedies => Status switch
    {
        400 =>
        [
            new("页面可能开着太久了。请返回上一页，刷新后再提交一次。", "The page may have been open too long. Go back, reload it and send it again."),
            new("浏览器若禁用了 Cookie，请允许本网站使用。", "If your browser blocks cookies, allow them for this site."),
        ],
        403 => [new("如果您认为应当能看，请联系本单位的管理员。", "If you think you should see it, ask your administrator.")],
        404 =>
        [
            new("检查网址有没有输错。", "Check the address for a slip."),
            new("内容可能已经挪了地方，从首页可以重新找到。", "It may have moved; you can find it again from the home page."),
        ],
        409 => [new("这次提交没有写入任何内容。请返回上一页，刷新后看最新情况再办。", "Nothing of what you sent was written. Go back, reload the page and look before you send it again.")],
        413 =>
        [
            BodyLimit.Exceeded(HttpContext) is { } limit
                ? new($"一次提交的全部内容最多 {FileWords.SizeOf(limit)}，这次什么都没有收下。", $"All that is sent at once may be {FileWords.SizeOf(limit)}; nothing of it was kept.")
                : new("这次什么都没有收下。", "Nothing of it was kept."),
            new("返回上一页，把文件压缩，或分成几次传；您填的内容还在上一页。", "Go back and make the file smaller, or send it in parts; what you entered is still on the page before."),
        ],
        429 => [int.TryParse(Response.Headers.RetryAfter, CultureInfo.InvariantCulture, out var seconds)
            ? new($"等 {seconds} 秒，再试一次。您填的内容还在上一页。", $"Wait {seconds} seconds and try again. What you entered is still on the page before.")
            : new("等一分钟，再试一次。您填的内容还在上一页。", "Wait a minute and try again. What you entered is still on the page before.")],
        503 =>
        [
            new("这次提交没有写入任何内容。过半分钟再提交一次，您填的内容还在上一页。", "Nothing of what you sent was written. Send it again in half a minute; what you entered is still on the page before."),
            new("急着办理，请打 12345 或直接去窗口。", "If it is urgent, call 12345 or go to the counter."),
        ],
        < 500 => [new("返回上一页再试一次，或从首页重新开始。", "Go back and try again, or start from the home page.")],
        _ =>
        [
            new("过几分钟再试一次。", "Try again in a few minutes."),
            new("急着办理，请打 12345 或直接去窗口。", "If it is urgent, call 12345 or go to the counter."),
        ],
    };

    // Whatever its method and however broken its form, the failed request is run again here: nothing of it is bound.
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) =>
        context.Result = Answer(int.TryParse(RouteData.Values["status"] as string, CultureInfo.InvariantCulture, out var status) ? status : StatusCodes.Status404NotFound);

    private PageResult Answer(int status)
    {
        Status = status is >= 400 and <= 599 ? status : 404;
        // An exception may have left errors of a form behind; this page has no form.
        ModelState.Clear();
        Response.StatusCode = HttpContext.Features.Get<IExceptionHandlerFeature>() is null ? Status : 500;
        return Page();
    }
}
