using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Lifecycles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cradle.Platform.Tests.Cases;

public enum LeaveState
{
    Draft,
    Submitted,
    Reviewed,
    Approved,
    Returned,
}

public enum LeaveAction
{
    Submit,
    Review,
    Approve,
    SendBack,
}

/// <summary>The smallest case there is: what a module's entity looks like to the platform.</summary>
public sealed class LeaveCase : IHasLifecycle<LeaveState>
{
    public required Guid Id { get; init; }

    public LeaveState State { get; set; }

    public int Version { get; set; }

    public string? LastMovedBy { get; set; }

    public DateOnly? Due { get; set; }

    public int Days { get; set; }

    public AuditSubject AuditSubject => new("leave-case", Id);

    /// <summary>The lifecycle, as a module would write it.</summary>
    public static Lifecycle<LeaveCase, LeaveState, LeaveAction> Lifecycle { get; } = new("leave-case", LeaveState.Draft,
    [
        new(LeaveState.Draft, LeaveAction.Submit, LeaveState.Submitted) { Limit = new TimeLimit.WorkingDays(5), Guard = leave => leave.Days > 0 ? null : "no days" },
        new(LeaveState.Submitted, LeaveAction.Review, LeaveState.Reviewed) { Permission = "leave.decide" },
        new(LeaveState.Submitted, LeaveAction.SendBack, LeaveState.Returned) { Permission = "leave.decide", NeedsReason = true },
        new(LeaveState.Returned, LeaveAction.Submit, LeaveState.Submitted) { Limit = new TimeLimit.CalendarDays(3) },
        new(LeaveState.Reviewed, LeaveAction.Approve, LeaveState.Approved)
        {
            Permission = "leave.decide", NeedsAnother = true, Raises = leave => new LeaveApproved(leave.Id, leave.Days),
        },
    ]);
}

/// <summary>What is told when a case is approved.</summary>
public sealed record LeaveApproved(Guid Id, int Days);

/// <summary>What a handler of that message keeps.</summary>
public sealed class LeaveTally
{
    public required Guid Id { get; init; }

    public int Days { get; set; }
}

internal sealed class LeaveCaseMapping : IEntityTypeConfiguration<LeaveCase>, IEntityTypeConfiguration<LeaveTally>
{
    public void Configure(EntityTypeBuilder<LeaveCase> builder)
    {
        builder.ToTable("LeaveCases", table => table.ExcludeFromMigrations());
        builder.Ignore(leave => leave.AuditSubject);
        builder.Property(leave => leave.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<LeaveTally> builder) => builder.ToTable("LeaveTallies", table => table.ExcludeFromMigrations());

    /// <summary>The tables of this test model, which no migration makes; the types are understood by both providers.</summary>
    public static Task<int> CreateTablesAsync(PlatformDbContext database) => database.Database.ExecuteSqlRawAsync(
        database.Database.ProviderName!.Contains("Npgsql", StringComparison.Ordinal)
            ? "CREATE TABLE leave_cases (id uuid PRIMARY KEY, state int NOT NULL, version int NOT NULL, last_moved_by text, due date, days int NOT NULL); CREATE TABLE leave_tallies (id uuid PRIMARY KEY, days int NOT NULL);"
            : "CREATE TABLE leave_cases (id TEXT PRIMARY KEY, state INTEGER NOT NULL, version INTEGER NOT NULL, last_moved_by TEXT, due TEXT, days INTEGER NOT NULL); CREATE TABLE leave_tallies (id TEXT PRIMARY KEY, days INTEGER NOT NULL);");
}
