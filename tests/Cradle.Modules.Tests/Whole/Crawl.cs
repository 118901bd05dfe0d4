using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Cradle.Modules.Tests.Access;

namespace Cradle.Modules.Tests.Whole;

/// <summary>What somebody got at an address.</summary>
internal sealed record SeenAnswer(string Person, string Address, HttpStatusCode Status, string Text, IHtmlDocument? Page);

/// <summary>Follows every link of the site in every role of Changchun and as a stranger; of alike addresses a few.</summary>
internal sealed partial class Crawl(WorkedSite worked)
{
    public const string Stranger = "";

    // Of pages that differ by an id or a search alone so many are read.
    private const int Alike = 4;

    public static IReadOnlyList<string> Everybody { get; } = [Stranger, .. EveryRole.Accounts.Select(account => account.UserName).Where(name => name.StartsWith("changchun.", StringComparison.Ordinal))];

    public async Task<IReadOnlyList<SeenAnswer>> RunAsync()
    {
        var routes = await SiteRoutes.OfAsync(worked.Site.Services);
        var answers = new List<SeenAnswer>();
        foreach (var person in Everybody)
        {
            var reader = person == Stranger ? new Reader(worked.Site) : await People.AsAsync(worked.Site, person);
            await FollowAsync(person, reader, routes, answers);
        }

        return answers;
    }

    private static async Task FollowAsync(string person, Reader reader, SiteRoutes routes, List<SeenAnswer> answers)
    {
        var (waiting, seen, counts) = (new Queue<string>(routes.WithoutParameters.Where(route => person == Stranger || !route.IsOpen).Select(route => route.Path)), new HashSet<string>(), new Dictionary<string, int>());
        while (waiting.TryDequeue(out var address))
        {
            if (!seen.Add(address) || routes.Find(address) is not { } route || (route.IsOpen && person != Stranger) || ++CountOf(counts, Shape(address)) > Alike)
                continue;
            var answer = await ReadAsync(person, address, await reader.GetAsync(address));
            answers.Add(answer);
            foreach (var link in answer.Page?.QuerySelectorAll<IHtmlAnchorElement>("a[href]").Select(link => link.GetAttribute("href")!) ?? [])
            {
                if (link.StartsWith('/') && !link.StartsWith("/sign-out", StringComparison.Ordinal))
                    waiting.Enqueue(link.Split('#')[0]);
            }
        }
    }

    private static ref int CountOf(Dictionary<string, int> counts, string shape) => ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, shape, out _);

    // The address without ids and without what is asked for, but for the handler: that is another answer.
    private static string Shape(string address)
    {
        var query = address.IndexOf('?', StringComparison.Ordinal);
        var handler = Handler().Match(address).Value;
        return Ids().Replace(query < 0 ? address : address[..query], "{}") + handler + (query < 0 ? "" : "?");
    }

    public static async Task<SeenAnswer> ReadAsync(string person, string address, HttpResponseMessage answer)
    {
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var type = answer.Content.Headers.ContentType?.MediaType ?? "";
        if (type.Contains("spreadsheet", StringComparison.Ordinal))
        {
            using var archive = new ZipArchive(new MemoryStream(bytes));
            return new(person, address, answer.StatusCode, string.Join('\n', archive.Entries.Select(entry => new StreamReader(entry.Open()).ReadToEnd())), null);
        }

        var text = Encoding.UTF8.GetString(bytes);
        return new(person, address, answer.StatusCode, text, type == "text/html" ? await new HtmlParser().ParseDocumentAsync(text) : null);
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}|(?<=/policy/).+")]
    private static partial Regex Ids();

    [GeneratedRegex("handler=[A-Za-z]+")]
    private static partial Regex Handler();
}
