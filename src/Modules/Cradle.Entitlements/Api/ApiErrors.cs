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

    public static IResult NotJson(long? line, long? at) => ApiProblem.Of(StatusCodes.Status400BadRequest, new FieldProblem(Body, "json",
        Wording.Say($"内容不是合法的 JSON：第{line + 1}行第{at + 1}字节。", $"The body is not valid JSON: line {line + 1}, byte {at + 1}."),
        Wording.Say("检查引号、逗号和括号；用 UTF-8 编码；嵌套最多12层。", "Check quotes, commas and brackets; write it in UTF-8; nest at most 12 deep.")));

    public static IResult NotUtf8() => ApiProblem.Of(StatusCodes.Status400BadRequest, new FieldProblem(Body, "encoding",
        Wording.Say("有文字不是 UTF-8 编码。", "A text is not in UTF-8."), Wording.Say("用 UTF-8 发送，不要用 GBK 等编码。", "Send UTF-8, not GBK or another encoding.")));

    public static IResult BrokenText() => ApiProblem.Of(StatusCodes.Status400BadRequest, new FieldProblem(Body, "text",
        Wording.Say("文字里有半个字符（单独的 UTF-16 代理项）。", "A text holds half a character (a lone UTF-16 surrogate)."), Wording.Say("把这个字符写完整，或删去。", "Write the character whole, or remove it.")));

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
