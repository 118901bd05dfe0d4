using Microsoft.AspNetCore.Http;

namespace Cradle.Platform.Web.Api;

/// <summary>The problem details that endpoints answer with when something in a request is wrong.</summary>
public static class ApiProblem
{
    /// <summary>Members or parameters are wrong; each is listed with field, reason and remedy.</summary>
    public static IResult Invalid(IReadOnlyList<FieldProblem> errors) => Of(StatusCodes.Status400BadRequest,
        Wording.Say("请求里有不对的内容。", "Something in the request is wrong."), Wording.Say("每一处都写明了字段、原因和改法。", "Each error names field, reason and remedy."), errors);

    /// <summary>One thing is wrong: its reason is the title, its remedy the detail.</summary>
    public static IResult Of(int status, FieldProblem error) => Of(status, error.Reason, error.Remedy, [error]);

    private static IResult Of(int status, string title, string detail, IReadOnlyList<FieldProblem> errors) =>
        Results.Problem(detail, statusCode: status, title: title, extensions: new Dictionary<string, object?> { ["errors"] = errors });
}
