using Cradle.Platform.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Modules.Tests.Whole;

/// <summary>A route of the running site: a page or an endpoint.</summary>
internal sealed record SiteRoute(string Pattern, IReadOnlyList<RoutePatternPathSegment> Segments, IReadOnlyList<string> Permissions, bool IsOpen, bool IsPage, IReadOnlyList<string> Methods)
{
    /// <summary>Its address, with an id that leads nowhere in the place of each parameter.</summary>
    public string Path => PathWith(Guid.Empty);

    public bool HasParameters => Segments.Any(segment => segment.Parts is not [RoutePatternLiteralPart]);

    public string PathWith(Guid id) => "/" + string.Join('/', Segments.Where(segment => segment.Parts is not [RoutePatternParameterPart { IsOptional: true }])
        .Select(segment => segment.Parts is [RoutePatternLiteralPart literal] ? literal.Content : segment.Parts is [RoutePatternParameterPart { Name: "kind" }] ? "notice" : id.ToString()));

    public bool Matches(string[] parts) => parts.Length <= Segments.Count && Segments.Skip(parts.Length).All(segment => segment.Parts is [RoutePatternParameterPart { IsOptional: true }])
        && parts.Zip(Segments).All(pair => pair.Second.Parts is not [RoutePatternLiteralPart literal] || literal.Content.Equals(pair.First, StringComparison.OrdinalIgnoreCase));

    public int Literals => Segments.Count(segment => segment.Parts is [RoutePatternLiteralPart]);
}

/// <summary>Every route, found in the running application.</summary>
internal sealed class SiteRoutes(IReadOnlyList<SiteRoute> all)
{
    public IReadOnlyList<SiteRoute> All => all;

    public IEnumerable<SiteRoute> WithoutParameters => all.Where(route => route is { IsPage: true, HasParameters: false });

    /// <summary>The route that an address leads to; the more words of an address a route names, the better it fits.</summary>
    public SiteRoute? Find(string address)
    {
        var parts = address.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries);
        return all.Where(route => route.Matches(parts)).OrderByDescending(route => route.IsPage).ThenByDescending(route => route.Literals).FirstOrDefault();
    }

    public static async Task<SiteRoutes> OfAsync(IServiceProvider services)
    {
        // a page knows its attributes only when it has been loaded
        var loader = services.GetRequiredService<PageLoader>();
        var found = new List<SiteRoute>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var page = endpoint.Metadata.GetMetadata<PageActionDescriptor>();
            var metadata = page is null ? [.. endpoint.Metadata] : (await loader.LoadAsync(page, endpoint.Metadata)).EndpointMetadata?.ToList() ?? [];
            found.Add(new(endpoint.RoutePattern.RawText ?? "", endpoint.RoutePattern.PathSegments, [.. metadata.OfType<RequirePermissionAttribute>().Select(attribute => attribute.Permission)],
                metadata.OfType<IAllowAnonymous>().Any(), page is not null, endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []));
        }

        return new(found);
    }
}
