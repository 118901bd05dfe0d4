using System.Net;
using Cradle.Platform.Access;
using Cradle.Platform.Accounts;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Modules.Tests.Access;

/// <summary>Who may reach what: found in the running application, never listed by hand.</summary>
public class DeclaredAccessTests(CradleSite site)
{
    [Fact]
    public async Task Every_page_and_endpoint_requires_a_permission_or_is_open_to_anyone_and_never_both()
    {
        var endpoints = await EndpointsAsync();
        Assert.True(endpoints.Count > 40, $"only {endpoints.Count} endpoints were found");
        Assert.All(endpoints, endpoint => Assert.True(
            endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null != (endpoint.Metadata.GetMetadata<RequirePermissionAttribute>() is null),
            $"{endpoint.DisplayName}: write [RequirePermission(…)] or [AllowAnonymous], one of them"));
    }

    [Fact]
    public async Task Every_permission_that_is_required_is_declared_and_every_door_of_the_desk_requires_what_its_page_does()
    {
        var catalogue = site.Services.GetRequiredService<PermissionCatalogue>();
        var required = (await EndpointsAsync()).SelectMany(endpoint => endpoint.Metadata.GetOrderedMetadata<RequirePermissionAttribute>().Select(attribute => (endpoint, attribute.Permission))).ToList();
        Assert.All(required, row => Assert.NotNull(catalogue[row.Permission]));
        Assert.All(site.Services.GetServices<NavigationEntry>(), entry =>
            Assert.Contains(required, row => row.Permission == entry.Permission && "~/" + row.endpoint.RoutePattern.RawText == entry.Href));
    }

    public static TheoryData<string> Accounts => [.. DemoAccounts.All.Select(demo => demo.UserName)];

    [Theory]
    [MemberData(nameof(Accounts))]
    public async Task A_role_reaches_the_pages_that_its_permissions_open_and_no_other(string userName)
    {
        var role = DemoAccounts.All.Single(demo => demo.UserName == userName).Role;
        var catalogue = site.Services.GetRequiredService<PermissionCatalogue>();
        var reader = await People.AsAsync(site, userName);
        foreach (var endpoint in (await EndpointsAsync()).Where(IsPage))
        {
            var path = PathOf(endpoint);
            var permissions = endpoint.Metadata.GetOrderedMetadata<RequirePermissionAttribute>().Select(attribute => catalogue[attribute.Permission]).ToList();
            if (permissions.Count == 0)
                continue;
            var may = permissions.TrueForAll(permission => permission.IsOfEveryone || permission.Roles.Contains(role));
            var answer = (await reader.GetAsync(path)).StatusCode;
            Assert.True(may ? answer is HttpStatusCode.OK or HttpStatusCode.NotFound or HttpStatusCode.BadRequest : answer == HttpStatusCode.Forbidden, $"{userName} at {path}: {(int)answer}");
        }
    }

    [Fact]
    public async Task A_stranger_is_led_to_the_sign_in_page_and_back_afterwards()
    {
        foreach (var endpoint in (await EndpointsAsync()).Where(endpoint => IsPage(endpoint) && endpoint.Metadata.GetMetadata<RequirePermissionAttribute>() is not null))
        {
            var page = await new Reader(site).OpenAsync(PathOf(endpoint));
            Assert.Equal("/sign-in", page.Path);
            Assert.Equal(PathOf(endpoint), Uri.UnescapeDataString(page.Address.Query).Replace("?back=", "", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task What_declares_nothing_is_refused_while_the_framework_still_answers_wrong_methods_and_types()
    {
        var undeclared = new Endpoint(_ => throw new InvalidOperationException("reached"), new EndpointMetadataCollection(), "undeclared");
        var route = new RouteEndpointBuilder(undeclared.RequestDelegate, RoutePatternFactory.Parse("/undeclared"), 0) { DisplayName = "undeclared" }.Build();
        var context = new DefaultHttpContext();
        context.SetEndpoint(route);
        await Identify(context);
        Assert.Equal(StatusCodes.Status403Forbidden, context.Response.StatusCode);
        context = new DefaultHttpContext();
        context.SetEndpoint(undeclared);   // no route's: the framework made it
        await Identify(context);
        Assert.Equal(StatusCodes.Status204NoContent, context.Response.StatusCode);
    }

    private async Task Identify(HttpContext context)
    {
        await using var scope = site.Services.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        var middleware = ActivatorUtilities.CreateInstance<Identification>(scope.ServiceProvider, (RequestDelegate)(next =>
        {
            next.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }));
        await middleware.InvokeAsync(context, scope.ServiceProvider.GetRequiredService<SignedIn>(), scope.ServiceProvider.GetRequiredService<Platform.Processes.ProcessScope>());
    }

    // A page knows its attributes only when it has been loaded.
    private async Task<List<RouteEndpoint>> EndpointsAsync()
    {
        var loader = site.Services.GetRequiredService<PageLoader>();
        var found = new List<RouteEndpoint>();
        foreach (var endpoint in site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var page = endpoint.Metadata.GetMetadata<PageActionDescriptor>();
            found.Add(page is null ? endpoint : Loaded(endpoint, await loader.LoadAsync(page, endpoint.Metadata)));
        }

        return found;
    }

    private static RouteEndpoint Loaded(RouteEndpoint endpoint, CompiledPageActionDescriptor page) =>
        new(endpoint.RequestDelegate!, endpoint.RoutePattern, endpoint.Order, new EndpointMetadataCollection([page, .. page.EndpointMetadata ?? []]), endpoint.DisplayName);

    private static bool IsPage(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null;

    // A place in the address is filled with an id that leads nowhere: what is not there is 404 to who may look, 403 to who may not.
    private static string PathOf(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment =>
        segment.Parts is [RoutePatternLiteralPart literal] ? literal.Content : Guid.Empty.ToString()));
}
