using Cradle.Platform;
using Cradle.Platform.Accounts;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Files;
using Cradle.Platform.PostgreSql;
using Cradle.Platform.Processes;
using Cradle.Platform.Protection;
using Cradle.Platform.Sqlite;
using Cradle.Primitives;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(PostgreSqlServer))]

namespace Cradle.Cli.Tests;

/// <summary>docs/operations/restore.md, done: backup, destroy, restore, verify.</summary>
public sealed class BackupTests(PostgreSqlServer server) : IDisposable
{
    private const string Tools = "/usr/lib/postgresql/15/bin";
    private static readonly byte[] Paper = "%PDF-1.7 a paper"u8.ToArray();
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("cradle-backup-");

    private string State => Path.Combine(root.FullName, "state");

    private string Copy => Path.Combine(root.FullName, "copy");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_state_folder_that_was_lost_comes_back_with_keys_files_and_a_chain_that_holds()
    {
        var file = await WriteAsync(null);
        var backup = await CommandLine.AsProcess("backup", "--state", State, "--to", Copy);
        Assert.Equal((0, ""), (backup.ExitCode, backup.Errors));
        SqliteConnection.ClearAllPools();
        Directory.Delete(State, recursive: true);
        var restored = await CommandLine.AsProcess("restore", "--from", Copy, "--state", State);
        Assert.Equal((0, ""), (restored.ExitCode, restored.Errors));
        Assert.Contains("the chain holds", restored.Output, StringComparison.Ordinal);
        await IsAllThereAsync(null, file);
        Assert.All(new[] { State, Copy }, folder => Assert.Empty(KeyFolder.OpenToOthers(Path.Combine(folder, "keys"))));
    }

    [Fact]
    public async Task A_database_that_was_dropped_comes_back_in_a_new_one()
    {
        var lost = await server.CreateDatabaseAsync();
        var file = await WriteAsync(lost);
        var backup = await CommandLine.Cradle("backup", "--state", State, "--connection", lost, "--tools", Tools, "--to", Copy);
        Assert.Equal((0, ""), (backup.ExitCode, backup.Errors));
        Directory.Delete(State, recursive: true);
        await using (var source = Npgsql.NpgsqlDataSource.Create(lost))
        await using (var destroy = source.CreateCommand("DROP SCHEMA public CASCADE"))
        {
            await destroy.ExecuteNonQueryAsync(Stop);
        }

        var fresh = await server.CreateDatabaseAsync();
        var restored = await CommandLine.Cradle("restore", "--from", Copy, "--state", State, "--connection", fresh, "--tools", Tools);
        Assert.Equal((0, ""), (restored.ExitCode, restored.Errors));
        Assert.Contains("the chain holds", restored.Output, StringComparison.Ordinal);
        await IsAllThereAsync(fresh, file);
        var onTop = await CommandLine.Cradle("restore", "--from", Copy, "--state", State + "2", "--connection", fresh, "--tools", Tools);
        Assert.Equal(2, onTop.ExitCode);
        Assert.Contains("not empty", onTop.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_that_was_changed_or_is_not_whole_is_not_put_back_and_nothing_is_overwritten()
    {
        await WriteAsync(null);
        Assert.Equal(0, (await CommandLine.Cradle("backup", "--state", State, "--to", Copy)).ExitCode);
        Assert.Contains("is not empty", (await CommandLine.Cradle("backup", "--state", State, "--to", Copy)).Errors, StringComparison.Ordinal);
        Assert.Contains("is not empty", (await CommandLine.Cradle("restore", "--from", Copy, "--state", State)).Errors, StringComparison.Ordinal);
        var database = Path.Combine(Copy, SqliteProvider.FileName);
        var bytes = await File.ReadAllBytesAsync(database, Stop);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(database, bytes, Stop);
        Assert.Contains("was changed or cut", (await CommandLine.Cradle("restore", "--from", Copy, "--state", State + "2")).Errors, StringComparison.Ordinal);
        File.Delete(database);
        var cut = await CommandLine.Cradle("restore", "--from", Copy, "--state", State + "2");
        Assert.Equal(2, cut.ExitCode);
        Assert.Contains("is missing", cut.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(State + "2"));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        root.Delete(recursive: true);
    }

    private Task<Guid> WriteAsync(string? connection) => WithSiteAsync(connection, async services =>
    {
        var (account, _, _) = await services.GetRequiredService<AccountService>().CreateAsync("li", "li");
        await services.GetRequiredService<ContactService>().KeepAsync(account!.Id, "13900001234", null, Stop);
        var file = await services.GetRequiredService<FileStore>().KeepAsync(
            UploadRule.Papers.Check("a.pdf", Paper).Upload!, new FilePlace("tests.read", DivisionCode.Nation, Subject: new AuditSubject("tests", Guid.Empty)), Stop);
        await services.GetRequiredService<PlatformDbContext>().SaveChangesAsync(Stop);
        return file.Id;
    });

    private async Task IsAllThereAsync(string? connection, Guid file) => Assert.True(await WithSiteAsync(connection, async services =>
    {
        var account = await services.GetRequiredService<PlatformDbContext>().Accounts.SingleAsync(Stop);
        Assert.Equal("139****1234", (await services.GetRequiredService<ContactService>().ShowAsync(account.Id, Stop)).Phone.ToString());
        Assert.Equal(Paper, (await services.GetRequiredService<FileStore>().OpenAsync(file, Stop))!.Value.Content);
        return true;
    }));

    private async Task<T> WithSiteAsync<T>(string? connection, Func<IServiceProvider, Task<T>> act)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddPlatform(options => options.State = State);
        if (connection is null)
            services.AddSqliteDatabase(InstalledModules.Mappings);
        else
            services.AddPostgreSqlDatabase(connection, InstalledModules.Mappings);
        Directory.CreateDirectory(State);
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PlatformDbContext>().Database.MigrateAsync(Stop);
        scope.ServiceProvider.GetRequiredService<ProcessScope>().Begin(new ProcessContext { Actor = Actor.System("tests"), Process = "tests", Correlation = Guid.Empty });
        return await act(scope.ServiceProvider);
    }
}
