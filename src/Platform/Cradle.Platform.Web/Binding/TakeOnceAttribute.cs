using System.Security.Cryptography;
using System.Text;
using Cradle.Platform.Data;
using Cradle.Platform.Submissions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Platform.Web.Binding;

/// <summary>
/// Takes each form of a page once (G1): its key and what it does are one transaction, a second press is sent where the first was, and of two people who
/// write the same the later one gets 409. <c>TakeOnceTagHelper</c> puts the key into the forms.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TakeOnceAttribute() : TypeFilterAttribute(typeof(TakeOnceFilter))
{
    /// <summary>The field that carries the key.</summary>
    public const string Field = "once";
}

internal sealed class TakeOnceFilter(PlatformDbContext database, SubmitOnce submissions, IEnumerable<StorageFault> faults) : IAsyncPageFilter
{
    private const string AntiforgeryField = "__RequestVerificationToken";
    private const int GuidBytes = 16;

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (KeyOf(context.HttpContext.Request) is not { } key)
        {
            await next();
            return;
        }

        PageHandlerExecutedContext? done = null;
        try
        {
            var earlier = await submissions.RunAsync(key, KindOf(context.ActionDescriptor), async () =>
            {
                done = await next();
                if (done.Exception is DbUpdateException wrong && !done.ExceptionHandled)
                    throw wrong;
                return done is { Exception: null, Result: RedirectResult { Url: var href } } ? href : null;
            }, context.HttpContext.RequestAborted);
            if (earlier is not null)
                context.Result = earlier.Length > 0 ? new RedirectResult(earlier) : new StatusCodeResult(StatusCodes.Status409Conflict);
        }
        catch (DbUpdateException wrong) when (!StorageFault.IsIn(wrong, faults))
        {
            // another form wrote the same in between: nothing of this one is kept
            database.Forget();
            if (done is null)
                context.Result = new StatusCodeResult(StatusCodes.Status409Conflict);
            else
                (done.ExceptionHandled, done.Result) = (true, new StatusCodeResult(StatusCodes.Status409Conflict));
        }
    }

    // Of the form's key and of what it says: whoever goes back and sends something else sends another form.
    private static Guid? KeyOf(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || !Guid.TryParse(request.Form[TakeOnceAttribute.Field], out var key))
            return null;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var fields = request.Form.Where(field => field.Key != AntiforgeryField).OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}={field.Value}");
        var files = request.Form.Files.Select(file => $"{file.Name}={file.FileName},{file.Length}");
        foreach (var part in fields.Concat(files).Prepend($"{key:N}{request.Path}{request.QueryString}"))
            hash.AppendData(Encoding.UTF8.GetBytes(part + "\n"));
        return new Guid(hash.GetHashAndReset().AsSpan(0, GuidBytes));
    }

    private static string KindOf(CompiledPageActionDescriptor page) => page.ViewEnginePath.Length <= Submission.KindLength ? page.ViewEnginePath : page.ViewEnginePath[^Submission.KindLength..];
}
