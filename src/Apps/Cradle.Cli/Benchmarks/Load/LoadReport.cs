using System.Globalization;

namespace Cradle.Cli.Benchmarks.Load;

/// <summary>What a run of load came to, by kind of request.</summary>
internal sealed record LoadReport(string Database, LoadPlan Plan, LoadRun Run, double SiteCores, double OwnCores, LoadSite.Kept Kept)
{
    public bool HasErrors => Run.Requests.Any(request => request.Error is not null) || Kept.Lost > 0 || Kept.Doubled > 0;

    public IEnumerable<string> Lines()
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"{Database}: {Plan.Submissions} forms/s and {Plan.Reads} reads/s for {Plan.Seconds} s by {Plan.People} families; the last answer came after {Run.Took.TotalSeconds:0.0} s");
        foreach (var kind in Kinds())
            yield return string.Create(CultureInfo.InvariantCulture, $"{kind.Kind,-22} {kind.Count,7}   p50 {kind.P50,8:0.0} ms   p95 {kind.P95,8:0.0} ms   p99 {kind.P99,8:0.0} ms   longest {kind.Longest,8:0.0} ms   errors {kind.Errors}");
        foreach (var error in Errors())
            yield return string.Create(CultureInfo.InvariantCulture, $"  {error.Count} times {error.Error}");
        yield return string.Create(CultureInfo.InvariantCulture, $"kept: {Kept.Cases} cases, lost {Kept.Lost}, doubled {Kept.Doubled}; {Kept.Sent} items at the department, {Kept.Waiting} messages on their way");
        yield return string.Create(CultureInfo.InvariantCulture, $"processors: site {SiteCores:0.00}, this process {OwnCores:0.00} of {Environment.ProcessorCount}");
    }

    public object ForJson() => new
    {
        Database, Plan.Seconds, SubmissionsPerSecond = Plan.Submissions, ReadsPerSecond = Plan.Reads, Plan.People, TookSeconds = Math.Round(Run.Took.TotalSeconds, 2), Kinds = Kinds(), Errors = Errors(), Kept,
        Processors = Environment.ProcessorCount, SiteProcessors = Math.Round(SiteCores, 2), OwnProcessors = Math.Round(OwnCores, 2),
    };

    private IReadOnlyList<OfKind> Kinds() => [.. Run.Requests.GroupBy(request => request.Kind).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => OfKind.From(group.Key, [.. group]))];

    private IReadOnlyList<OfError> Errors() =>
        [.. Run.Requests.Where(request => request.Error is not null).GroupBy(request => $"{request.Kind}: {request.Error}").Select(group => new OfError(group.Key, group.Count())).OrderByDescending(error => error.Count)];

    /// <summary>Milliseconds of one kind of request; of those with errors too.</summary>
    internal sealed record OfKind(string Kind, int Count, double P50, double P95, double P99, double Longest, int Errors)
    {
        public static OfKind From(string kind, Asked[] requests)
        {
            var times = requests.Select(request => request.Took.TotalMilliseconds).Order().ToArray();
            return new OfKind(kind, times.Length, At(0.5), At(0.95), At(0.99), Math.Round(times[^1], 1), requests.Count(request => request.Error is not null));

            double At(double share) => Math.Round(times[Math.Max(0, (int)Math.Ceiling(times.Length * share) - 1)], 1);
        }
    }

    internal sealed record OfError(string Error, int Count);
}
