using Cradle.Platform.Audit;
using Cradle.Platform.Tests.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Cradle.Platform.Tests;

public abstract class AuditTests(TestDatabase database) : CaseSuite(database)
{
    [Fact]
    public async Task An_untouched_chain_holds_from_end_to_end()
    {
        await ApprovedCaseAsync();
        await ApprovedCaseAsync();
        var verified = await VerifyAsync();
        Assert.True(verified.Holds);
        Assert.Equal(8, verified.Entries);
    }

    [Fact]
    public async Task An_empty_chain_holds() => Assert.True((await VerifyAsync()).Holds);

    [Theory]
    [InlineData("UPDATE audit_entries SET actor_id = 'nobody' WHERE sequence = 1")]
    [InlineData("DELETE FROM audit_entries WHERE sequence = 1")]
    [InlineData("DELETE FROM audit_entries")]
    public async Task The_database_refuses_to_change_what_was_written(string sql)
    {
        await NewCaseAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => InDatabaseAsync(database => database.Database.ExecuteSqlRawAsync(sql, Stop)));
        Assert.True((await VerifyAsync()).Holds);
    }

    [Theory]
    [InlineData("UPDATE audit_entries SET reason = 'another' WHERE sequence = 2", 2, AuditProblem.Changed)]
    [InlineData("UPDATE audit_entries SET actor_id = 'zhao' WHERE sequence = 1", 1, AuditProblem.Changed)]
    [InlineData("DELETE FROM audit_entries WHERE sequence = 2", 2, AuditProblem.Missing)]
    [InlineData("DELETE FROM audit_entries WHERE sequence = 4", 5, AuditProblem.CutOff)]
    [InlineData("UPDATE audit_entries SET previous_hash = hash WHERE sequence = 3", 3, AuditProblem.Unlinked)]
    public async Task Whoever_gets_past_the_database_is_found(string sql, long sequence, AuditProblem problem)
    {
        await ApprovedCaseAsync();
        await TamperAsync(sql);
        var found = (await VerifyAsync()).Findings[0];
        // an entry cut off at the end is named by the place after the last one that is left
        Assert.Equal((problem == AuditProblem.CutOff ? 4 : sequence, problem), (found.Sequence, found.Problem));
    }

    [Fact]
    public async Task A_chain_that_was_rewritten_whole_disagrees_with_its_checkpoint()
    {
        await ApprovedCaseAsync();
        var last = await InDatabaseAsync(database => database.AuditEntries.OrderBy(entry => entry.Sequence).LastAsync(Stop));
        Checkpoints.Write(Time.GetUtcNow(), last.Sequence, last.Hash);
        Assert.True((await VerifyAsync()).Holds);
        await TamperAsync("DELETE FROM audit_entries; UPDATE audit_heads SET sequence = 0, hash = " + ZeroHash);
        Assert.Equal(AuditProblem.CutOff, (await VerifyAsync()).Findings[0].Problem);
        await ApprovedCaseAsync();
        Assert.Equal(new AuditFinding(4, AuditProblem.Rewritten), Assert.Single((await VerifyAsync()).Findings));
    }

    [Fact]
    public async Task The_job_writes_a_checkpoint_when_the_chain_has_grown_and_not_otherwise()
    {
        await ApprovedCaseAsync();
        Assert.True(await Running.RunJobAsync("platform.audit-checkpoint"));
        Assert.True(await Running.RunJobAsync("platform.audit-checkpoint"));
        Assert.Single(Checkpoints.Read());
        await NewCaseAsync();
        Assert.True(await Running.RunJobAsync("platform.audit-checkpoint"));
        Assert.Equal([4L, 5L], Checkpoints.Read().Keys.Order());
        Assert.True((await VerifyAsync()).Holds);
    }

    [Fact]
    public async Task Writers_at_once_leave_a_chain_without_gaps()
    {
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => NewCaseAsync())));
        var verified = await VerifyAsync();
        Assert.True(verified.Holds);
        Assert.Equal(10, verified.Entries);
    }

    [Fact]
    public async Task A_save_that_fails_leaves_neither_the_change_nor_the_entry()
    {
        var id = await NewCaseAsync();
        await Assert.ThrowsAnyAsync<DbUpdateException>(() => AsOfficerAsync("wang", async services =>
        {
            var database = services.GetRequiredService<Data.PlatformDbContext>();
            database.Add(new LeaveCase { Id = id, Days = 1 });
            services.GetRequiredService<AuditTrail>().Record("opened", new AuditSubject("leave-case", id));
            return await database.SaveChangesAsync(Stop);
        }));
        var verified = await VerifyAsync();
        Assert.True(verified.Holds);
        Assert.Equal(1, verified.Entries);
    }

    protected abstract string ZeroHash { get; }

    protected abstract string DropProtection { get; }

    private AuditCheckpoints Checkpoints => Running.Services.GetRequiredService<AuditCheckpoints>();

    private async Task TamperAsync(string sql)
    {
        await InDatabaseAsync(database => database.Database.ExecuteSqlRawAsync(DropProtection, Stop));
        await InDatabaseAsync(database => database.Database.ExecuteSqlRawAsync(sql, Stop));
    }
}

public sealed class SqliteAuditTests() : AuditTests(new TestDatabase.Sqlite())
{
    protected override string ZeroHash => $"x'{new string('0', 64)}'";

    protected override string DropProtection => "DROP TRIGGER audit_entries_no_update; DROP TRIGGER audit_entries_no_delete";
}

public sealed class PostgreSqlAuditTests(PostgreSqlServer server) : AuditTests(new TestDatabase.PostgreSql(server))
{
    private static readonly TimeSpan Prompt = TimeSpan.FromSeconds(5);

    protected override string ZeroHash => $"decode('{new string('0', 64)}', 'hex')";

    protected override string DropProtection => "DROP TRIGGER audit_entries_no_change ON audit_entries; DROP TRIGGER audit_entries_no_truncate ON audit_entries";

    [Fact]
    public async Task The_database_refuses_to_empty_the_table_at_once() =>
        await Assert.ThrowsAnyAsync<Exception>(() => InDatabaseAsync(database => database.Database.ExecuteSqlRawAsync("TRUNCATE audit_entries", Stop)));

    [Fact]
    public async Task Writers_that_wait_for_the_chain_leave_the_connections_to_readers()
    {
        var to = new NpgsqlConnectionStringBuilder((await InDatabaseAsync(database => Task.FromResult(database.Database.GetConnectionString())))!);
        var writers = new List<Task>();
        await using (var slow = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(to.ConnectionString) { Pooling = false }.ToString()))
        {
            await slow.OpenAsync(Stop);
            await using var transaction = await slow.BeginTransactionAsync(Stop);
            await using var holds = new NpgsqlCommand("UPDATE audit_heads SET sequence = sequence", slow, transaction);
            await holds.ExecuteNonQueryAsync(Stop);
            for (var number = 0; number < to.MaxPoolSize + 5; number++)
                writers.Add(Task.Run(() => NewCaseAsync(), Stop));
            await Eventually.HoldsAsync(() => IsWaitedForAsync(slow));
            Assert.Equal(0, await InDatabaseAsync(database => database.Accounts.CountAsync(Stop)).WaitAsync(Prompt, Stop));
        }

        await Task.WhenAll(writers);
        Assert.True((await VerifyAsync()).Holds);
    }

    private static async Task<bool> IsWaitedForAsync(NpgsqlConnection connection)
    {
        await using var waiting = new NpgsqlCommand("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()", connection);
        return (long)(await waiting.ExecuteScalarAsync(Stop))! > 0;
    }
}
