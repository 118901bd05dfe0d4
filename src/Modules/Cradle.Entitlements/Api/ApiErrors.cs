using Cradle.Entitlements.Api.Contracts;
using Cradle.Entitlements.Policies;
using Cradle.Platform.Web;
using Cradle.Rules.Facts;
using Microsoft.AspNetCore.Http;

namespace Cradle.Entitlements.Api;

/// <summary>Every failure that the endpoints of the module report themselves; the rest comes from the pipeline.</summary>
internal static class ApiErrors
{
    /// <summary>A parameter or member is wrong; each error names field, reason and remedy.</summary>
    public static IResult Invalid(IReadOnlyList<FieldProblem> errors) => Problem(StatusCodes.Status400BadRequest,
        Wording.Say("请求里有不对的内容。", "Something in the request is wrong."), Wording.Say("每一处都写明了字段、原因和改法。", "Each error names field, reason and remedy."), errors);

    public static IResult NotJson(long? line, long? at) => Problem(StatusCodes.Status400BadRequest, Wording.Say("内容不是合法的 JSON。", "The body is not valid JSON."),
        Wording.Say($"第{line + 1}行第{at + 1}字节：检查引号、逗号和括号；嵌套最多12层。", $"Line {line + 1}, byte {at + 1}: check quotes, commas and brackets; nesting is at most 12 deep."), []);

    public static IResult BrokenText() => Problem(StatusCodes.Status400BadRequest, Wording.Say("有一处文字不完整。", "A text is broken."),
        Wording.Say("文字里有半个字符（单独的 UTF-16 代理项）。", "A text holds half a character (a lone UTF-16 surrogate)."), []);

    public static IResult NotFound(string what, string id) => Problem(StatusCodes.Status404NotFound, Wording.Say("没有找到。", "Not found."),
        Wording.Say($"{what}“{id}”不存在；用列表接口查有哪些。", $"There is no {what} “{id}”; the list endpoint names them all."), []);

    public static IReadOnlyList<FieldProblem> Of(IEnumerable<FactProblem> problems, string prefix = "") => [.. problems.Select(problem => new FieldProblem(
        prefix + problem.Path, problem.Code, problem.Reason.In(PolicyLibrary.Language), problem.Remedy.In(PolicyLibrary.Language)))];

    private static IResult Problem(int status, string title, string detail, IReadOnlyList<FieldProblem> errors) =>
        Results.Problem(detail, statusCode: status, title: title, extensions: errors.Count == 0 ? null : new Dictionary<string, object?> { ["errors"] = errors });
}
