using Cradle.Governance.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cradle.Governance.Commendations;

internal sealed class CommendationMapping : IEntityTypeConfiguration<Programme>, IEntityTypeConfiguration<Nomination>
{
    public void Configure(EntityTypeBuilder<Programme> builder)
    {
        builder.ToTable("CommendationProgrammes");
        builder.Property(programme => programme.Id).ValueGeneratedNever();
        builder.Ignore(programme => programme.AuditSubject);
        builder.Property(programme => programme.Name).HasMaxLength(TrackedMapping.NameLength);
        builder.Property(programme => programme.Criteria).HasMaxLength(TrackedMapping.TextLength);
    }

    public void Configure(EntityTypeBuilder<Nomination> builder)
    {
        builder.MapTracked<Nomination, NominationState>("Nominations");
        builder.Property(nomination => nomination.Applicant).HasMaxLength(TrackedMapping.NameLength);
        builder.Property(nomination => nomination.Evidence).HasMaxLength(TrackedMapping.TextLength);
        builder.Property(nomination => nomination.Points).HasPrecision(9, 4);
        builder.HasIndex(nomination => new { nomination.ProgrammeId, nomination.Applicant }).IsUnique();
    }
}
