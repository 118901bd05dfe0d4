using Cradle.Governance.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cradle.Governance.Rhythms;

internal sealed class RhythmMapping : IEntityTypeConfiguration<Rhythm>, IEntityTypeConfiguration<WatchMark>
{
    public void Configure(EntityTypeBuilder<Rhythm> builder)
    {
        builder.ToTable("Rhythms");
        builder.Property(rhythm => rhythm.Id).ValueGeneratedNever();
        builder.Ignore(rhythm => rhythm.AuditSubject);
        builder.HasIndex(rhythm => rhythm.Division).IsUnique();
    }

    public void Configure(EntityTypeBuilder<WatchMark> builder)
    {
        builder.ToTable("WatchMarks");
        builder.HasKey(mark => new { mark.Subject, mark.What, mark.Day });
        builder.Property(mark => mark.What).HasMaxLength(TrackedMapping.WordLength);
    }
}
