using Cradle.Governance.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cradle.Governance.Provisions;

internal sealed class ProvisionMapping : IEntityTypeConfiguration<Provision>, IEntityTypeConfiguration<Refusal>
{
    public void Configure(EntityTypeBuilder<Provision> builder)
    {
        builder.MapTracked<Provision, ProvisionState>("Provisions");
        builder.Property(provision => provision.Document).HasMaxLength(TrackedMapping.NameLength);
        builder.Property(provision => provision.Clause).HasMaxLength(TrackedMapping.WordLength);
        builder.Property(provision => provision.Sort).HasConversion<string>().HasMaxLength(TrackedMapping.WordLength);
        builder.Property(provision => provision.Owner).HasMaxLength(TrackedMapping.NameLength);
        builder.Property(provision => provision.Decision).HasMaxLength(TrackedMapping.WordLength);
        builder.Property(provision => provision.Proof).HasMaxLength(TrackedMapping.NameLength);
        builder.HasIndex(provision => new { provision.Division, provision.Document, provision.Clause }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Refusal> builder)
    {
        builder.MapTracked<Refusal, RefusalState>("Refusals");
        builder.Property(refusal => refusal.Matter).HasMaxLength(TrackedMapping.WordLength);
        builder.Property(refusal => refusal.What).HasMaxLength(TrackedMapping.TextLength);
        builder.Property(refusal => refusal.Unit).HasMaxLength(TrackedMapping.NameLength);
        builder.Property(refusal => refusal.Decision).HasMaxLength(TrackedMapping.TextLength);
    }
}
