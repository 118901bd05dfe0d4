using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Mime;
using Cradle.Cli.Drills;
using Cradle.Cli.Entitlements;

namespace Cradle.Cli.Benchmarks;

/// <summary><c>cradle bench http [FAMILY.json] [--url URL]</c>: how long a family's answer takes over HTTP, from this process to a site in another, on a connection that stays open.</summary>
internal static class BenchHttpCommand
{
    private const int WarmUp = 4000;
    private const int LeastRounds = 100;
    private const string Path = "api/v1/entitlements";

    /// <summary>As many as the rule set that engines are compared on has, and of the same matters: leave, fees, allowances, deductions, housing, kindergarten.</summary>
    private static readonly string[] Fifteen =
    [
        "maternity-leave", "maternity-leave-extra", "paternity-leave", "parental-leave", "employer-infant-care-fee", "child-allowance-national", "child-allowance-national-total", "infant-care-tax-deduction",
        "infant-care-tax-deduction-year", "child-education-tax-deduction", "provident-fund-loan-uplift", "provident-fund-first-use-terms", "kindergarten-operating-subsidy", "preschool-aid", "maternity-cash-benefit",
    ];

    public static Command Create()
    {
        var file = new Argument<string?>("FAMILY.json") { Description = "The family; the example of the documentation when left out.", Arity = ArgumentArity.ZeroOrOne };
        var url = new Option<string?>("--url") { Description = "A site that runs already; without it one is started on a free port, and ended.", HelpName = "URL" };
        var rounds = new Option<int>("--rounds") { Description = "How many requests are measured.", HelpName = "N", DefaultValueFactory = _ => 2048 };
        var command = new Command("http", "Median and 95th percentile of one family's answer over HTTP, one request after the other.") { file, url, rounds, Options.Json };
        command.SetAction((parse, stop) => RunAsync(parse.GetValue(file), parse.GetValue(url), parse.GetValue(rounds), parse.GetValue(Options.Json), stop));
        return command;
    }

    private static async Task<int> RunAsync(string? file, string? url, int rounds, bool json, CancellationToken stop)
    {
        if (rounds < LeastRounds)
            throw new UsageException($"--rounds {rounds}: at least {LeastRounds}, or the 95th percentile says nothing.");
        if (url is not null && !(Uri.TryCreate(url, UriKind.Absolute, out var asked) && asked.Scheme is "http" or "https"))
            throw new UsageException($"--url {url}: write it as http://127.0.0.1:5080/.");
        var family = FamilyFile.Read(file ?? Folders.ExampleFamily);
        if (url is not null)
            return await MeasureAsync(new Uri(url), family, rounds, json, stop);
        var state = Directory.CreateTempSubdirectory("cradle-bench-").FullName;
        try
        {
            // as it is installed, with its log, but for the limit of requests a minute
            var settings = new Dictionary<string, string> { ["Logging:LogLevel:Default"] = "Information", ["Limits:ApiRequestsPerMinute"] = "1000000000" };
            await using var site = new DrilledServer("site", DrilledServer.FreePort(), state, settings);
            await site.StartAsync(stop);
            return await MeasureAsync(site.Address, family, rounds, json, stop);
        }
        finally
        {
            Directory.Delete(state, recursive: true);
        }
    }

    private static async Task<int> MeasureAsync(Uri site, byte[] family, int rounds, bool json, CancellationToken stop)
    {
        using var client = new HttpClient();
        var buffer = new byte[1 << 20];
        Timing[] timings =
        [
            await MeasureAsync("answer", client, new Uri(site, Path), family, buffer, rounds, stop),
            await MeasureAsync("answer with reasons", client, new Uri(site, Path + "?explain=true"), family, buffer, rounds, stop),
            await MeasureAsync("fifteen quantities", client, new Uri(site, $"{Path}?quantities={string.Join(',', Fifteen)}"), family, buffer, rounds, stop),
            await MeasureAsync("one quantity", client, new Uri(site, Path + "?quantities=maternity-leave"), family, buffer, rounds, stop),
        ];
        if (json)
            JsonOutput.Write(new { Rounds = rounds, Timings = timings });
        else
            foreach (var timing in timings)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{timing.What,-20} median {timing.MedianMilliseconds,7:0.000} ms   p95 {timing.P95Milliseconds,7:0.000} ms   {timing.RequestsPerSecond,6:0} requests/s   {timing.Bytes} bytes"));
        return ExitCodes.Ok;
    }

    private static async Task<Timing> MeasureAsync(string what, HttpClient client, Uri address, byte[] family, byte[] buffer, int rounds, CancellationToken stop)
    {
        var times = new TimeSpan[rounds];
        var bytes = 0;
        for (var round = -WarmUp; round < rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            bytes = await AskAsync(client, address, family, buffer, stop);
            if (round >= 0)
                times[round] = Stopwatch.GetElapsedTime(start);
        }

        var seconds = times.Sum(time => time.TotalSeconds);
        Array.Sort(times);
        return new Timing(what, Math.Round(times[rounds / 2].TotalMilliseconds, 3), Math.Round(times[rounds * 95 / 100].TotalMilliseconds, 3), Math.Round(rounds / seconds), bytes);
    }

    private static async Task<int> AskAsync(HttpClient client, Uri address, byte[] family, byte[] buffer, CancellationToken stop)
    {
        using var body = new ByteArrayContent(family) { Headers = { ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json) } };
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = body };
        using var answer = await SendAsync(client, request, stop);
        if (!answer.IsSuccessStatusCode)
            throw new UsageException($"{address} answered {(int)answer.StatusCode}. {(int)answer.StatusCode switch { 429 => "The site limits requests a minute: start it with Limits__ApiRequestsPerMinute=1000000000.", 404 => "--url must name a Cradle site.", _ => "`cradle entitlements` says what is wrong with the family." }}");
        await using var content = await answer.Content.ReadAsStreamAsync(stop);
        var bytes = 0;
        while (await content.ReadAsync(buffer, stop) is > 0 and var read)
            bytes += read;
        return bytes;
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpRequestMessage request, CancellationToken stop)
    {
        try
        {
            return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
        }
        catch (HttpRequestException exception)
        {
            throw new UsageException($"{request.RequestUri} does not answer: {exception.Message}. Start the site with ./run, or leave --url out.");
        }
    }

    private sealed record Timing(string What, double MedianMilliseconds, double P95Milliseconds, double RequestsPerSecond, int Bytes);
}
