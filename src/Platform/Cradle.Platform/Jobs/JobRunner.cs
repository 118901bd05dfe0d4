using System.Diagnostics;
using Cradle.Platform.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cradle.Platform.Jobs;

/// <summary>Runs a job by its name, in a scope of its own. What goes wrong is logged: the next round does what this one left.</summary>
public sealed partial class JobRunner(IServiceScopeFactory scopes, IEnumerable<JobPlan> plans, Measures measures, TimeProvider time, ILogger<JobRunner> logger)
{
    private readonly Dictionary<string, JobPlan> plans = plans.ToDictionary(plan => plan.Name, StringComparer.Ordinal);

    /// <summary>Every job of this process.</summary>
    public IReadOnlyCollection<JobPlan> Plans => plans.Values;

    /// <summary>Makes one run.</summary>
    /// <returns>False where it failed, or where this process has no such job.</returns>
    public async Task<bool> RunAsync(string name, CancellationToken cancellationToken)
    {
        if (!plans.TryGetValue(name, out var plan))
        {
            Unknown(name);
            return false;
        }

        var start = time.GetTimestamp();
        using var span = Measures.Source.StartActivity($"job {name}");
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await ((IBackgroundJob)scope.ServiceProvider.GetRequiredService(plan.Job)).RunAsync(cancellationToken);
            measures.Ran(name, succeeded: true, time.GetElapsedTime(start));
            return true;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception exception)
        {
            measures.Ran(name, succeeded: false, time.GetElapsedTime(start));
            span?.SetStatus(ActivityStatusCode.Error);
            Failed(exception, name);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The job {Name} failed; it is tried again at its next round")]
    private partial void Failed(Exception exception, string name);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The shared schedule has a job {Name} that this version of the product does not know; another node runs it")]
    private partial void Unknown(string name);
}
