using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Cradle.Platform.Telemetry;

/// <summary>
/// What the product measures of itself; names, units and tags are in docs/operations/telemetry.md. Tags are names of routes, tables, messages,
/// partners and jobs: never an id, and nothing of a person.
/// </summary>
public sealed class Measures : IDisposable
{
    /// <summary>The name of the meter and of the source of spans.</summary>
    public const string Name = "Cradle";

    private readonly Histogram<double> requests;
    private readonly Histogram<double> evaluations;
    private readonly Histogram<double> connectors;
    private readonly Histogram<double> jobs;
    private readonly Histogram<double> deliveries;
    private readonly Counter<long> moves;

    public Measures(IMeterFactory meters, Backlog backlog)
    {
        Tally = new MeasuredTally(meters);
        var meter = meters.Create(Name);
        requests = Seconds(meter, "cradle.request.duration", "Requests answered, by route, method and status");
        evaluations = Seconds(meter, "cradle.evaluation.duration", "Evaluations of a family by the rules");
        connectors = Seconds(meter, "cradle.connector.duration", "Requests to other departments' systems, by partner and status");
        jobs = Seconds(meter, "cradle.job.duration", "Runs of jobs, by job and outcome");
        deliveries = Seconds(meter, "cradle.outbox.delay", "From the commit of a message until it was applied or failed, by message and outcome");
        moves = meter.CreateCounter<long>("cradle.lifecycle.moves", description: "Moves asked for, by lifecycle, action and outcome");
        meter.CreateObservableGauge("cradle.outbox.waiting", () => backlog.Observe(reading => reading.Waiting), description: "Messages that are to be delivered");
        meter.CreateObservableGauge("cradle.outbox.dead", () => backlog.Observe(reading => reading.Dead), description: "Messages that were given up");
        meter.CreateObservableGauge("cradle.deadlines.overdue", () => backlog.Observe(reading => reading.Overdue), description: "Cases whose last day has passed");
    }

    /// <summary>Spans from a request to what it sends to others.</summary>
    public static ActivitySource Source { get; } = new(Name);

    /// <summary>What was measured since the process started.</summary>
    public MeasuredTally Tally { get; }

    public void Requested(string route, string method, int status, TimeSpan took) =>
        requests.Record(took.TotalSeconds, new("route", route), new("method", method), new("status", status));

    public void Evaluated(TimeSpan took) => evaluations.Record(took.TotalSeconds);

    public void Moved(string lifecycle, string action, string outcome) => moves.Add(1, new("lifecycle", lifecycle), new("action", action), new("outcome", outcome));

    internal void Delivered(string message, string outcome, TimeSpan delay) => deliveries.Record(Math.Max(0, delay.TotalSeconds), new("message", message), new("outcome", outcome));

    internal void Asked(string partner, int status, TimeSpan took) => connectors.Record(took.TotalSeconds, new("partner", partner), new("status", status));

    internal void Ran(string job, bool succeeded, TimeSpan took) => jobs.Record(took.TotalSeconds, new("job", job), new("outcome", succeeded ? "done" : "failed"));

    public void Dispose() => Tally.Dispose();

    private static Histogram<double> Seconds(Meter meter, string name, string description) =>
        meter.CreateHistogram(name, "s", description, advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = MeasuredSeries.Bounds });
}
