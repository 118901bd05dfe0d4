using Cradle.Platform.Drafts;
using Cradle.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cradle.Platform.Tests;

/// <summary>A running process with the platform in it, as the composition root makes it, over some database and some keys.</summary>
internal sealed class Node : IAsyncDisposable
{
    private readonly IHost host;

    private Node(IHost host, RecordedLog log)
    {
        this.host = host;
        Log = log;
    }

    public RecordedLog Log { get; }

    public IServiceProvider Services => host.Services;

    public static async Task<Node> StartAsync(
        Action<IServiceCollection> addDatabase, string state, TimeProvider time, string? keys = null, Action<IServiceCollection>? more = null, LogLevel finest = LogLevel.Information)
    {
        var log = new RecordedLog();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(finest);
        if (finest > LogLevel.Trace)
            builder.Logging.AddFilter("Microsoft", LogLevel.Warning);   // as delivered: every statement and every tracked row would be written down for nobody
        builder.Services.AddSingleton(time);
        builder.Services.AddPlatform(options =>
        {
            options.State = state;
            options.Data = Path.Combine(Repository.Root, "data");
            if (keys is not null)
            {
                options.KeysFolder = keys;
            }
        });
        more?.Invoke(builder.Services);
        addDatabase(builder.Services);
        var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        return new Node(host, log);
    }

    /// <summary>Runs something in a scope of its own, as a request would.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> action)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await action(scope.ServiceProvider);
    }

    /// <summary>Makes one run of a job, as the scheduler does.</summary>
    public Task<bool> RunJobAsync(string name) => Services.GetRequiredService<JobRunner>().RunAsync(name, TestContext.Current.CancellationToken);

    public Task<T> DraftsAsync<T>(Func<DraftStore, Task<T>> action) => InScopeAsync(services => action(services.GetRequiredService<DraftStore>()));

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync(CancellationToken.None);
        host.Dispose();
    }
}
