using Cradle.Governance.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cradle.Governance.Measures;

internal sealed class MeasureMapping : IEntityTypeConfiguration<Measure>, IEntityTypeConfiguration<Filing>
{
    public void Configure(EntityTypeBuilder<Measure> builder)
    {
        builder.MapTracked<Measure, MeasureState>("Measures");
        builder.Property(measure => measure.Document).HasMaxLength(TrackedMapping.WordLength);
        builder.Property(measure => measure.Clause).HasMaxLength(TrackedMapping.WordLength);
        builder.Property(measure => measure.Title).HasMaxLength(TrackedMapping.NameLength);
        builder.Property(measure => measure.OwnerUnit).HasMaxLength(TrackedMapping.NameLength);
        builder.Property(measure => measure.Beneficiary).HasMaxLength(TrackedMapping.NameLength);
        builder.Property(measure => measure.Rule).HasMaxLength(TrackedMapping.NameLength);
        builder.Property(measure => measure.Evaluation).HasMaxLength(TrackedMapping.TextLength);
        builder.HasIndex(measure => new { measure.Division, measure.Document, measure.Clause, measure.Title }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Filing> builder)
    {
        builder.MapTracked<Filing, FilingState>("Filings");
        builder.Property(filing => filing.Title).HasMaxLength(TrackedMapping.NameLength);
        builder.Property(filing => filing.Clause).HasMaxLength(TrackedMapping.WordLength);
        builder.Property(filing => filing.Required).HasMaxLength(TrackedMapping.TextLength);
        builder.Property(filing => filing.Enclosed).HasMaxLength(TrackedMapping.TextLength);
        builder.Property(filing => filing.Opinion).HasMaxLength(TrackedMapping.TextLength);
        builder.Ignore(filing => filing.Missing);
    }
}
