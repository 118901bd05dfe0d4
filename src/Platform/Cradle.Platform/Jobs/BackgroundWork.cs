using Cradle.Platform.Data;
using Cradle.Platform.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Cradle.Platform.Jobs;

/// <summary>Lets a process do the background work: jobs at their intervals, and messages as soon as they are committed. Without it a process only answers.</summary>
public static class BackgroundWork
{
    /// <summary>Enough for every job that is due; most wait for the database.</summary>
    private const int JobsAtOnce = 5;

    /// <summary>Adds it with the schedule in memory, for a process that has its database to itself.</summary>
    public static IServiceCollection AddBackgroundWork(this IServiceCollection services) => services.AddBackgroundWork(quartz => quartz.UseInMemoryStore());

    /// <summary>Adds it with a schedule that a provider keeps.</summary>
    public static IServiceCollection AddBackgroundWork(this IServiceCollection services, Action<IQuartzBuilder> keep)
    {
        // Intervals are real ones, by the machine's clock; what a job does goes by the clock that the process was given.
        services.AddQuartz(quartz =>
        {
            quartz.UseTimeProvider(TimeProvider.System).UseDefaultThreadPool(JobsAtOnce).ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = JobSchedule.Group;
                scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            });
            keep(quartz);
        });
        services.AddSingleton<OutboxSignal>();
        services.ConfigureDbContext<PlatformDbContext>((provider, options) => options.AddInterceptors(provider.GetRequiredService<OutboxSignal>()));
        return services.AddHostedService<JobSchedule>();
    }
}
