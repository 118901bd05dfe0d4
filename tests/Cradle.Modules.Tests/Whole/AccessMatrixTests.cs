using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Cradle.Modules.Tests.Access;
using Cradle.Platform.Access;
using Cradle.Platform.Accounts;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Processes;
using Cradle.Primitives;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Modules.Tests.Whole;

/// <summary>
/// Every page, form and endpoint about one thing × every role × the division it lies in, another one, and nobody signed in. What is expected is reckoned
/// from the permission that the route declares and from where the thing lies; both are found, never listed.
/// </summary>
[Collection(WorkedSiteGroup.Name)]
public partial class AccessMatrixTests(WorkedSite worked)
{
    // Of one page so many things are tried.
    private const int Things = 2;
    private static readonly (string UserName, HeldRole Role)[] Accounts =
        [.. EveryRole.Accounts.Select(demo => (demo.UserName, new HeldRole(demo.Role, PlaceOf(demo.UserName, demo.Role), demo.Role.Kind() == ActorKind.Organisation ? "demo" : null)))];

    // What reading leaves behind: that somebody looked, signed in, took a table, or was shown a paper for the first time.
    private static readonly string[] Reading = [AuditTrail.Viewed, "sign-in", "exported", "issued"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private PermissionCatalogue Catalogue => worked.Site.Services.GetRequiredService<PermissionCatalogue>();

    [Fact]
    public async Task A_page_about_one_thing_is_there_for_who_may_see_it_where_it_lies_and_for_nobody_else()
    {
        var (tried, wrong, before) = (0, new List<string>(), await WrittenAsync());
        foreach (var (address, route, thing) in await ThingsAsync())
        {
            foreach (var (userName, role) in Accounts)
            {
                var answer = (await (await People.AsAsync(worked.Site, userName)).GetAsync(address)).StatusCode;
                if (answer != Expected(route, thing, userName, role))
                    wrong.Add($"{userName} at {address} ({route.Pattern}): {(int)answer} where {(int)Expected(route, thing, userName, role)} was expected");
                tried++;
            }

            if ((await new Reader(worked.Site).OpenAsync(address)).Path != "/sign-in")
                wrong.Add($"a stranger reaches {address}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(tried > 500, $"only {tried} were tried");
        Assert.Equal(before, await WrittenAsync());
    }

    [Fact]
    public async Task A_form_about_something_sent_by_who_may_not_changes_nothing()
    {
        var (sent, wrong, before) = (0, new List<string>(), await WrittenAsync());
        foreach (var (address, route, fields, thing) in await FormsAsync())
        {
            foreach (var (userName, role) in Accounts)
            {
                var expected = Expected(route, thing, userName, role);
                if (expected == HttpStatusCode.OK)
                    continue;
                var (reader, token) = await SenderAsync(userName);
                var answer = (await reader.PostAsync(address, [.. fields, new("__RequestVerificationToken", token)])).Status;
                if (answer != expected && !(expected == HttpStatusCode.NotFound && !Ids().IsMatch(address)))   // a list takes the form, and finds nothing of it
                    wrong.Add($"{userName} sent to {address}: {(int)answer} where {(int)expected} was expected");
                sent++;
            }

            if ((await new Reader(worked.Site).PostAsync(address, fields)).Path != "/sign-in")
                wrong.Add($"a stranger sent to {address}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(sent > 500, $"only {sent} were sent");
        Assert.Equal(before, await WrittenAsync());
    }

    [Fact]
    public async Task An_endpoint_of_the_api_answers_who_may_and_of_a_thing_whose_it_is()
    {
        var routes = (await SiteRoutes.OfAsync(worked.Site.Services)).All.Where(route => route is { IsPage: false, Permissions.Count: > 0 } && route.Pattern.TrimStart('/').StartsWith("api/v1/", StringComparison.Ordinal)).ToList();
        Assert.True(routes.Count > 8, $"only {routes.Count} endpoints were found");
        var client = worked.Site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
        var things = await ThingsAsync();
        var (wrong, before) = (new List<string>(), await WrittenAsync());
        foreach (var route in routes)
        {
            // what the pages show of it is what the API speaks of: births/cases/{id} is api/v1/births/cases/{id}
            var page = route.Pattern.TrimStart('/')["api/v1/".Length..].Split("/{")[0];
            var thing = route.HasParameters ? things.First(row => row.Route.Pattern.StartsWith(page + "/{", StringComparison.Ordinal)).Thing : null;
            var method = new HttpMethod(route.Methods.FirstOrDefault() ?? "GET");
            foreach (var (userName, role) in Accounts)
            {
                var expected = Expected(route, thing, userName, role);
                if (expected == HttpStatusCode.OK && method != HttpMethod.Get)
                    continue;   // it would be done
                var status = await AskAsync(client, method, route.PathWith(thing?.Id ?? default), await BearerAsync(client, userName));
                if (status != expected && !(expected == HttpStatusCode.NotFound && status == HttpStatusCode.BadRequest))   // an empty body is refused before anything is looked for
                    wrong.Add($"{userName} {method} {route.Pattern}: {(int)status} where {(int)expected} was expected");
            }

            if (await AskAsync(client, method, route.PathWith(thing?.Id ?? default), null) != HttpStatusCode.Unauthorized)
                wrong.Add($"a stranger {method} {route.Pattern}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(before, await WrittenAsync());
    }

    private HttpStatusCode Expected(SiteRoute route, Thing? thing, string userName, HeldRole role)
    {
        var permissions = route.Permissions.Select(name => Catalogue[name]).ToList();
        if (!permissions.TrueForAll(permission => permission.IsOfEveryone || permission.Roles.Contains(role.Role)))
            return HttpStatusCode.Forbidden;
        if (thing is null)
            return HttpStatusCode.OK;
        // a permission that citizens have is for their own matters and for those they filed
        var isOwn = permissions.Exists(permission => permission.Roles.Contains(Role.Citizen));
        return (isOwn ? thing.People.Contains(userName) : thing.Places.Any(place => role.Covers(place, role.Unit))) ? HttpStatusCode.OK : HttpStatusCode.NotFound;
    }

    // What somebody of Changchun reached by following links.
    private async Task<List<(string Address, SiteRoute Route, Thing Thing)>> ThingsAsync()
    {
        var routes = await SiteRoutes.OfAsync(worked.Site.Services);
        var reached = (await worked.AnswersAsync()).Where(answer => answer.Status == HttpStatusCode.OK && !answer.Address.Contains('?', StringComparison.Ordinal) && Ids().IsMatch(answer.Address)).Select(answer => answer.Address).Distinct();
        var found = new List<(string, SiteRoute, Thing)>();
        foreach (var same in reached.Select(address => (Address: address, Route: routes.Find(address)!)).Where(row => !row.Route.IsOpen).GroupBy(row => row.Route.Pattern))
        {
            foreach (var (address, route) in same.Take(Things))
                found.Add((address, route, await ThingAsync(Guid.Parse(Ids().Match(address).Value), route)));
        }

        return found;
    }

    private async Task<List<(string Address, SiteRoute Route, List<KeyValuePair<string, string>> Fields, Thing Thing)>> FormsAsync()
    {
        var routes = await SiteRoutes.OfAsync(worked.Site.Services);
        var forms = new Dictionary<string, (string, SiteRoute, List<KeyValuePair<string, string>>, Thing)>();
        foreach (var answer in (await worked.AnswersAsync()).Where(answer => answer is { Status: HttpStatusCode.OK, Page: not null }))
        {
            foreach (var form in answer.Page!.QuerySelectorAll<IHtmlFormElement>("main form[method=post]"))
            {
                var held = form.QuerySelectorAll<IHtmlInputElement>("input[name]").Where(input => input.Name != "__RequestVerificationToken").Select(input => KeyValuePair.Create(input.Name!, input.Value)).ToList();
                foreach (var button in form.QuerySelectorAll<IHtmlButtonElement>("button"))
                {
                    var address = button.GetAttribute("formaction") is { Length: > 0 } own ? own : form.GetAttribute("action") is { Length: > 0 } action ? action : answer.Address;
                    var route = routes.Find(address)!;
                    var key = $"{route.Pattern} {address.Split('?').ElementAtOrDefault(1)} {button.GetAttribute("value")}";
                    var about = Ids().Match(address + " " + string.Join(' ', held.Where(field => field.Key != "Key").Select(field => field.Value)));
                    if (route.IsOpen || !about.Success || forms.ContainsKey(key) || Guid.Parse(about.Value) == Guid.Empty || route.Pattern.StartsWith("account", StringComparison.Ordinal))
                        continue;
                    List<KeyValuePair<string, string>> fields = button.Name is { Length: > 0 } name ? [.. held, new(name, button.GetAttribute("value") ?? "")] : held;
                    forms.Add(key, (address, route, fields, await ThingAsync(Guid.Parse(about.Value), route)));
                }
            }
        }

        Assert.True(forms.Count > 30, $"only {forms.Count} forms were found");
        return [.. forms.Values];
    }

    // Where a thing lies and whose it is, by what its row says of itself: places, and the accounts for whom it was made.
    private async Task<Thing> ThingAsync(Guid id, SiteRoute route)
    {
        await using var scope = worked.Site.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var names = await database.Accounts.AsNoTracking().ToDictionaryAsync(account => $"{account.Id:N}", account => account.UserName!, Stop);
        var (places, people) = (new List<DivisionCode>(), new List<string>());
        if (names.ContainsKey($"{id:N}"))
            places.AddRange(await database.Grants.Where(grant => grant.AccountId == id).Select(grant => grant.Division).ToListAsync(Stop));
        foreach (var type in database.Model.GetEntityTypes().Where(type => type.FindPrimaryKey()!.Properties is [{ ClrType: var key }] && key == typeof(Guid)))
        {
            if (await database.FindAsync(type.ClrType, [id], Stop) is not { } row)
                continue;
            places.AddRange(type.GetProperties().Where(property => property.ClrType == typeof(DivisionCode) && property.Name is "Division" or "FiledAt" or "To").Select(property => (DivisionCode)property.PropertyInfo!.GetValue(row)!));
            people.AddRange(type.GetProperties().Where(property => property.Name is "Applicant" or "FiledBy").Select(property => property.PropertyInfo!.GetValue(row) as string).OfType<string>().Select(account => names.GetValueOrDefault(account, account)));
        }

        Assert.True(places.Count > 0, $"{route.Pattern}: nothing says where {id} lies");
        return new(id, places, people);
    }

    // Whatever is changed is in the audit log; that somebody looked is too, and that nothing came of it.
    private async Task<string> WrittenAsync()
    {
        await worked.AnswersAsync();   // whatever is made by reading alone has been made
        foreach (var (userName, _) in Accounts)
            await People.AsAsync(worked.Site, userName);
        await using var scope = worked.Site.Services.CreateAsyncScope();
        var written = await scope.ServiceProvider.GetRequiredService<PlatformDbContext>().AuditEntries.Where(entry => !Reading.Contains(entry.Action))
            .GroupBy(entry => new { entry.SubjectType, entry.Action }).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(Stop);
        return string.Join('\n', written.Select(row => $"{row.Key.SubjectType} {row.Key.Action} {row.Count}").Order(StringComparer.Ordinal));
    }

    private readonly Dictionary<string, (Reader Reader, string Token)> senders = [];

    // Whoever sends has read a page before: what is refused is not refused for want of the page's token.
    private async Task<(Reader Reader, string Token)> SenderAsync(string userName)
    {
        if (senders.TryGetValue(userName, out var known))
            return known;
        var reader = await People.AsAsync(worked.Site, userName);
        var page = await reader.OpenAsync("/account/password");
        return senders[userName] = (reader, page.Document.QuerySelector<IHtmlInputElement>("main input[name=__RequestVerificationToken]")!.Value);
    }

    private readonly Dictionary<string, string> bearers = [];

    private async Task<string> BearerAsync(HttpClient client, string userName)
    {
        if (bearers.TryGetValue(userName, out var bearer))
            return bearer;
        var code = TimeCode.At(DemoAccounts.Key, TimeCode.StepAt(worked.Site.Clock.GetUtcNow()) + 1);   // the pages used up the code of this step
        using var answer = await client.PostAsJsonAsync("/api/v1/tokens", new { userName, password = DemoAccounts.Password, code }, Stop);
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop));
        return bearers[userName] = body.RootElement.GetProperty("accessToken").GetString()!;
    }

    private static async Task<HttpStatusCode> AskAsync(HttpClient client, HttpMethod method, string path, string? bearer)
    {
        using var request = new HttpRequestMessage(method, path);
        if (bearer is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        if (method != HttpMethod.Get)
            request.Content = JsonContent.Create(new { version = -1 });
        return (await client.SendAsync(request, Stop)).StatusCode;
    }

    private static DivisionCode PlaceOf(string userName, Role role) => DivisionCode.Parse((userName.Split('.')[0], role.NeedsSecondFactor()) switch
    {
        ("changchun", true) => "2201",
        ("changchun", false) => "220104",
        (_, true) => "1401",
        _ => "140105",
    });

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Ids();

    private sealed record Thing(Guid Id, IReadOnlyList<DivisionCode> Places, IReadOnlyList<string> People);
}
