using Cradle.Governance.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cradle.Governance.Reports;

internal sealed class ReportMapping : IEntityTypeConfiguration<AnnualReport>, IEntityTypeConfiguration<ImportantMatter>
{
    public void Configure(EntityTypeBuilder<AnnualReport> builder)
    {
        builder.MapTracked<AnnualReport, ReportState>("AnnualReports");
        builder.Property(report => report.SignedBy).HasMaxLength(TrackedMapping.ActorLength);
        builder.HasIndex(report => new { report.Division, report.Year }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ImportantMatter> builder)
    {
        builder.MapTracked<ImportantMatter, MatterState>("ImportantMatters");
        builder.Property(matter => matter.Title).HasMaxLength(TrackedMapping.NameLength);
        builder.Property(matter => matter.Text).HasMaxLength(TrackedMapping.TextLength);
        builder.Property(matter => matter.RoutedTo).HasMaxLength(TrackedMapping.NameLength);
    }
}
