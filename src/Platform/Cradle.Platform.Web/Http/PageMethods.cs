using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Platform.Web.Http;

/// <summary>
/// Behind routing: a method that a page does not take is refused, with those that it takes in <c>Allow</c>. Left alone, the framework would ask for
/// the token of a form first and call the request bad.
/// </summary>
internal sealed class PageMethods(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        // a failure is shown by a page that is run with the method of the request that failed
        if (context.GetEndpoint()?.Metadata.GetMetadata<CompiledPageActionDescriptor>() is not { } page || IsRunAgain(context)
            || Of(page).Contains(context.Request.Method, StringComparer.OrdinalIgnoreCase))
            return next(context);
        context.Response.Headers.Allow = Allow(page);
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        return Task.CompletedTask;
    }

    /// <summary>The header that names the methods of a page.</summary>
    public static string Allow(CompiledPageActionDescriptor page) => string.Join(", ", Of(page));

    // every page can be read, also one that has nothing to load first
    private static IEnumerable<string> Of(CompiledPageActionDescriptor page) =>
        new[] { HttpMethods.Get, HttpMethods.Head }.Concat(page.HandlerMethods.Select(handler => handler.HttpMethod.ToUpperInvariant())).Distinct();

    private static bool IsRunAgain(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;
}
