using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Cradle.Cli.Drills;
using Cradle.Platform.Accounts;

namespace Cradle.Cli.Benchmarks.Load;

/// <summary>Families with a session each, as browsers hold them, and what they do: forms by the page, reads of pages and of the API.</summary>
internal sealed partial class LoadFamilies : IDisposable
{
    private const string County = "220104";

    private static readonly string[] Open = ["", "services", "births", "births/registration", "entitlements", "policy", "policy/search?q=%E4%BA%A7%E5%81%87", "api/v1/quantities/maternity-leave", "api/v1/documents"];
    private static readonly string[] Own = ["births/cases", "account/inbox", "births/calendar"];

    private readonly HttpClient client;
    private readonly List<Family> families = [];
    private readonly ConcurrentQueue<(Family Family, string Case)> cases = new();
    private readonly ConcurrentBag<string> receipts = [];
    private (Family Family, string Case)[] known = [];
    private readonly DateOnly born = Options.Today.AddDays(-20);

    private LoadFamilies(Uri site) => client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, MaxConnectionsPerServer = 512 }) { BaseAddress = site, Timeout = TimeSpan.FromMinutes(2) };

    /// <summary>The cases whose receipts were shown.</summary>
    public IReadOnlyCollection<string> Receipts => receipts;

    public static async Task<LoadFamilies> SignInAsync(Uri site, IEnumerable<string> names, CancellationToken stop)
    {
        var all = new LoadFamilies(site);
        foreach (var name in names)
            all.families.Add(await all.SignInAsync(name, stop));
        return all;
    }

    /// <summary>Lets the site compile what it will need, and gives readers some cases to read.</summary>
    /// <param name="rounds">Of one form and a page of every kind.</param>
    /// <param name="stop">Stops between two requests.</param>
    public async Task WarmUpAsync(int rounds, CancellationToken stop)
    {
        for (var round = 0; round < rounds; round++)
        {
            Check(await SubmitAsync(-1 - round, stop));
            known = [.. cases];
            for (var read = 0; read < Open.Length + Own.Length; read++)
                Check(await ReadAsync(round * (Open.Length + Own.Length) + read, stop));
        }

        static void Check((string Kind, string? Error) answer)
        {
            if (answer.Error is not null)
                throw new UsageException($"Before the load began, {answer.Kind} was answered with {answer.Error}.");
        }
    }

    /// <summary>Opens the form, fills it in for another child and sends it.</summary>
    public async Task<(string Kind, string? Error)> SubmitAsync(int number, CancellationToken stop)
    {
        const string Kind = "form opened and sent";
        var family = families[Math.Abs(number) % families.Count];
        try
        {
            using var opened = await SendAsync(HttpMethod.Get, "births/apply", family, null, stop);
            var page = await opened.Content.ReadAsStringAsync(stop);
            if (Token().Match(page) is not { Success: true } token || Key().Match(page) is not { Success: true } key)
                return (Kind, $"{(int)opened.StatusCode} at the form");
            using var form = new FormUrlEncodedContent(Filled(number, token.Groups[1].Value, key.Groups[1].Value));
            using var sent = await SendAsync(HttpMethod.Post, "births/apply", family, form, stop);
            if ((int)sent.StatusCode != StatusFound || sent.Headers.Location?.OriginalString is not { } address || !address.StartsWith("/births/cases/", StringComparison.Ordinal))
                return (Kind, $"{(int)sent.StatusCode} to the form");
            receipts.Add(address[(address.LastIndexOf('/') + 1)..]);
            cases.Enqueue((family, address.TrimStart('/')));
            return (Kind, null);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
        {
            return (Kind, exception.GetType().Name);
        }
    }

    /// <summary>Reads what visitors read: half of it open to anyone, a third a case of the family, the rest its lists and the API.</summary>
    public Task<(string Kind, string? Error)> ReadAsync(int number, CancellationToken stop) => (number % 10) switch
    {
        < 5 => ReadAsync(Open[number / 10 % Open.Length], null, stop),
        < 7 when known.Length > 0 => ReadAsync(known[number * 7 % known.Length].Case, known[number * 7 % known.Length].Family, stop),
        7 when known.Length > 0 => ReadAsync("api/v1/" + known[number * 7 % known.Length].Case, known[number * 7 % known.Length].Family, stop),
        8 => ReadAsync("api/v1/account", families[number % families.Count], stop),
        _ => ReadAsync(Own[number / 10 % Own.Length], families[number % families.Count], stop),
    };

    public void Dispose() => client.Dispose();

    private const int StatusFound = 302;

    private async Task<(string Kind, string? Error)> ReadAsync(string path, Family? family, CancellationToken stop)
    {
        var kind = path.StartsWith("api/", StringComparison.Ordinal) ? "API read" : family is null ? "open page read" : "own page read";
        try
        {
            using var answer = await SendAsync(HttpMethod.Get, path, family, null, stop);
            await answer.Content.CopyToAsync(Stream.Null, stop);
            return (kind, answer.IsSuccessStatusCode ? null : $"{(int)answer.StatusCode} from /{Guids().Replace(path, "{id}")}");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
        {
            return (kind, exception.GetType().Name);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, Family? family, HttpContent? content, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (family is not null && path.StartsWith("api/", StringComparison.Ordinal))
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", family.Token);
        else if (family is not null)
            request.Headers.Add("Cookie", family.Cookies);
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
    }

    private async Task<Family> SignInAsync(string name, CancellationToken stop)
    {
        using var opened = await client.GetAsync(new Uri("sign-in", UriKind.Relative), stop);
        var token = Token().Match(await opened.Content.ReadAsStringAsync(stop)).Groups[1].Value;
        var cookies = CookiesOf(opened);
        using var form = new FormUrlEncodedContent([new("UserName", name), new("Password", DemoAccounts.Password), new("__RequestVerificationToken", token)]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "sign-in") { Content = form };
        request.Headers.Add("Cookie", cookies);
        using var signed = await client.SendAsync(request, stop);
        if ((int)signed.StatusCode != StatusFound)
            throw new UsageException($"{name} could not sign in: the site answered {(int)signed.StatusCode}.");
        using var bearer = await client.PostAsJsonAsync("api/v1/tokens", new { userName = name, password = DemoAccounts.Password }, stop);
        using var body = JsonDocument.Parse(await bearer.Content.ReadAsStringAsync(stop));
        return new Family($"{cookies}; {CookiesOf(signed)}", body.RootElement.GetProperty("accessToken").GetString()!);
    }

    private static string CookiesOf(HttpResponseMessage answer) =>
        string.Join("; ", answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(cookie => cookie.Split(';')[0]) : []);

    private List<KeyValuePair<string, string>> Filled(int number, string token, string key)
    {
        var index = number < 0 ? number + InventedMother.Most : number;   // warming up uses mothers from the other end
        return
        [
            new("__RequestVerificationToken", token), new("Key", key),
            new("Form.BirthDate.Year", born.Year.ToString(CultureInfo.InvariantCulture)), new("Form.BirthDate.Month", born.Month.ToString(CultureInfo.InvariantCulture)), new("Form.BirthDate.Day", born.Day.ToString(CultureInfo.InvariantCulture)),
            new("Form.Birthplace", County), new("Form.Residence", County), new("Form.Household", County), new("Form.Phone", "13800000000"),
            new("Form.Mother.Name", "样例母亲"), new("Form.Mother.IdNumber", InventedMother.NumberOf(index)),
            new("Form.Children[0].Name", "样例宝宝"), new("Form.Children[0].Sex", index % 2 == 0 ? "Female" : "Male"), new("Form.Children[0].Certificate", string.Create(CultureInfo.InvariantCulture, $"L{index:D9}")),
        ];
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"Key\" value=\"([^\"]+)\"")]
    private static partial Regex Key();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Guids();

    private sealed record Family(string Cookies, string Token);
}
