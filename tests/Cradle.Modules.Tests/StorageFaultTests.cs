using System.Data.Common;
using System.Net;
using Cradle.Modules.Tests.Access;
using Cradle.Platform;
using Cradle.Platform.Data;
using Cradle.Platform.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Cradle.Modules.Tests;

/// <summary>A disk that is full and a database that is locked: a clear 503, nothing half-written, and all as before when it is over.</summary>
public sealed class StorageFaultTests : IAsyncLifetime
{
    private const string Citizen = "changchun.citizen";
    private readonly FullDisk disk = new();
    private readonly CradleSite site;

    public StorageFaultTests() => site = new CradleSite { Also = services => services.ConfigureDbContext<PlatformDbContext>(options => options.AddInterceptors(disk, new Impatient())) };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_full_disk_is_answered_with_503_and_what_was_answered_before_is_in_the_log_and_nothing_else()
    {
        disk.IsFull = true;
        var (taken, refused) = (0, (SeenPage?)null);
        while (refused is null && taken < 300)
        {
            var page = await People.SignInAsync(new Reader(site), Citizen);
            if (page.Status == HttpStatusCode.ServiceUnavailable)
                refused = page;
            else
                taken++;
        }

        Assert.Contains("没有写入任何内容", refused!.Text, StringComparison.Ordinal);
        Assert.Equal(taken, await SignInsAsync());
        disk.IsFull = false;
        Assert.Equal("/desk", (await People.SignInAsync(new Reader(site), Citizen)).Path);
        Assert.Equal(taken + 1, await SignInsAsync());
    }

    [Fact]
    public async Task A_locked_database_is_answered_with_503_and_writes_again_when_it_is_free()
    {
        var state = site.Services.GetRequiredService<IOptions<PlatformOptions>>().Value.State;
        await using (var other = new SqliteConnection($"Data Source={Path.Combine(state, SqliteProvider.FileName)};Pooling=False"))
        {
            await other.OpenAsync(Stop);
            await using var hold = other.BeginTransaction(deferred: false);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await People.SignInAsync(new Reader(site), Citizen)).Status);
            Assert.Equal(HttpStatusCode.OK, (await new Reader(site).OpenAsync("/")).Status);   // what only reads goes on
        }

        Assert.Equal(0, await SignInsAsync());
        Assert.Equal("/desk", (await People.SignInAsync(new Reader(site), Citizen)).Path);
    }

    private async Task<int> SignInsAsync()
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PlatformDbContext>().AuditEntries.CountAsync(entry => entry.Action == "sign-in", Stop);
    }

    /// <summary>Lets the database grow no further: the engine then says what it says on a full disk.</summary>
    private sealed class FullDisk : DbConnectionInterceptor
    {
        private const int NoLimit = 1_073_741_823;

        public bool IsFull { get; set; }

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Set(connection);
            return Task.CompletedTask;
        }

        private void Set(DbConnection connection)
        {
            using var limit = connection.CreateCommand();
            limit.CommandText = $"PRAGMA max_page_count = {(IsFull ? 1 : NoLimit)}";
            limit.ExecuteNonQuery();
        }
    }

    /// <summary>Gives a lock up after one wait of the engine; an installation looks again for half a minute.</summary>
    private sealed class Impatient : DbConnectionInterceptor
    {
        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ((SqliteConnection)connection).DefaultTimeout = 1;
            return Task.CompletedTask;
        }
    }
}
