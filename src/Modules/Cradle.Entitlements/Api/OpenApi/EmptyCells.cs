using Cradle.Entitlements.Api.Contracts;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Cradle.Entitlements.Api.OpenApi;

/// <summary>Says that a cell of a comparison may be null; the framework drops that an item of a list may.</summary>
internal sealed class EmptyCells : IOpenApiDocumentTransformer
{
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        if (document.Components?.Schemas is { } schemas && schemas.TryGetValue(nameof(ComparedRow), out var row) && row.Properties?["cells"] is OpenApiSchema { Items: { } cell } cells)
            cells.Items = new OpenApiSchema { OneOf = [new OpenApiSchema { Type = JsonSchemaType.Null }, cell] };
        return Task.CompletedTask;
    }
}
