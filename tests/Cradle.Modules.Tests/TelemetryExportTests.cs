using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Cradle.Modules.Tests.Births;
using Microsoft.AspNetCore.Hosting;

namespace Cradle.Modules.Tests;

/// <summary>A collector that stands in for any: spans and figures come to it where it is named, without what a family answered.</summary>
public sealed class TelemetryExportTests
{
    [Fact]
    public async Task A_named_collector_gets_spans_and_figures_and_nothing_of_a_query()
    {
        using var collector = new Collector();
        using (var plain = new CradleSite())
        await using (var site = plain.WithWebHostBuilder(builder => builder.UseSetting("Telemetry:Otlp", collector.Address.ToString())))
        {
            using var client = site.CreateClient();
            using var answer = await client.GetAsync(new Uri("/policy?q=SecretAnswerOfAFamily", UriKind.Relative), TestContext.Current.CancellationToken);
        }

        for (var looks = 0; looks < 300 && !(collector.Of("/v1/metrics").Contains("cradle.request.duration", StringComparison.Ordinal) && collector.Of("/v1/traces").Contains("GET /policy", StringComparison.Ordinal)); looks++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Contains("cradle.request.duration", collector.Of("/v1/metrics"), StringComparison.Ordinal);
        Assert.Contains("GET /policy", collector.Of("/v1/traces"), StringComparison.Ordinal);
        Assert.DoesNotContain("SecretAnswerOfAFamily", collector.Of("/v1/traces") + collector.Of("/v1/metrics"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_that_is_none_stops_the_start_and_says_how_to_write_one()
    {
        using var plain = new CradleSite();
        using var site = plain.WithWebHostBuilder(builder => builder.UseSetting("Telemetry:Otlp", "collector"));
        Assert.ThrowsAny<InvalidOperationException>(() => site.Services);
    }

    private sealed class Collector : IDisposable
    {
        private readonly HttpListener listener = new();
        private readonly ConcurrentQueue<(string Path, string Body)> received = new();

        public Collector()
        {
            Address = new Uri($"http://127.0.0.1:{BirthsSite.FreePort()}/");
            listener.Prefixes.Add(Address.ToString());
            listener.Start();
            _ = Task.Run(ListenAsync);
        }

        public Uri Address { get; }

        public string Of(string path) => string.Join('\n', received.Where(one => one.Path == path).Select(one => one.Body));

        public void Dispose() => listener.Close();

        private async Task ListenAsync()
        {
            while (listener.IsListening)
            {
                try
                {
                    var context = await listener.GetContextAsync();
                    using var reader = new StreamReader(context.Request.InputStream, Encoding.Latin1);
                    received.Enqueue((context.Request.Url!.AbsolutePath, await reader.ReadToEndAsync()));
                    context.Response.Close();
                }
                catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }
            }
        }
    }
}
