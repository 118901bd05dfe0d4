using Cradle.Entitlements.Policies;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations.Synthetic;
using Cradle.Rules.Rehearsal;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cradle.Entitlements.Rehearsals;

/// <summary>Runs what was handed in, one after the other, beside the requests. A stop of the server cancels the run; nothing of it is kept.</summary>
public sealed partial class RehearsalWorker(RehearsalDesk desk, PolicyLibrary library, SyntheticPlaces places, ILogger<RehearsalWorker> log) : BackgroundService
{
    private const string FileName = "reform.yaml";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            RehearsalJob job;
            try
            {
                job = await desk.NextAsync(stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            using var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, job.Cancelled);
            await Task.Run(() => Run(job, stop.Token), CancellationToken.None);
        }
    }

    private void Run(RehearsalJob job, CancellationToken stop)
    {
        try
        {
            var request = job.Request;
            var reformed = ReformReader.Read(library.Pack, request.Text, FileName);
            var population = new SyntheticPopulation(new SyntheticRequest(request.Division, request.Families, request.AsOf.AddDays(-1), request.Seed), places.Births, places.Assumptions, library.Divisions);
            // one core is left to the requests
            var options = new RehearsalOptions { AsOf = request.AsOf, Years = request.Years, ProjectBirths = request.ProjectBirths, Seed = request.Seed, BlockSize = 256, Threads = Math.Max(1, Environment.ProcessorCount - 1) };
            var run = new RehearsalRun(library.Policy, reformed, population, options);
            var totals = new RehearsalTotals();
            run.Observe(totals, new Teller(job, request.Families), cancellation: stop);
            job.End(JobState.Done, new ReportBuilder(run, totals).Build() with
            {
                Cases = CaseChanges.Find(library.Policy, request.Text, FileName, library.Divisions),
                Findings = ReformReview.Check(library.Pack, reformed, run.Calendar),
            });
        }
        catch (OperationCanceledException)
        {
            job.End(JobState.Cancelled);
        }
        catch (Exception exception) when (exception is PolicyPackException or OverflowException or IOException or ArgumentException or InvalidOperationException)
        {
            LogFailed(log, job.Id, exception);
            job.End(JobState.Failed);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Rehearsal {Id} failed")]
    private static partial void LogFailed(ILogger logger, string id, Exception exception);

    private sealed class Teller(RehearsalJob job, int families) : IProgress<RehearsalProgress>
    {
        public void Report(RehearsalProgress value) => job.Tell(value with { Of = Math.Max(families, value.Families) });
    }
}
