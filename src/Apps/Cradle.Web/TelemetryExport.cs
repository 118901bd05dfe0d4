using Cradle.Platform.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Cradle.Web;

/// <summary>Sends spans and figures to a collector, by OTLP over HTTP, where <c>Telemetry:Otlp</c> names one. Without it nothing leaves the process.</summary>
internal sealed class TelemetryExport(Uri collector, TimeSpan every) : IHostedService
{
    private const string Service = "cradle";
    private static readonly TimeSpan UsualInterval = TimeSpan.FromSeconds(30);

    private TracerProvider? traces;
    private MeterProvider? figures;

    /// <exception cref="InvalidOperationException">The collector's address is none.</exception>
    public static void Add(WebApplicationBuilder builder)
    {
        var section = builder.Configuration.GetSection("Telemetry");
        if (section["Otlp"] is not { Length: > 0 } address)
            return;
        if (!Uri.TryCreate(address.TrimEnd('/') + '/', UriKind.Absolute, out var collector) || collector.Scheme is not ("http" or "https"))
            throw new InvalidOperationException($"Telemetry:Otlp is '{address}'; write the address of a collector that takes OTLP over HTTP, such as http://127.0.0.1:4318.");
        builder.Services.AddHostedService(_ => new TelemetryExport(collector, section.GetValue<TimeSpan?>("Every") ?? UsualInterval));
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var resource = ResourceBuilder.CreateDefault().AddService(Service, serviceInstanceId: $"{Environment.MachineName}/{Environment.ProcessId}");
        traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(Measures.Name, "Microsoft.AspNetCore")
            .AddProcessor(new WithoutQueries())
            .AddOtlpExporter(options => Set(options, "v1/traces")).Build();
        figures = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Measures.Name, "System.Runtime", "Microsoft.AspNetCore.Server.Kestrel", "Npgsql")
            .AddOtlpExporter((options, reader) =>
            {
                Set(options, "v1/metrics");
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)every.TotalMilliseconds;
            }).Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        // what is not sent yet is sent now; a host may be stopped twice
        Interlocked.Exchange(ref traces, null)?.Dispose();
        Interlocked.Exchange(ref figures, null)?.Dispose();
        return Task.CompletedTask;
    }

    private void Set(OtlpExporterOptions options, string path) => (options.Protocol, options.Endpoint) = (OtlpExportProtocol.HttpProtobuf, new Uri(collector, path));

    // A query string may hold what a family answers.
    private sealed class WithoutQueries : BaseProcessor<System.Diagnostics.Activity>
    {
        public override void OnEnd(System.Diagnostics.Activity data)
        {
            data.SetTag("url.query", null);
            data.SetTag("url.full", null);
        }
    }
}
