using Cradle.Governance.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cradle.Governance.SocialForces;

internal sealed class SocialForcesMapping :
    IEntityTypeConfiguration<ServiceProject>, IEntityTypeConfiguration<Volunteer>, IEntityTypeConfiguration<ServiceHours>, IEntityTypeConfiguration<ServiceMatch>, IEntityTypeConfiguration<HelpRequest>
{
    public void Configure(EntityTypeBuilder<ServiceProject> builder)
    {
        builder.ToTable("ServiceProjects");
        builder.Property(project => project.Id).ValueGeneratedNever();
        builder.Ignore(project => project.AuditSubject);
        builder.Property(project => project.Organisation).HasMaxLength(TrackedMapping.NameLength);
        builder.Property(project => project.Name).HasMaxLength(TrackedMapping.NameLength);
        builder.Property(project => project.Function).HasConversion<string>().HasMaxLength(TrackedMapping.WordLength);
        builder.Property(project => project.Evaluation).HasMaxLength(TrackedMapping.TextLength);
        builder.HasIndex(project => project.Division);
    }

    public void Configure(EntityTypeBuilder<Volunteer> builder)
    {
        builder.ToTable("Volunteers");
        builder.Property(volunteer => volunteer.Id).ValueGeneratedNever();
        builder.Ignore(volunteer => volunteer.AuditSubject);
        builder.Property(volunteer => volunteer.RegisterNumber).HasMaxLength(TrackedMapping.WordLength);
        builder.HasIndex(volunteer => volunteer.RegisterNumber).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ServiceHours> builder)
    {
        builder.ToTable("ServiceHours");
        builder.Property(hours => hours.Id).ValueGeneratedNever();
        builder.Ignore(hours => hours.AuditSubject);
        builder.Property(hours => hours.Hours).HasPrecision(5, 2);
        builder.Property(hours => hours.LoggedBy).HasMaxLength(TrackedMapping.ActorLength);
        builder.Property(hours => hours.ConfirmedBy).HasMaxLength(TrackedMapping.ActorLength);
        builder.HasIndex(hours => new { hours.ProjectId, hours.VolunteerId, hours.Day }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ServiceMatch> builder)
    {
        builder.ToTable("ServiceMatches");
        builder.HasKey(match => new { match.ProjectId, match.VolunteerId });
    }

    public void Configure(EntityTypeBuilder<HelpRequest> builder)
    {
        builder.ToTable("HelpRequests");
        builder.Property(request => request.Id).ValueGeneratedNever();
        builder.Ignore(request => request.AuditSubject);
        builder.Property(request => request.Function).HasConversion<string>().HasMaxLength(TrackedMapping.WordLength);
        builder.Property(request => request.What).HasMaxLength(TrackedMapping.TextLength);
        builder.HasIndex(request => request.Division);
    }
}
