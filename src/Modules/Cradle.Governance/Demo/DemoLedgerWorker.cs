using Cradle.Primitives;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cradle.Governance.Demo;

/// <summary>Fills the ledger of the demonstration once the site answers, so that nobody waits for it.</summary>
public sealed partial class DemoLedgerWorker(DemoLedger ledger, IHostApplicationLifetime lifetime, ILogger<DemoLedgerWorker> log) : BackgroundService
{
    private static readonly string[] Matrix = ["examples", "matrix", "changchun.csv"];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        try
        {
            await started.Task.WaitAsync(stoppingToken);
            if (ReferenceFolder.Find("docs") is not { } docs)
            {
                NoMatrix();
            }
            else if (await ledger.FillAsync(Path.Combine([docs, .. Matrix]), stoppingToken))
            {
                Filled();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // stopped while it was filling: what stands there stays
        }
        catch (Exception wrong)
        {
            Failed(wrong);   // the site is of use without it
        }
    }

    [LoggerMessage(1, LogLevel.Information, "The demonstration's ledger of Changchun is filled")]
    private partial void Filled();

    [LoggerMessage(2, LogLevel.Warning, "The demonstration's ledger stays empty: there is no docs folder with the example matrix beside the program")]
    private partial void NoMatrix();

    [LoggerMessage(3, LogLevel.Error, "The demonstration's ledger was not filled to its end; remove the state folder and start again for a whole one")]
    private partial void Failed(Exception wrong);
}

/// <summary>Registration of the demonstration's ledger.</summary>
public static class DemoLedgerRegistration
{
    /// <summary>Adds the ledger of the demonstration, and what fills it after the start.</summary>
    public static IServiceCollection AddGovernanceDemo(this IServiceCollection services) =>
        services.AddSingleton<DemoActors>().AddSingleton<DemoLedger>().AddHostedService<DemoLedgerWorker>();
}
