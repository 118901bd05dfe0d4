using Cradle.Births;
using Cradle.Departments;
using Cradle.Platform;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Processes;
using Cradle.Platform.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Cli.Tests;

public sealed class AuditTests : IDisposable
{
    private readonly DirectoryInfo state = Directory.CreateTempSubdirectory("cradle-audit-");

    [Fact]
    public async Task A_whole_log_holds()
    {
        await WriteLogAsync();
        var run = await CommandLine.Cradle("audit", "verify", "--state", state.FullName);
        Assert.Equal((0, "3 entries, 0 checkpoints: the chain holds\n", ""), (run.ExitCode, run.Output, run.Errors));
    }

    [Fact]
    public async Task A_changed_entry_is_named_and_the_exit_code_is_1()
    {
        await WriteLogAsync("DROP TRIGGER audit_entries_no_update", "UPDATE audit_entries SET actor_id = 'nobody' WHERE sequence = 2");
        var run = await CommandLine.AsProcess("audit", "verify", "--state", state.FullName, "--json");
        Assert.Equal(1, run.ExitCode);
        Assert.False(run.Json.GetProperty("holds").GetBoolean());
        var finding = run.Json.GetProperty("findings")[0];
        Assert.Equal((2, "changed"), (finding.GetProperty("sequence").GetInt32(), finding.GetProperty("problem").GetString()));
    }

    [Fact]
    public async Task An_edited_checkpoint_is_a_finding()
    {
        await WriteLogAsync();
        await File.WriteAllTextAsync(Path.Combine(state.FullName, "audit-checkpoints.csv"), "2026-03-02,1\n", TestContext.Current.CancellationToken);
        var run = await CommandLine.Cradle("audit", "verify", "--state", state.FullName);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("audit-checkpoints.csv(1)", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_a_database_is_bad_usage()
    {
        var run = await CommandLine.Cradle("audit", "verify", "--state", state.FullName);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--state", run.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => state.Delete(recursive: true);

    private async Task WriteLogAsync(params string[] tampering)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddPlatform(options => options.State = state.FullName);
        services.AddSqliteDatabase(InstalledModules.Mappings);
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        await database.Database.MigrateAsync(TestContext.Current.CancellationToken);
        scope.ServiceProvider.GetRequiredService<ProcessScope>().Begin(new ProcessContext { Actor = Actor.System("tests"), Process = "tests", Correlation = Guid.Empty });
        for (var entry = 0; entry < 3; entry++)
            scope.ServiceProvider.GetRequiredService<AuditTrail>().Record(AuditTrail.Viewed, new AuditSubject("case", Guid.Empty));
        await database.SaveChangesAsync(TestContext.Current.CancellationToken);
        foreach (var sql in tampering)
            await database.Database.ExecuteSqlRawAsync(sql, TestContext.Current.CancellationToken);
    }
}
