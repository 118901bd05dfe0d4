using Cradle.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cradle.Births.Newborns;

internal sealed class ChildRecordMapping : IEntityTypeConfiguration<ChildRecord>, IEntityTypeConfiguration<EntitlementOffer>
{
    private const int UnitLength = 32;

    public void Configure(EntityTypeBuilder<ChildRecord> builder)
    {
        builder.ToTable("ChildRecords");
        builder.HasKey(child => child.Id);
        builder.Property(child => child.Id).ValueGeneratedNever();
        builder.Property(child => child.Unit).HasMaxLength(UnitLength);
        builder.Ignore(child => child.AuditSubject);
        builder.HasProtected(child => child.Identity, ChildRecord.IdentityField);
        builder.HasIndex(child => child.CaseId).IsUnique();
        builder.HasIndex(child => child.Division);
    }

    public void Configure(EntityTypeBuilder<EntitlementOffer> builder)
    {
        builder.ToTable("EntitlementOffers");
        builder.HasKey(offer => new { offer.About, offer.Quantity });
        builder.Property(offer => offer.Quantity).HasMaxLength(EntitlementOffer.TextLength);
        builder.Property(offer => offer.Rule).HasMaxLength(EntitlementOffer.TextLength);
        builder.Property(offer => offer.LabelZh).HasMaxLength(EntitlementOffer.TextLength);
        builder.Property(offer => offer.LabelEn).HasMaxLength(EntitlementOffer.TextLength);
        builder.Property(offer => offer.Handler).HasMaxLength(EntitlementOffer.TextLength);
        builder.HasIndex(offer => offer.Until);
    }
}
