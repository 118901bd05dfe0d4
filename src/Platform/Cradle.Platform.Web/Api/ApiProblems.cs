using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace Cradle.Platform.Web.Api;

/// <summary>Under <c>/api</c> every failure is problem details, whoever reports it: the endpoint, the router, the server or an exception.</summary>
internal sealed partial class ApiProblems(RequestDelegate next, IProblemDetailsService problems, ILogger<ApiProblems> logger)
{
    private static readonly Dictionary<int, (Words Title, Words Remedy)> Known = new()
    {
        [400] = (new("请求有误。", "The request is wrong."), new("对照 /openapi/v1.json 检查参数和内容。", "Check parameters and body against /openapi/v1.json.")),
        [401] = (new("请先登录。", "Sign in first."), new("向 /api/v1/tokens 取令牌，放在 Authorization: Bearer 请求头里。", "Get a token from /api/v1/tokens and send it as Authorization: Bearer.")),
        [403] = (new("没有这项权限。", "You lack the permission for this."), new("请联系本单位的管理员；账号若还没有设置两步验证，先到 /account 设置。", "Ask your administrator; an account without a second factor sets one up at /account first.")),
        [404] = (new("这里没有内容。", "There is nothing here."), new("核对网址；可用的网址见 /openapi/v1.json。", "Check the address; /openapi/v1.json lists them all.")),
        [405] = (new("这个网址不接受这种方法。", "This address does not take that method."), new("可用的方法见 Allow 响应头。", "The Allow header names those it takes.")),
        [413] = (new("内容太大。", "The body is too large."), new("一次只发一个家庭。", "Send one family a request.")),
        [415] = (new("内容类型不对。", "The content type is not taken."), new("以 application/json 发送。", "Send application/json.")),
        [429] = (new("请求太快了。", "Too many requests."), new("等 Retry-After 响应头所写的秒数再发。", "Wait the seconds that Retry-After names.")),
        [503] = (new("暂时不能办理。", "Unavailable for now."), new("什么都没有写入。等 Retry-After 响应头所写的秒数再发。", "Nothing was written. Wait the seconds that Retry-After names.")),
        [500] = (new("系统出了点问题。", "Something went wrong on our side."), new("稍后再试；求助时请报 traceId。", "Try again later; quote the traceId when you ask for help.")),
    };

    public async Task InvokeAsync(HttpContext context)
    {
        var errors = (FieldProblem[])[];
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        context.Response.Headers.ContentLanguage = Wording.InEnglish ? Wording.English : Wording.Chinese;
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException exception) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = exception.StatusCode;
            errors = Unbound().Match(exception.Message) is { Success: true } match ? [Unreadable(match.Groups["type"].Value, match.Groups["name"].Value)] : [.. BodyErrors.Of(exception)];
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            Failed(exception, context.Request.Method, context.Request.Path);
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }

        var status = context.Response.StatusCode;
        if (status < 400 || context.Response.HasStarted || context.Response.ContentLength is not null || context.Response.ContentType is not null)
            return;
        var (title, remedy) = Known.TryGetValue(status, out var known) ? known : Known[status < 500 ? 400 : 500];
        var details = errors.Length > 0
                ? new ProblemDetails { Status = status, Title = title.ToString(), Detail = string.Join(' ', errors.Select(error => $"{error.Reason} {error.Remedy}")), Extensions = { ["errors"] = errors } }
                : new ProblemDetails { Status = status, Title = title.ToString(), Detail = remedy.ToString() };
        if (int.TryParse(context.Response.Headers.RetryAfter, CultureInfo.InvariantCulture, out var seconds))
            details.Extensions["retryAfter"] = seconds;
        await problems.WriteAsync(new ProblemDetailsContext { HttpContext = context, ProblemDetails = details });
    }

    private static FieldProblem Unreadable(string type, string name)
    {
        var reason = Wording.Say($"参数 {name} 的值读不懂。", $"The value of parameter {name} can't be read.");
        return type.Contains("bool", StringComparison.OrdinalIgnoreCase)
            ? new FieldProblem(name, "type", reason, Wording.Say("写一次 true 或 false。", "Write true or false, once."))
            : new FieldProblem(name, "type", reason, Wording.Say("写一次整数，用半角数字。", "Write one whole number in plain digits."));
    }

    // Failed to bind parameter "Nullable<int> page" from "abc".
    [GeneratedRegex("""^Failed to bind parameter "(?:(?<type>.*) )?(?<name>\w+)" from """)]
    private static partial Regex Unbound();

    [LoggerMessage(1, LogLevel.Error, "{Method} {Path} failed")]
    private partial void Failed(Exception exception, string method, string path);
}
