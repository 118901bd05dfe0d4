using Cradle.Platform.Access;
using Cradle.Platform.Data;
using Cradle.Platform.Processes;
using Cradle.Primitives;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cradle.Platform.Tests;

/// <summary>A suite that every provider has to pass: a running node over a database with nothing in it.</summary>
public abstract class PlatformSuite(TestDatabase database) : IAsyncLifetime
{
    protected static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private readonly DirectoryInfo state = Directory.CreateTempSubdirectory("cradle-state-");
    private Action<IServiceCollection> addDatabase = null!;

    private protected ManualTime Time { get; } = new(Start);

    private protected Node Running { get; private set; } = null!;

    /// <summary>What nodes log; a suite that looks for secrets in the log asks for all.</summary>
    protected virtual LogLevel FinestLog => LogLevel.Information;

    protected string StateFolder => state.FullName;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync()
    {
        addDatabase = await database.NewAsync(state.FullName);
        Running = await StartNodeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (Running is not null)
        {
            await Running.DisposeAsync();
        }

        state.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets a node do background work beside what else is added to it.</summary>
    private protected Action<IServiceCollection> WithWork(Action<IServiceCollection>? more = null) => services =>
    {
        database.AddWork(services);
        more?.Invoke(services);
    };

    /// <summary>What the suite adds to the platform.</summary>
    protected virtual void Configure(IServiceCollection services)
    {
        // nothing, unless a suite says so
    }

    private protected Task<Node> StartNodeAsync(string? keys = null, Action<IServiceCollection>? more = null) =>
        Node.StartAsync(addDatabase, state.FullName, Time, keys, services =>
        {
            Configure(services);
            more?.Invoke(services);
        }, FinestLog);

    /// <summary>Starts nodes on a database on which no migration has run.</summary>
    private protected async Task<Func<Task<Node>>> OnEmptyDatabaseAsync(string folder)
    {
        var addEmpty = await database.EmptyAsync();
        return () => Node.StartAsync(addEmpty, folder, Time, more: Configure);
    }

    private protected async Task RestartAsync(Action<IServiceCollection>? more = null)
    {
        await Running.DisposeAsync();
        Running = await StartNodeAsync(more: more);
    }

    /// <summary>Does something as an officer would in a request.</summary>
    private protected Task<T> AsOfficerAsync<T>(string officer, Func<IServiceProvider, Task<T>> action, params string[] permissions) =>
        Running.InScopeAsync(services =>
        {
            services.GetRequiredService<ProcessScope>().Begin(new ProcessContext
            {
                Actor = new Actor(ActorKind.Officer, officer), Process = "tests.case", Correlation = Guid.CreateVersion7(Time.GetUtcNow()),
                Authority = Authority.Over(DivisionCode.Nation, permissions),
            });
            return action(services);
        });

    private protected Task<T> InDatabaseAsync<T>(Func<PlatformDbContext, Task<T>> action) =>
        Running.InScopeAsync(services => action(services.GetRequiredService<PlatformDbContext>()));
}
