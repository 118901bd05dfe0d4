using Cradle.Platform.Connectors;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Cradle.Platform.Web.Connectors;

/// <summary>The OpenAPI document of the contract between systems: every operation names the headers that sign it.</summary>
internal static class ConnectorDocument
{
    private static readonly (string Name, string Text)[] Headers =
    [
        (SignedRequest.KeyHeader, "Id of the key it is signed with."),
        (SignedRequest.TimestampHeader, "Seconds since 1970 at the sender; the clocks may be a few minutes apart."),
        (SignedRequest.NonceHeader, "At most 64 characters, made anew for every try."),
        (SignedRequest.IdempotencyHeader, "At most 100 characters, the same for every try of one request; a further try is answered as the first."),
        (SignedRequest.DigestHeader, "SHA-256 of the body after RFC 9530: sha-256=:Base64:"),
        (SignedRequest.SignatureHeader, "Base64 of HMAC-SHA256, with the key's secret, over these lines, a line feed between: cradle-hmac-sha256-v1, method, path with query, key, timestamp, nonce, idempotency key, digest."),
    ];

    public static void AddServices(IServiceCollection services) => services.AddOpenApi(DepartmentContract.Document, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = description => description.RelativePath?.StartsWith(DepartmentContract.Root[1..] + "/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Cradle 摇篮: connector";
            document.Info.Version = "v1";
            document.Info.Description = "How a service case asks another department's system to do something, and hears how it stands: asked by POST …/requests at the department, answered by POST …/answers " +
                "at whoever asked, or read by GET …/requests/{id}. Either side describes here what it implements itself. Every request is signed.";
            document.Servers = [];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, _, _) =>
        {
            operation.Parameters = [.. operation.Parameters ?? [], .. Headers.Select(header => new OpenApiParameter
            {
                Name = header.Name, In = ParameterLocation.Header, Required = true, Description = header.Text, Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            })];
            return Task.CompletedTask;
        });
    });
}
