using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;
using Microsoft.AspNetCore.Http;

namespace Cradle.Entitlements.Api;

/// <summary>An answer, written straight into the body of the response: it is some hundred kilobytes, too long to copy for every family.</summary>
internal sealed class AnswerResult(Answer answer, IReadOnlyList<FactProblem> warnings, Language language, Func<Outcome, string?>? because) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        AnswerWriter.Write(httpContext.Response.BodyWriter, answer, warnings, language, because);
        await httpContext.Response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }
}
