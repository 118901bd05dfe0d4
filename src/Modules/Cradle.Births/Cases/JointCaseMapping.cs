using Cradle.Platform.Processes;
using Cradle.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cradle.Births.Cases;

internal sealed class JointCaseMapping : IEntityTypeConfiguration<JointCase>
{
    private const int ShortLength = 32;
    private const int RuleLength = 100;

    public void Configure(EntityTypeBuilder<JointCase> builder)
    {
        builder.ToTable("BirthCases");
        builder.HasKey(one => one.Id);
        builder.Property(one => one.Id).ValueGeneratedNever();
        builder.Property(one => one.Number).HasMaxLength(ShortLength);
        builder.Property(one => one.Applicant).HasMaxLength(Actor.IdLength);
        builder.Property(one => one.FiledBy).HasMaxLength(Actor.IdLength);
        builder.Property(one => one.Unit).HasMaxLength(ShortLength);
        builder.Property(one => one.CertificateIndex).HasMaxLength(LookupIndex.Length);
        builder.Property(one => one.LiveCertificate).HasMaxLength(LookupIndex.Length);
        builder.Property(one => one.BirthIndex).HasMaxLength(LookupIndex.Length);
        builder.Property(one => one.ItemsRule).HasMaxLength(RuleLength);
        builder.Property(one => one.Reason).HasMaxLength(JointCase.TextLength);
        builder.Property(one => one.RatingText).HasMaxLength(JointCase.TextLength);
        builder.Property(one => one.State).HasConversion<string>().HasMaxLength(ShortLength);
        builder.Property(one => one.LastMovedBy).HasMaxLength(Actor.IdLength);
        builder.Property(one => one.RefusedBy).HasMaxLength(Actor.IdLength);
        builder.Property(one => one.Steps).IsConcurrencyToken();
        builder.Property(one => one.Version).IsConcurrencyToken();
        builder.Ignore(one => one.AuditSubject).Ignore(one => one.IsLive);
        builder.HasIndex(one => one.Number).IsUnique();
        builder.HasIndex(one => one.LiveCertificate).IsUnique();
        builder.HasIndex(one => one.CertificateIndex);
        builder.HasIndex(one => one.BirthIndex);
        builder.HasIndex(one => one.Applicant);
        builder.HasIndex(one => new { one.State, one.Division });
    }
}
