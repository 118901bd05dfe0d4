using System.Net;
using System.Text;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Cradle.Platform.Web.Api;

/// <summary>Refuses parameters that an endpoint does not have, or has once: a misspelt one would be a wrong answer without a word.</summary>
internal static class QueryCheck
{
    public static EndpointFilterDelegate Of(EndpointFilterFactoryContext context, EndpointFilterDelegate next)
    {
        var known = context.MethodInfo.GetParameters().Where(parameter => IsFromAddress(parameter.ParameterType)).Select(parameter => parameter.Name!)
            .Append(ApiLanguage.Parameter).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return invocation =>
        {
            var request = invocation.HttpContext.Request;
            if (request.Query.Count == 0)
                return next(invocation);
            var errors = Errors(request, known).ToList();
            return errors.Count == 0 ? next(invocation) : ValueTask.FromResult<object?>(ApiProblem.Invalid(errors));
        };
    }

    private static IEnumerable<FieldProblem> Errors(HttpRequest request, HashSet<string> known)
    {
        var (query, garbled) = (request.Query, Garbled(request.QueryString).ToHashSet(StringComparer.OrdinalIgnoreCase));
        foreach (var (name, values) in query.Take(known.Count + 1))
        {
            if (!known.Contains(name))
                yield return new FieldProblem(Shown(name), "unknownParameter", Wording.Say("没有这个参数。", "There is no such parameter."),
                    Wording.Say($"可用的参数：{string.Join("、", known)}。", $"The parameters are {string.Join(", ", known)}."));
            else if (garbled.Contains(name))
                yield return new FieldProblem(name, "encoding", Wording.Say("值里有字节不是 UTF-8。", "The value holds bytes that are no UTF-8."), Wording.Say("先转成 UTF-8，再做百分号编码。", "Write it in UTF-8, then percent-encode it."));
            else if (values.Count > 1)
                yield return new FieldProblem(name, "twice", Wording.Say("这个参数写了不止一次。", "This parameter stands more than once."), Wording.Say("只留一个。", "Keep one."));
            else if (string.Equals(name, ApiLanguage.Parameter, StringComparison.OrdinalIgnoreCase) && ApiLanguage.Named(values[0]) is null)
                yield return new FieldProblem(name, "choice", Wording.Say("没有这种语言。", "There is no such language."), Wording.Say("写 zh 或 en。", "Write zh or en."));
        }
    }

    /// <summary>Parameters whose value decodes to bytes that are no UTF-8; the framework would leave them as they stand.</summary>
    private static IEnumerable<string> Garbled(QueryString query)
    {
        foreach (var pair in new QueryStringEnumerable(query.Value))
        {
            var encoded = Encoding.UTF8.GetBytes(pair.EncodedValue.ToArray());
            if (!Utf8.IsValid(WebUtility.UrlDecodeToBytes(encoded, 0, encoded.Length)))
                yield return pair.DecodeName().ToString();
        }
    }

    private static bool IsFromAddress(Type type) => type == typeof(string) || (Nullable.GetUnderlyingType(type) ?? type).IsPrimitive;

    private static string Shown(string name) => name.Length <= 64 ? name : name[..64] + "…";
}
