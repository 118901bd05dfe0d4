using System.Text;
using System.Text.Json;
using Cradle.Platform.Data;
using Cradle.Platform.Drafts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cradle.Platform.Tests;

/// <summary>The suite that every provider has to pass.</summary>
public abstract class DraftTests(TestDatabase database) : PlatformSuite(database)
{
    protected override LogLevel FinestLog => LogLevel.Trace;

    private const string Kind = "entitlements";
    private const string Secret = "王小明的妈妈";
    private const string Answers = $$"""{"mother":"{{Secret}}"}""";

    [Fact]
    public async Task A_draft_is_read_back_as_it_was_written()
    {
        var created = await CreateAsync();
        var read = await ReadAsync(created.Id);
        Assert.NotNull(read);
        Assert.Equal(Answers, read.Json);
        Assert.Equal((1, Kind, Start, Start.AddDays(30)), (read.Version, read.Kind, read.Created, read.Expires));
        Assert.Equal(7, created.Id.Version);
    }

    [Fact]
    public async Task A_draft_survives_a_restart()
    {
        var created = await CreateAsync();
        await RestartAsync();
        Assert.Equal(Answers, (await ReadAsync(created.Id))?.Json);
    }

    [Fact]
    public async Task A_second_node_with_the_same_keys_reads_the_draft_and_one_with_others_does_not()
    {
        var created = await CreateAsync();
        await using var second = await StartNodeAsync();
        Assert.Equal(Answers, (await second.DraftsAsync(drafts => drafts.ReadAsync(created.Id, Kind, Stop)))?.Json);

        await using var stranger = await StartNodeAsync(keys: Path.Combine(StateFolder, "other-keys"));
        Assert.Null(await stranger.DraftsAsync(drafts => drafts.ReadAsync(created.Id, Kind, Stop)));
        Assert.Contains($"Draft {created.Id} cannot be opened", stranger.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_database_holds_nothing_readable_of_what_was_written()
    {
        var created = await CreateAsync();
        var stored = await InDatabaseAsync(database => database.Drafts.AsNoTracking().SingleAsync(d => d.Id == created.Id, Stop));
        Assert.DoesNotContain("mother", Encoding.UTF8.GetString(stored.ProtectedPayload), StringComparison.Ordinal);
        Assert.True(stored.ProtectedPayload.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Secret)) < 0);
    }

