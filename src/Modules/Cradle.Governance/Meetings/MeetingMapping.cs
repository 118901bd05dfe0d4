using Cradle.Governance.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cradle.Governance.Meetings;

internal sealed class MeetingMapping : IEntityTypeConfiguration<Body>, IEntityTypeConfiguration<Member>, IEntityTypeConfiguration<Meeting>, IEntityTypeConfiguration<Resolution>
{
    public void Configure(EntityTypeBuilder<Body> builder)
    {
        builder.ToTable("Bodies");
        builder.Property(body => body.Id).ValueGeneratedNever();
        builder.Ignore(body => body.AuditSubject);
        builder.Property(body => body.Kind).HasConversion<string>().HasMaxLength(TrackedMapping.WordLength);
        builder.Property(body => body.Name).HasMaxLength(TrackedMapping.NameLength);
        builder.HasMany(body => body.Members).WithOne().HasForeignKey(member => member.BodyId);
        builder.HasIndex(body => body.Division);
    }

    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.ToTable("BodyMembers");
        builder.Property(member => member.Id).ValueGeneratedNever();
        builder.Property(member => member.Unit).HasMaxLength(TrackedMapping.NameLength);
    }

    public void Configure(EntityTypeBuilder<Meeting> builder)
    {
        builder.ToTable("Meetings");
        builder.Property(meeting => meeting.Id).ValueGeneratedNever();
        builder.Ignore(meeting => meeting.AuditSubject);
        builder.Property(meeting => meeting.Minutes).HasMaxLength(TrackedMapping.TextLength);
        builder.HasMany(meeting => meeting.Resolutions).WithOne().HasForeignKey(resolution => resolution.MeetingId);
        builder.HasIndex(meeting => meeting.BodyId);
    }

    public void Configure(EntityTypeBuilder<Resolution> builder)
    {
        builder.ToTable("Resolutions");
        builder.Property(resolution => resolution.Id).ValueGeneratedNever();
        builder.Property(resolution => resolution.Text).HasMaxLength(TrackedMapping.TextLength);
        builder.Property(resolution => resolution.Unit).HasMaxLength(TrackedMapping.NameLength);
        builder.HasIndex(resolution => resolution.TaskId);
    }
}
