using Cradle.Platform.Data;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Processes;
using Cradle.Platform.Tests.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Platform.Tests;

public abstract class LifecycleTests(TestDatabase database) : CaseSuite(database)
{
    [Fact]
    public async Task A_move_sets_state_version_due_day_and_author_and_is_recorded()
    {
        var id = await NewCaseAsync();
        Assert.Null(await MoveAsync(id, LeaveAction.Submit));
        var leave = await CaseAsync(id);
        // Monday 2 March 2026 and five working days after it: Monday 9 March
        Assert.Equal((LeaveState.Submitted, 1, "wang", new DateOnly(2026, 3, 9)), (leave.State, leave.Version, leave.LastMovedBy, leave.Due));
        var entry = await InDatabaseAsync(database => database.AuditEntries.SingleAsync(entry => entry.Action == "Submit", Stop));
        Assert.Equal(("wang", "tests.case", "leave-case", id), (entry.ActorId, entry.Process, entry.SubjectType, entry.SubjectId));
        Assert.Equal("""{"lifecycle":"leave-case","from":"Draft","to":"Submitted","version":1}""", entry.Detail);
    }

    [Fact]
    public async Task Every_move_that_the_table_does_not_have_is_refused_without_effect()
    {
        var id = await NewCaseAsync();
        foreach (var action in Enum.GetValues<LeaveAction>().Where(action => LeaveCase.Lifecycle.Find(LeaveState.Draft, action) is null))
        {
            var error = Assert.IsType<MoveError.Illegal>(await MoveAsync(id, action, reason: "why", permissions: Decide));
            Assert.Equal(("Draft", action.ToString(), "Submit"), (error.State, error.Action, Assert.Single(error.Possible)));
        }

        Assert.Equal((LeaveState.Draft, 0), ((await CaseAsync(id)).State, (await CaseAsync(id)).Version));
        Assert.Equal(1, await InDatabaseAsync(database => database.AuditEntries.CountAsync(Stop)));
    }

    [Fact]
    public async Task A_move_without_permission_reason_or_with_a_failing_guard_says_which()
    {
        var empty = await NewCaseAsync(days: 0);
        Assert.Equal(new MoveError.Refused("no days"), await MoveAsync(empty, LeaveAction.Submit));
        var id = await NewCaseAsync();
        await MoveAsync(id, LeaveAction.Submit);
        Assert.Equal(new MoveError.Forbidden(Decide), await MoveAsync(id, LeaveAction.Review, "li"));
        Assert.Equal(new MoveError.ReasonMissing(), await MoveAsync(id, LeaveAction.SendBack, "li", " ", permissions: Decide));
        Assert.Equal(LeaveState.Submitted, (await CaseAsync(id)).State);
    }

    [Fact]
    public async Task Whoever_reviewed_may_not_approve()
    {
        var id = await NewCaseAsync();
        await MoveAsync(id, LeaveAction.Submit);
        await MoveAsync(id, LeaveAction.Review, "li", permissions: Decide);
        Assert.Equal(new MoveError.SamePerson(), await MoveAsync(id, LeaveAction.Approve, "li", permissions: Decide));
        Assert.Null(await MoveAsync(id, LeaveAction.Approve, "zhao", permissions: Decide));
    }

    [Fact]
    public async Task A_move_on_a_version_that_is_no_longer_the_current_one_is_refused()
    {
        var id = await NewCaseAsync();
        await MoveAsync(id, LeaveAction.Submit);
        Assert.Equal(new MoveError.Changed(1), await MoveAsync(id, LeaveAction.Review, "li", version: 0, permissions: Decide));
    }

    [Fact]
    public async Task Of_many_moves_at_once_from_one_state_exactly_one_wins_and_the_chain_holds()
    {
        var id = await NewCaseAsync();
        await MoveAsync(id, LeaveAction.Submit);
        var moves = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(async () =>
        {
            try
            {
                return await MoveAsync(id, LeaveAction.Review, $"officer-{number}", permissions: Decide) is null;
            }
            catch (DbUpdateConcurrencyException)
            {
                return false;
            }
        })));
        Assert.Single(moves, won => won);
        Assert.Equal((LeaveState.Reviewed, 2), ((await CaseAsync(id)).State, (await CaseAsync(id)).Version));
        Assert.Equal(3, await InDatabaseAsync(database => database.AuditEntries.CountAsync(Stop)));
        Assert.True((await VerifyAsync()).Holds);
    }

    [Fact]
    public async Task A_change_past_the_lifecycle_is_not_saved()
    {
        var id = await NewCaseAsync();
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => AsOfficerAsync("wang", async services =>
        {
            var database = services.GetRequiredService<PlatformDbContext>();
            (await database.Set<LeaveCase>().SingleAsync(leave => leave.Id == id, Stop)).State = LeaveState.Approved;
            return await database.SaveChangesAsync(Stop);
        }));
        Assert.Contains("leave-case has no audit entry", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(LeaveState.Draft, (await CaseAsync(id)).State);
    }

    [Fact]
    public async Task Nothing_is_moved_before_a_process_has_begun() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Running.InScopeAsync(services => Task.FromResult(
            services.GetRequiredService<LifecycleMover>().Move(LeaveCase.Lifecycle, new LeaveCase { Id = Guid.Empty, Days = 1 }, LeaveAction.Submit, 0))));

    [Fact]
    public void A_scope_has_one_process()
    {
        var scope = new ProcessScope();
        var first = new ProcessContext { Actor = Actor.System("a"), Process = "p", Correlation = Guid.Empty };
        scope.Begin(first);
        scope.Begin(first);
        Assert.Throws<InvalidOperationException>(() => scope.Begin(first with { Process = "q" }));
    }

    [Fact]
    public void A_table_with_a_double_row_an_unreached_state_or_an_unused_action_cannot_be_made()
    {
        var fault = Assert.Throws<ArgumentException>(() => new Lifecycle<LeaveCase, LeaveState, LeaveAction>("faulty", LeaveState.Draft,
        [
            new(LeaveState.Draft, LeaveAction.Submit, LeaveState.Submitted),
            new(LeaveState.Draft, LeaveAction.Submit, LeaveState.Returned),
            new(LeaveState.Submitted, LeaveAction.Review, LeaveState.Reviewed),
        ]));
        Assert.Contains("Draft · Submit stands twice", fault.Message, StringComparison.Ordinal);
        Assert.Contains("no move reaches Approved", fault.Message, StringComparison.Ordinal);
        Assert.Contains("nothing can be done by SendBack", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_drawing_shows_every_move_with_its_conditions()
    {
        var page = LifecycleDrawing.Page([LeaveCase.Lifecycle]);
        Assert.Contains("    [*] --> Draft\n", page, StringComparison.Ordinal);
        Assert.Contains("    Reviewed --> Approved: Approve\n", page, StringComparison.Ordinal);
        Assert.Contains("| Draft | Submit | Submitted |  | 5 working days |  |\n", page, StringComparison.Ordinal);
        Assert.Contains("| Reviewed | Approve | Approved | leave.decide |  | another person |\n", page, StringComparison.Ordinal);
    }
}

public sealed class SqliteLifecycleTests() : LifecycleTests(new TestDatabase.Sqlite());

public sealed class PostgreSqlLifecycleTests(PostgreSqlServer server) : LifecycleTests(new TestDatabase.PostgreSql(server));
