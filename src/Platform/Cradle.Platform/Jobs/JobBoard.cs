using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Cradle.Platform.Jobs;

/// <summary>How the jobs stand, and which nodes share them.</summary>
public sealed class JobBoard(JobRunner runner, IServiceProvider services)
{
    /// <summary>Every job of this process, by name. Without background work none has a time.</summary>
    public async Task<IReadOnlyList<Standing>> ReadAsync(CancellationToken cancellationToken)
    {
        var triggers = await SchedulerAsync(cancellationToken) is { } scheduler
            ? (await scheduler.QueryTriggers(new TriggerQuery(), cancellationToken)).Items.ToDictionary(trigger => trigger.JobKey.Name, StringComparer.Ordinal)
            : [];
        return [.. runner.Plans.OrderBy(plan => plan.Name, StringComparer.Ordinal).Select(plan => triggers.GetValueOrDefault(plan.Name) is { } trigger
            ? new Standing(plan.Name, plan.Every(services), trigger.PreviousFireTimeUtc, trigger.NextFireTimeUtc)
            : new Standing(plan.Name, plan.Every(services), null, null))];
    }

    /// <summary>The nodes that share the schedule, with their last check-in; this one alone where it is in memory.</summary>
    public async Task<IReadOnlyList<Node>> NodesAsync(CancellationToken cancellationToken) => await SchedulerAsync(cancellationToken) is { } scheduler
        ? [.. (await scheduler.QueryClusterNodes(cancellationToken)).Select(node => new Node(node.InstanceId, node.LastCheckInUtc, node.State == ClusterNodeState.Alive, node.IsCurrentNode))]
        : [];

    private async Task<IScheduler?> SchedulerAsync(CancellationToken cancellationToken) =>
        services.GetService<ISchedulerFactory>() is { } factory ? await factory.GetScheduler(cancellationToken) : null;

    /// <summary>One job, its interval, and when it started last and starts next on whichever node.</summary>
    public sealed record Standing(string Name, TimeSpan Every, DateTimeOffset? Last, DateTimeOffset? Next);

    /// <summary>One node.</summary>
    public sealed record Node(string Name, DateTimeOffset? CheckedIn, bool IsAlive, bool IsThis);
}
