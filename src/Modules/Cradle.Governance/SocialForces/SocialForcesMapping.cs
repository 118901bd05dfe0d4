using Cradle.Governance.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cradle.Governance.SocialForces;

internal sealed class SocialForcesMapping : IEntityTypeConfiguration<ServiceProject>, IEntityTypeConfiguration<Volunteer>, IEntityTypeConfiguration<ServiceHours>
{
    public void Configure(EntityTypeBuilder<ServiceProject> builder)
    {
        builder.ToTable("ServiceProjects");
        builder.Property(project => project.Id).ValueGeneratedNever();
        builder.Ignore(project => project.AuditSubject);
        builder.Property(project => project.Organisation).HasMaxLength(TrackedMapping.NameLength);
        builder.Property(project => project.Name).HasMaxLength(TrackedMapping.NameLength);
        builder.Property(project => project.Function).HasConversion<string>().HasMaxLength(TrackedMapping.WordLength);
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
        builder.Property(hours => hours.ConfirmedBy).HasMaxLength(TrackedMapping.ActorLength);
        builder.HasIndex(hours => new { hours.ProjectId, hours.VolunteerId, hours.Day }).IsUnique();
    }
}
