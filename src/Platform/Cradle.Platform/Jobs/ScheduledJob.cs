using Quartz;

namespace Cradle.Platform.Jobs;

/// <summary>What the scheduler starts: it knows a job by the name of its key and nothing else, so that types may move.</summary>
[DisallowConcurrentExecution]
internal sealed class ScheduledJob(JobRunner runner) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        context.Result = await runner.RunAsync(context.JobDetail.Key.Name, cancellationToken);
}
