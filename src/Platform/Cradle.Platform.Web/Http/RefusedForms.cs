using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Logging;

namespace Cradle.Platform.Web.Http;

/// <summary>
/// Says in one line that a form was refused because its token is missing, old or forged. The framework would log an error with the stack of its cipher,
/// which anybody could fill a log with and nobody has to mend.
/// </summary>
internal sealed partial class RefusedForms(ILogger<RefusedForms> logger) : IAlwaysRunResultFilter
{
    /// <summary>The framework's own words of it, which are silenced.</summary>
    public const string Framework = "Microsoft.AspNetCore.Antiforgery.DefaultAntiforgery";

    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
            Refused(context.HttpContext.Request.Method, context.ActionDescriptor.AttributeRouteInfo?.Template ?? "");
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }

    [LoggerMessage(1, LogLevel.Warning, "{Method} {Route}: the token of the form is missing, old or not ours; refused with 400")]
    private partial void Refused(string method, string route);
}