    [Fact]
    public async Task No_log_at_any_level_holds_what_was_written()
    {
        var created = await CreateAsync();
        await SaveAsync(created.Id, Answers, 1);
        await ReadAsync(created.Id);
        await SaveAsync(created.Id, Answers, 1);
        await Assert.ThrowsAnyAsync<JsonException>(() => SaveAsync(created.Id, $"{{{Secret}", 2));
        Assert.Contains("drafts", Running.Log.Text, StringComparison.Ordinal); // the statements are there …
        Assert.DoesNotContain(Secret, Running.Log.Text, StringComparison.Ordinal); // … what they carry is not
        Assert.DoesNotContain(Secret, created.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_payload_moved_to_another_row_cannot_be_read()
    {
        var one = await CreateAsync();
        var other = await CreateAsync();
        await InDatabaseAsync(async database =>
        {
            var stolen = (await database.Drafts.AsNoTracking().SingleAsync(d => d.Id == one.Id, Stop)).ProtectedPayload;
            return await database.Drafts.Where(d => d.Id == other.Id).ExecuteUpdateAsync(set => set.SetProperty(d => d.ProtectedPayload, stolen), Stop);
        });
        Assert.Null(await ReadAsync(other.Id));
        Assert.NotNull(await ReadAsync(one.Id));
    }

    [Fact]
    public async Task A_draft_of_another_journey_or_an_unknown_id_gives_nothing()
    {
        var created = await CreateAsync();
        Assert.Null(await Running.DraftsAsync(drafts => drafts.ReadAsync(created.Id, "births", Stop)));
        Assert.Null(await ReadAsync(Guid.CreateVersion7(Start)));
        Assert.IsType<DraftError.Missing>((await Running.DraftsAsync(d => d.SaveAsync(created.Id, "births", "{}", 1, cancellationToken: Stop))).Error);
        Assert.Equal(Answers, (await ReadAsync(created.Id))?.Json);
    }

    [Fact]
    public async Task A_save_replaces_the_answers_and_prolongs_the_draft()
    {
        var created = await CreateAsync();
        Time.Advance(TimeSpan.FromDays(20));
        var (version, error) = await SaveAsync(created.Id, """{"a":2}""", 1);
        Assert.Null(error);
        Assert.Equal(2, version);
        Time.Advance(TimeSpan.FromDays(20));
        var read = await ReadAsync(created.Id);
        Assert.Equal(("""{"a":2}""", 2, Start, Start.AddDays(50)), (read!.Json, read.Version, read.Created, read.Expires));
    }

    [Fact]
    public async Task A_save_on_top_of_an_older_version_is_refused_without_effect()
    {
        var created = await CreateAsync();
        await SaveAsync(created.Id, """{"a":2}""", 1);
        var (_, error) = await SaveAsync(created.Id, """{"a":"late"}""", 1);
        Assert.Equal(new DraftError.Changed(2), error);
        Assert.Equal("""{"a":2}""", (await ReadAsync(created.Id))?.Json);
    }

    [Fact]
    public async Task Of_many_saves_at_once_on_the_same_version_exactly_one_wins()
    {
        var created = await CreateAsync();
        var saves = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => SaveAsync(created.Id, $$"""{"a":{{i}}}""", 1))));
        Assert.Single(saves, save => save.Error is null);
        Assert.Equal(11, saves.Count(save => save.Error is DraftError.Changed { CurrentVersion: 2 }));
        Assert.Equal(2, (await ReadAsync(created.Id))?.Version);
    }

    [Fact]
    public async Task An_expired_draft_is_gone_before_it_is_deleted()
    {
        var created = await CreateAsync();
        Time.Advance(TimeSpan.FromDays(30) - TimeSpan.FromMicroseconds(1));
        Assert.NotNull(await ReadAsync(created.Id));
        Time.Advance(TimeSpan.FromMicroseconds(1));
        Assert.Null(await ReadAsync(created.Id));
        Assert.IsType<DraftError.Missing>((await SaveAsync(created.Id, "{}", 1)).Error);
    }

    [Fact]
    public async Task A_sweep_deletes_what_has_expired_and_nothing_else()
    {
        await CreateAsync();
        Time.Advance(TimeSpan.FromDays(10));
        var young = await CreateAsync();
        Time.Advance(TimeSpan.FromDays(20));
        Assert.Equal(1, await Running.DraftsAsync(d => d.SweepAsync(Stop)));
        Assert.Equal(0, await Running.DraftsAsync(d => d.SweepAsync(Stop)));
        Assert.NotNull(await ReadAsync(young.Id));
    }

    [Fact]
    public async Task The_job_deletes_expired_drafts_and_says_how_many()
    {
        await CreateAsync();
        Time.Advance(TimeSpan.FromDays(31));
        Assert.True(await Running.RunJobAsync("platform.draft-sweep"));
        Assert.Equal(0, await InDatabaseAsync(database => database.Drafts.CountAsync(Stop)));
        Assert.Contains("1 expired drafts deleted", Running.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_draft_is_gone_and_deleting_it_twice_is_no_error()
    {
        var created = await CreateAsync();
        for (var i = 0; i < 2; i++)
        {
            await Running.DraftsAsync(async drafts =>
            {
                await drafts.DeleteAsync(created.Id, Stop);
                return 0;
            });
        }

        Assert.Null(await ReadAsync(created.Id));
    }

    [Fact]
    public async Task Too_much_and_what_is_no_JSON_are_refused()
    {
        var large = JsonSerializer.Serialize(new string('x', 300_000));
        Assert.Equal(new DraftError.TooLarge(256 * 1024), (await Running.DraftsAsync(d => d.CreateAsync(Kind, large, cancellationToken: Stop))).Error);
        var created = await CreateAsync();
        Assert.IsType<DraftError.TooLarge>((await SaveAsync(created.Id, large, 1)).Error);
        await Assert.ThrowsAnyAsync<JsonException>(() => Running.DraftsAsync(d => d.CreateAsync(Kind, "{", cancellationToken: Stop)));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Running.DraftsAsync(d => d.CreateAsync(new string('k', 65), "{}", cancellationToken: Stop)));
        Assert.Equal(Answers, (await ReadAsync(created.Id))?.Json);
    }

    [Fact]
    public async Task The_migrations_make_the_whole_model() =>
        Assert.False(await InDatabaseAsync(database => Task.FromResult(database.Database.HasPendingModelChanges())));

    [Fact]
    public async Task A_first_start_migrates_and_a_second_has_nothing_to_migrate()
    {
        var start = await OnEmptyDatabaseAsync(Directory.CreateDirectory(Path.Combine(StateFolder, "empty")).FullName);
        await using var first = await start();
        Assert.Contains("Database: applying", first.Log.Text, StringComparison.Ordinal);
        Assert.False(await first.InScopeAsync(services => Task.FromResult(services.GetRequiredService<PlatformDbContext>().Database.HasPendingModelChanges())));
        await using var second = await start();
        Assert.DoesNotContain("Database: applying", second.Log.Text, StringComparison.Ordinal);
        Assert.Empty(await second.InScopeAsync(services => services.GetRequiredService<PlatformDbContext>().Database.GetPendingMigrationsAsync(Stop)));
    }

    private async Task<DraftContent> CreateAsync() => (await Running.DraftsAsync(drafts => drafts.CreateAsync(Kind, Answers, cancellationToken: Stop))).Draft!;

    private Task<DraftContent?> ReadAsync(Guid id) => Running.DraftsAsync(drafts => drafts.ReadAsync(id, Kind, Stop));

    private Task<(int Version, DraftError? Error)> SaveAsync(Guid id, string json, int version) =>
        Running.DraftsAsync(drafts => drafts.SaveAsync(id, Kind, json, version, cancellationToken: Stop));
}
