using System.Net;
using Cradle.Modules.Tests.Access;
using Cradle.Platform.Access;
using Cradle.Platform.Accounts;
using Cradle.Platform.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Modules.Tests.Governance;

/// <summary>Role by place over every page of the module: found in the running application. Which role reaches which page at all is shown by DeclaredAccessTests.</summary>
public class PlaceAccessTests(CradleSite site)
{
    public static TheoryData<string> Roles => [.. DemoAccounts.All.Select(demo => demo.UserName).Where(name => name.StartsWith("changchun.", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task A_role_shows_its_place_and_what_lies_in_it_and_no_other_place(string userName)
    {
        var role = DemoAccounts.All.Single(demo => demo.UserName == userName).Role;
        var catalogue = site.Services.GetRequiredService<PermissionCatalogue>();
        var reader = await People.AsAsync(site, userName);
        foreach (var (path, permission) in (await PagesAsync()).Where(page => catalogue[page.Permission].Roles.Contains(role)))
        {
            // those with a second factor hold their role for the city, the others for one of its districts
            var city = role.NeedsSecondFactor() ? HttpStatusCode.OK : HttpStatusCode.NotFound;
            foreach (var (division, expected) in new[] { ("2201", city), ("220102", city), ("220104", HttpStatusCode.OK), ("22", HttpStatusCode.NotFound), ("1401", HttpStatusCode.NotFound), ("00", HttpStatusCode.NotFound), ("x", HttpStatusCode.NotFound) })
                Assert.True((await reader.GetAsync($"{path}?division={division}")).StatusCode == expected, $"{userName} at {path} of {division}, by {permission}");
        }
    }

    [Fact]
    public async Task A_form_that_is_sent_for_another_place_does_nothing()
    {
        var reader = await People.AsAsync(site, "changchun.officer");
        var sent = 0;
        foreach (var (path, _) in await PagesAsync())
        {
            var page = await reader.OpenAsync(path);
            foreach (var form in page.Document.QuerySelectorAll<AngleSharp.Html.Dom.IHtmlFormElement>("main form[method=post]").Where(form => form.QuerySelector("input[name=division]") is not null))
            {
                var fields = form.QuerySelectorAll<AngleSharp.Html.Dom.IHtmlInputElement>("input[name]").Where(input => input.Name != "division").Select(input => KeyValuePair.Create(input.Name!, input.Value)).Append(new("division", "1401")).ToList();
                var button = form.QuerySelector("button")!;
                var address = button.GetAttribute("formaction") ?? form.GetAttribute("action") ?? path;
                Assert.True((await reader.PostAsync(address.Length > 0 ? address : path, fields)).Status == HttpStatusCode.NotFound, $"{address} took a form for Taiyuan");
                sent++;
            }
        }

        Assert.True(sent > 8, $"only {sent} forms were found");
    }

    // Pages of a place; those of one thing need one that is there, and are shown hidden in OfficePageTests.
    private async Task<List<(string Path, string Permission)>> PagesAsync()
    {
        var loader = site.Services.GetRequiredService<PageLoader>();
        var found = new List<(string, string)>();
        foreach (var endpoint in site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page && endpoint.RoutePattern.RawText is { } text && text.StartsWith("governance", StringComparison.Ordinal) && endpoint.RoutePattern.Parameters.Count == 0)
                found.Add(("/" + text, (await loader.LoadAsync(page, endpoint.Metadata)).EndpointMetadata!.OfType<RequirePermissionAttribute>().Single().Permission));
        }

        Assert.True(found.Count > 18, $"only {found.Count} pages were found");
        return found;
    }
}
