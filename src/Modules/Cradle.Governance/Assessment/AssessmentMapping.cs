using Cradle.Governance.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cradle.Governance.Assessment;

internal sealed class AssessmentMapping :
    IEntityTypeConfiguration<IndicatorSet>, IEntityTypeConfiguration<PlaceAssessment>, IEntityTypeConfiguration<IndicatorValue>, IEntityTypeConfiguration<ScoreRecord>
{
    public void Configure(EntityTypeBuilder<IndicatorSet> builder)
    {
        builder.ToTable("IndicatorSets");
        builder.Property(set => set.Id).ValueGeneratedNever();
        builder.Ignore(set => set.AuditSubject);
        builder.Ignore(set => set.Indicators);
        builder.Property(set => set.Name).HasMaxLength(TrackedMapping.NameLength);
        builder.HasIndex(set => new { set.Division, set.Year, set.Revision }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PlaceAssessment> builder)
    {
        builder.MapTracked<PlaceAssessment, AssessmentState>("PlaceAssessments");
        builder.Property(assessment => assessment.ReportedBy).HasMaxLength(TrackedMapping.ActorLength);
        builder.Property(assessment => assessment.Objection).HasMaxLength(TrackedMapping.TextLength);
        builder.Property(assessment => assessment.Total).HasPrecision(9, 4);
        builder.HasIndex(assessment => new { assessment.SetId, assessment.Division }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<IndicatorValue> builder)
    {
        builder.ToTable("IndicatorValues");
        builder.HasKey(value => new { value.AssessmentId, value.Code });
        builder.Property(value => value.Code).HasMaxLength(TrackedMapping.NameLength);
        builder.Ignore(value => value.IsReported);
        builder.Property(value => value.Reported).HasPrecision(18, 4);
        builder.Property(value => value.Reviewed).HasPrecision(18, 4);
        builder.Property(value => value.Source).HasMaxLength(TrackedMapping.NameLength);
    }

    public void Configure(EntityTypeBuilder<ScoreRecord> builder)
    {
        builder.ToTable("AssessmentScores");
        builder.HasKey(score => new { score.AssessmentId, score.Revision });
        builder.Property(score => score.Total).HasPrecision(9, 4);
        builder.Property(score => score.By).HasMaxLength(TrackedMapping.ActorLength);
    }
}
