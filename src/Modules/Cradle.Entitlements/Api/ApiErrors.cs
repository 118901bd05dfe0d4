using Cradle.Entitlements.Policies;
using Cradle.Platform.Web;
using Cradle.Platform.Web.Api;
using Cradle.Rules.Facts;
using Microsoft.AspNetCore.Http;

namespace Cradle.Entitlements.Api;

/// <summary>Every failure that the endpoints of the module report themselves; the rest comes from the pipeline.</summary>
internal static class ApiErrors
{
    private const string Body = "$";

    public static IResult NotTaken(string header) => ApiProblem.Of(StatusCodes.Status415UnsupportedMediaType, new FieldProblem(header, "type",
        Wording.Say("内容类型不对。", "The content type is not taken."), Wording.Say("以 application/json 发送，UTF-8 编码，不压缩。", "Send application/json in UTF-8, not compressed.")));

    public static IResult NotFound(string what, string id) => ApiProblem.Of(StatusCodes.Status404NotFound, new FieldProblem("path", "notFound",
        Wording.Say("没有找到。", "Not found."), Wording.Say($"{what}“{id}”不存在；用列表接口查有哪些。", $"There is no {what} “{id}”; the list endpoint names them all.")));

    /// <summary>Null where a parameter is absent or one of the values known.</summary>
    public static FieldProblem? NotListed(string field, string? value, IEnumerable<string> known) => value is null || known.Contains(value, StringComparer.Ordinal) ? null
        : new FieldProblem(field, "choice", Wording.Say("没有这个值。", "There is no such value."), Wording.Say($"从中选一个：{string.Join("、", known)}。", $"Choose one of {string.Join(", ", known)}."));

    /// <summary>What was wrong with a family, or noticed about it, under the name it has in the body.</summary>
    public static IReadOnlyList<FieldProblem> Of(IEnumerable<FactProblem> problems, string within = "") => [.. problems.Select(problem => new FieldProblem(
        (within, problem.Path) switch { ("", var path) => path, (_, Body) => within, var (owner, path) => $"{owner}.{path}" },
        problem.Code, problem.Reason.In(PolicyLibrary.Language), problem.Remedy.In(PolicyLibrary.Language)))];
}
