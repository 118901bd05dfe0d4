using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cradle.Governance.Ledger;

internal sealed class LedgerMapping :
    IEntityTypeConfiguration<KeyTask>, IEntityTypeConfiguration<Assignment>, IEntityTypeConfiguration<Evidence>, IEntityTypeConfiguration<ProgressReport>,
    IEntityTypeConfiguration<Milestone>, IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<KeyTask> builder)
    {
        builder.MapTracked<KeyTask, KeyTaskState>("KeyTasks");
        builder.Property(task => task.Document).HasMaxLength(TrackedMapping.WordLength);
        builder.Property(task => task.Clause).HasMaxLength(TrackedMapping.WordLength);
        builder.Property(task => task.Part).HasMaxLength(TrackedMapping.NameLength);
        builder.Property(task => task.Title).HasMaxLength(TrackedMapping.NameLength);
        builder.Property(task => task.Text).HasMaxLength(TrackedMapping.TextLength);
        builder.Property(task => task.Duty).HasConversion<string>().HasMaxLength(TrackedMapping.WordLength);
        builder.Property(task => task.DeadlineKind).HasConversion<string>().HasMaxLength(TrackedMapping.WordLength);
        builder.HasMany(task => task.Assignments).WithOne().HasForeignKey(assignment => assignment.TaskId);
        builder.HasMany(task => task.Evidence).WithOne().HasForeignKey(proof => proof.TaskId);
        builder.HasIndex(task => new { task.Division, task.Document, task.Year, task.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Assignment> builder)
    {
        Map(builder, "TaskAssignments");
        builder.HasIndex(assignment => new { assignment.TaskId, assignment.Unit }).IsUnique();
        builder.HasIndex(assignment => assignment.Unit);
    }

    public void Configure(EntityTypeBuilder<Evidence> builder)
    {
        Map(builder, "TaskEvidence");
        builder.Property(proof => proof.Kind).HasConversion<string>().HasMaxLength(TrackedMapping.WordLength);
        builder.Property(proof => proof.Label).HasMaxLength(TrackedMapping.NameLength);
        builder.Property(proof => proof.Source).HasMaxLength(TrackedMapping.NameLength);
    }

    public void Configure(EntityTypeBuilder<ProgressReport> builder)
    {
        Map(builder, "TaskReports");
        builder.Property(report => report.Text).HasMaxLength(TrackedMapping.TextLength);
        builder.HasIndex(report => report.TaskId);
    }

    public void Configure(EntityTypeBuilder<Milestone> builder)
    {
        builder.ToTable("TaskMilestones");
        builder.Property(milestone => milestone.Id).ValueGeneratedNever();
        builder.Property(milestone => milestone.Title).HasMaxLength(TrackedMapping.NameLength);
        builder.HasIndex(milestone => milestone.TaskId);
    }

    public void Configure(EntityTypeBuilder<Reminder> builder)
    {
        Map(builder, "TaskReminders");
        builder.Property(reminder => reminder.Text).HasMaxLength(TrackedMapping.TextLength);
        builder.HasIndex(reminder => reminder.TaskId);
    }

    private static void Map<TEntity>(EntityTypeBuilder<TEntity> builder, string table)
        where TEntity : class
    {
        builder.ToTable(table);
        builder.Property<Guid>("Id").ValueGeneratedNever();
        builder.Property<string>("Unit").HasMaxLength(TrackedMapping.NameLength);
    }
}
