using System.Globalization;
using System.Net;
using Cradle.Births.Cases;
using Cradle.Births.Items;
using Cradle.Cli.Drills;
using Cradle.Platform;
using Cradle.Platform.Access;
using Cradle.Platform.Accounts;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Messages;
using Cradle.Platform.PostgreSql;
using Cradle.Platform.Processes;
using Cradle.Platform.Sqlite;
using Cradle.Primitives;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Cli.Benchmarks.Load;

/// <summary>The real site as a process of its own over a database of its own, with families in it, and a department that takes every request and says no more.</summary>
internal sealed class LoadSite : IAsyncDisposable
{
    private readonly DirectoryInfo state = Directory.CreateTempSubdirectory("cradle-load-");
    private readonly HttpListener department = new();
    private readonly ServiceProvider services;
    private readonly DrilledServer site;

    private LoadSite(string? connection)
    {
        var address = $"http://127.0.0.1:{DrilledServer.FreePort()}/";
        department.Prefixes.Add(address);
        site = new DrilledServer("site", DrilledServer.FreePort(), state.FullName, Settings(address, connection));
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddPlatform(options => options.State = state.FullName);
        services = (connection is null ? collection.AddSqliteDatabase(InstalledModules.Mappings) : collection.AddPostgreSqlDatabase(connection, InstalledModules.Mappings)).BuildServiceProvider();
    }

    public Uri Address => site.Address;

    /// <summary>Processor time that the site has used.</summary>
    public TimeSpan Processor => site.Processor;

    public static IEnumerable<string> NamesOf(int people) => Enumerable.Range(0, people).Select(number => string.Create(CultureInfo.InvariantCulture, $"family-{number}"));

    public static async Task<LoadSite> StartAsync(string? connection, int people, CancellationToken stop)
    {
        var load = new LoadSite(connection);
        try
        {
            load.department.Start();
            _ = Task.Run(load.AcceptAllAsync, CancellationToken.None);
            await load.site.StartAsync(stop);
            await load.AddPeopleAsync(people, stop);
            return load;
        }
        catch
        {
            await load.DisposeAsync();
            throw;
        }
    }

    /// <summary>What the database holds afterwards, once the outbox had time to empty.</summary>
    public async Task<Kept> CountAsync(IReadOnlyCollection<string> receipts, LoadRun run, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var waiting = await database.Outbox.CountAsync(message => message.State == MessageState.Waiting, stop);
        var sent = await database.Set<CaseItem>().CountAsync(item => item.State == ItemState.Sent, stop);
        var ids = await database.Set<JointCase>().Select(one => one.Id).ToListAsync(stop);
        var lost = receipts.Select(Guid.Parse).Except(ids).Count();
        // who got no answer may have a case all the same: that one is neither lost nor doubled
        var unexplained = Math.Max(0, ids.Count - receipts.Count - run.Requests.Count(request => request.Error is not null));
        return new Kept(ids.Count, lost, unexplained, waiting, sent);
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        department.Close();
        await services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        state.Delete(recursive: true);
    }

    // As it is installed, but for the limits a client address has: all families come from this one.
    private static Dictionary<string, string> Settings(string department, string? connection)
    {
        const string Unlimited = "1000000000";
        var settings = new Dictionary<string, string>
        {
            ["Logging:LogLevel:Default"] = "Information", ["Limits:ApiRequestsPerMinute"] = Unlimited, ["Limits:PagesPerMinute"] = Unlimited, ["Limits:SignInsPerMinute"] = Unlimited,
            ["Connector:Partners:0:Name"] = "department", ["Connector:Partners:0:Address"] = department, ["Connector:Partners:0:Keys:0:Id"] = "load",
            ["Connector:Partners:0:Keys:0:Secret"] = "a-secret-of-this-benchmark-and-of-nothing-else", ["Connector:Partners:0:Divisions:0"] = "00",
        };
        foreach (var (service, index) in ServiceGraph.All.Select((service, index) => (service, index)))
            settings[string.Create(CultureInfo.InvariantCulture, $"Connector:Partners:0:Services:{index}")] = service;
        if (connection is not null)
            settings["ConnectionStrings:Cradle"] = connection;
        return settings;
    }

    private async Task AddPeopleAsync(int people, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ProcessScope>().Begin(new ProcessContext { Actor = Actor.System("bench-load"), Process = "bench.load", Correlation = Guid.CreateVersion7() });
        var (database, audit) = (scope.ServiceProvider.GetRequiredService<PlatformDbContext>(), scope.ServiceProvider.GetRequiredService<AuditTrail>());
        string? hash = null;
        foreach (var name in NamesOf(people))
        {
            var account = new Account { Id = Guid.CreateVersion7(), UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = "样例家庭", Created = TimeProvider.System.GetUtcNow(), LockoutEnabled = true, SecurityStamp = Guid.NewGuid().ToString("N") };
            account.PasswordHash = hash ??= scope.ServiceProvider.GetRequiredService<IPasswordHasher<Account>>().HashPassword(account, DemoAccounts.Password);
            var grant = new RoleGrant { Id = Guid.CreateVersion7(), AccountId = account.Id, Role = Role.Citizen, Division = DivisionCode.Parse("220104"), State = GrantState.Active };
            database.AddRange(account, grant);
            audit.Record("created", account.AuditSubject);
            audit.Record("bench", grant.AuditSubject);
        }

        await database.SaveChangesAsync(stop);
    }

    private async Task AcceptAllAsync()
    {
        while (department.IsListening)
        {
            try
            {
                var context = await department.GetContextAsync();
                await context.Request.InputStream.CopyToAsync(Stream.Null);
                context.Response.StatusCode = (int)HttpStatusCode.Accepted;
                context.Response.Close();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                // one that broke off is one that is tried again; at the end nobody listens any more
            }
        }
    }

    /// <summary>What was kept.</summary>
    /// <param name="Cases">Cases in the database.</param>
    /// <param name="Lost">Receipts without a case.</param>
    /// <param name="Doubled">Cases that no form explains.</param>
    /// <param name="Waiting">Messages that were still to be delivered when the last answer came.</param>
    /// <param name="Sent">Items that the department has.</param>
    internal sealed record Kept(int Cases, int Lost, int Doubled, int Waiting, int Sent);
}
