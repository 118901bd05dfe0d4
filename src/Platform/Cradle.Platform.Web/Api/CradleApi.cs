using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Cradle.Platform.Web.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Cradle.Platform.Web.Api;

/// <summary>What every endpoint under <c>/api/v1</c> shares: JSON form, problem details, limits, and one OpenAPI 3.1 document.</summary>
public static class CradleApi
{
    public const string Root = "/api";
    public const string Version = "v1";

    /// <summary>The group that a module maps its endpoints into.</summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup($"{Root}/{Version}").RequireRateLimiting(ApiLimits.Policy).AddEndpointFilterFactory(QueryCheck.Of);
        ((IEndpointConventionBuilder)group).Add(AnswerHead);
        return group;
    }

    // What can be read can be asked for its headers alone; the server leaves the body out.
    private static void AnswerHead(EndpointBuilder endpoint)
    {
        if (endpoint.Metadata.OfType<HttpMethodMetadata>().FirstOrDefault() is { HttpMethods: ["GET"] } read)
            endpoint.Metadata[endpoint.Metadata.IndexOf(read)] = new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]);
    }

    internal static void AddServices(IServiceCollection services)
    {
        services.AddProblemDetails(options => options.CustomizeProblemDetails = problem =>
        {
            problem.ProblemDetails.Instance ??= problem.HttpContext.Request.Path;
            problem.ProblemDetails.Type ??= "about:blank";   // RFC 9457: the status says it all
        });
        services.AddOptions<ApiLimits>().BindConfiguration(ApiLimits.Section);
        services.AddRateLimiter(ApiLimits.Configure);
        services.Configure<RateLimiterOptions>(SignInLimits.Configure);
        services.Configure<RateLimiterOptions>(GuessLimits.Configure);
        services.ConfigureHttpJsonOptions(SetJson);
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);   // so that the problem can say which parameter it was
        services.AddOpenApi(Version, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.ShouldInclude = description => description.RelativePath?.StartsWith($"api/{Version}/", StringComparison.Ordinal) == true && description.HttpMethod != HttpMethods.Head;
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info.Title = "Cradle 摇篮";
                document.Info.Version = Version;
                document.Info.Description = "Birth-support policy as data: documents, clauses, rules, and what a family is entitled to. Every figure carries its clause. " +
                    "`?lang=en` or `?lang=zh`, else Accept-Language, chooses the language of texts; a parameter that an operation does not have is refused. Every error is problem details (RFC 9457). Requests are limited per account, or per client address where nobody has signed in; 429 names the wait.";
                document.Servers = [];   // the address is the one this document was read from
                DescribeProblems(document);
                return Task.CompletedTask;
            });
        });
    }

    // What every problem here carries beyond the members of the RFC.
    private static void DescribeProblems(OpenApiDocument document)
    {
        if (document.Components?.Schemas is not { } schemas || !schemas.TryGetValue(nameof(ProblemDetails), out var problem) || problem.Properties is not { } members || !schemas.ContainsKey(nameof(FieldProblem)))
            return;
        members["traceId"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The number to quote when asking for help." };
        members["errors"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchemaReference(nameof(FieldProblem), document), Description = "What is wrong, by field, with reason and remedy; absent where no field is." };
    }

    internal static void UseProblems(WebApplication app) =>
        app.UseWhen(context => context.Request.Path.StartsWithSegments(Root), branch => branch.UseMiddleware<ApiProblems>());

    internal static void Map(WebApplication app)
    {
        app.MapOpenApi().AllowAnonymous().Add(AnswerHead);
        TokenEndpoints.Map(app.MapApi());
    }

    private static void SetJson(Microsoft.AspNetCore.Http.Json.JsonOptions options)
    {
        // Chinese as it is: escaped it would be six characters each.
        options.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }
}
