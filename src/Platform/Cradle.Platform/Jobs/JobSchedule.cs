using Cradle.Platform.Messages;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Cradle.Platform.Jobs;

/// <summary>
/// Starts the scheduler and brings the schedule to what this version of the product does. A schedule that several nodes share goes on where it
/// stands; only what is new, gone, or at another interval is changed.
/// </summary>
internal sealed partial class JobSchedule(ISchedulerFactory factory, JobRunner runner, OutboxSignal signal, IServiceProvider services, ILogger<JobSchedule> logger) : IHostedService
{
    public const string Group = "cradle";

    private IScheduler? scheduler;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        scheduler = await factory.GetScheduler(cancellationToken);
        await scheduler.Start(cancellationToken);
        foreach (var plan in runner.Plans)
        {
            await PlanAsync(scheduler, plan, cancellationToken);
        }

        foreach (var stored in (await scheduler.QueryTriggers(new TriggerQuery(), cancellationToken)).Items.Where(trigger => trigger.JobKey.Group == Group))
        {
            if (runner.Plans.All(plan => plan.Name != stored.JobKey.Name))
            {
                Gone(stored.JobKey.Name);
                await scheduler.DeleteJob(stored.JobKey, cancellationToken);
            }
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (scheduler is not null)
        {
            await scheduler.Shutdown(true, cancellationToken);
        }

        await signal.StopAsync();
    }

    private async Task PlanAsync(IScheduler on, JobPlan plan, CancellationToken cancellationToken)
    {
        var every = plan.Every(services);
        var key = new TriggerKey(plan.Name, Group);
        if (await on.GetTrigger(key, cancellationToken) is ISimpleTrigger stored && stored.RepeatInterval == every)
        {
            return;
        }

        var job = JobBuilder.Create<ScheduledJob>().WithIdentity(plan.Name, Group).StoreDurably().Build();
        var trigger = TriggerBuilder.Create(TimeProvider.System).WithIdentity(key).ForJob(job)
            .StartAt(TimeProvider.System.GetUtcNow() + (plan.AtStart ? TimeSpan.Zero : every))
            .WithSimpleSchedule(schedule => schedule.WithInterval(every).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithExistingCount))
            .Build();
        await on.ScheduleJob(job, [trigger], ScheduleJobOptions.Replacing, cancellationToken);
        Planned(plan.Name, every);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The job {Name} runs every {Every}")]
    private partial void Planned(string name, TimeSpan every);

    [LoggerMessage(Level = LogLevel.Information, Message = "The job {Name} is no part of this version of the product; it is taken from the schedule")]
    private partial void Gone(string name);
}
