using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Cradle.Platform.Jobs;

/// <summary>A job under its stable name, and how often it runs.</summary>
/// <param name="Name">Stays when the type moves: the shared schedule of several nodes knows it by this.</param>
/// <param name="Job">The type that does it.</param>
/// <param name="Every">From one start to the next.</param>
/// <param name="AtStart">Whether a schedule that is made anew begins with a run, instead of with the wait for one.</param>
public sealed record JobPlan(string Name, Type Job, Func<IServiceProvider, TimeSpan> Every, bool AtStart);

/// <summary>Registration of jobs.</summary>
public static class JobRegistration
{
    /// <summary>Adds a job that runs at the interval of its options.</summary>
    public static IServiceCollection AddJob<TJob, TOptions>(this IServiceCollection services, string name, Func<TOptions, TimeSpan> every, bool atStart = false)
        where TJob : class, IBackgroundJob
        where TOptions : class => services.AddJob<TJob>(name, provider => every(provider.GetRequiredService<IOptions<TOptions>>().Value), atStart);

    /// <summary>Adds a job that runs at a fixed interval.</summary>
    public static IServiceCollection AddJob<TJob>(this IServiceCollection services, string name, TimeSpan every, bool atStart = false)
        where TJob : class, IBackgroundJob => services.AddJob<TJob>(name, _ => every, atStart);

    private static IServiceCollection AddJob<TJob>(this IServiceCollection services, string name, Func<IServiceProvider, TimeSpan> every, bool atStart)
        where TJob : class, IBackgroundJob
    {
        services.TryAddScoped<TJob>();
        return services.AddSingleton(new JobPlan(name, typeof(TJob), every, atStart));
    }
}
