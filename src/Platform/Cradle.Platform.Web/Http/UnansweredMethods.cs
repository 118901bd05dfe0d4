using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Cradle.Platform.Web.Http;

/// <summary>
/// A form sent to a part of a page that the page lacks is refused. Left alone, the framework would draw the page
/// although nothing has been loaded for it.
/// </summary>
internal sealed class UnansweredMethods : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var method = context.HttpContext.Request.Method;
        if (context.HandlerMethod is not null || HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || context.Result is not null)
            return;
        context.HttpContext.Response.Headers.Allow = PageMethods.Allow(context.ActionDescriptor);
        context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
