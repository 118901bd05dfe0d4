using Cradle.Platform.Lifecycles;
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
        builder.MapLifecycle<JointCase, CaseState>("BirthCases");
        builder.Property(one => one.Number).HasMaxLength(ShortLength);
        builder.Property(one => one.Applicant).HasMaxLength(Actor.IdLength);
        builder.Property(one => one.FiledBy).HasMaxLength(Actor.IdLength);
        builder.Property(one => one.ItemsRule).HasMaxLength(RuleLength);
        builder.Property(one => one.Reason).HasMaxLength(JointCase.TextLength);
        builder.Property(one => one.RatingText).HasMaxLength(JointCase.TextLength);
        builder.Property(one => one.RefusedBy).HasMaxLength(Actor.IdLength);
        builder.Property(one => one.Steps).IsConcurrencyToken();
        builder.Ignore(one => one.IsLive);
        builder.HasProtected(one => one.Form, ProtectedForms.Form);
        builder.HasProtected(one => one.Certificate, ProtectedForms.Certificate, one => one.CertificateIndex);
        builder.HasProtected(one => one.Birth, ProtectedForms.Birth, one => one.BirthIndex);
        builder.HasIndex(one => one.CertificateIndex, "LiveCertificate").IsUnique().HasFilter("holds_certificate");
        builder.HasIndex(one => one.BirthIndex, "LiveBirth").IsUnique().HasFilter("holds_birth");
        builder.HasIndex(one => one.Number).IsUnique();
        builder.HasIndex(one => one.Applicant);
    }
}
