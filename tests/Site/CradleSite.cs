using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cradle.Tests;

/// <summary>The real site on a SQLite file of its own, with a clock that stands still until it is moved, and everything it logs.</summary>
public sealed class CradleSite : WebApplicationFactory<Program>, IAsyncLifetime
{
    /// <summary>10 o'clock in Changchun on 1 March 2026.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 2, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo state = Directory.CreateTempSubdirectory("cradle-site-");

    public CradleSite() => MigratedDatabase.PutInto(state.FullName);

    public MovedTime Clock { get; } = new(Start);

    public LogLines Log { get; } = new();

    /// <summary>What a test changes of the services.</summary>
    public Action<IServiceCollection>? Also { get; init; }

    /// <summary>Starts it before the first test: two tests that ask first at once would start it twice.</summary>
    public ValueTask InitializeAsync()
    {
        _ = Server;
        return ValueTask.CompletedTask;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Demo");
        builder.UseSetting("Cradle:State", state.FullName);
        builder.UseSetting("Limits:SignInsPerMinute", "1000000");
        builder.UseSetting("Limits:ChecksPerMinute", "1000000");
        builder.UseSetting("Limits:PagesPerMinute", "1000000");
        builder.UseSetting("Policies:Folder", Repository.PathOf("policies"));
        builder.UseSetting("Policies:Data", Repository.PathOf("data"));
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Log));
        builder.ConfigureTestServices(services =>
        {
            services.AddQuickPasswords().AddSingleton<TimeProvider>(Clock);
            Also?.Invoke(services);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        try
        {
            if (state.Exists)
                state.Delete(recursive: true);
        }
        catch (IOException)
        {
            // SQLite may still hold the file; it lies in the temporary folder
        }
    }
}
