using Cradle.Platform.Lifecycles;
using Cradle.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cradle.Births.LegacyFees;

internal sealed class LegacyFeeMapping : IEntityTypeConfiguration<LegacyFeeCase>
{
    private const int ShortLength = 32;
    private const int BasisLength = 200;

    public void Configure(EntityTypeBuilder<LegacyFeeCase> builder)
    {
        builder.MapLifecycle<LegacyFeeCase, LegacyFeeState>("LegacyFeeCases");
        builder.Property(one => one.DecisionNumber).HasMaxLength(LegacyFeeCase.NumberLength);
        builder.Property(one => one.Enforcement).HasMaxLength(LegacyFeeCase.TextLength);
        builder.Property(one => one.Reason).HasMaxLength(LegacyFeeCase.TextLength);
        builder.Property(one => one.Notice).HasMaxLength(LegacyFeeCase.NumberLength);
        builder.Property(one => one.Basis).HasMaxLength(BasisLength);
        builder.Property(one => one.Disposal).HasConversion<string>().HasMaxLength(ShortLength);
        builder.Ignore(one => one.Decided).Ignore(one => one.Collected).Ignore(one => one.Waived);
        builder.HasProtected(one => one.Person, LegacyFeeCase.PersonField);
        builder.HasProtected(one => one.PersonId, LegacyFeeCase.IdField, one => one.PersonIndex);
        builder.HasProtected(one => one.Other, LegacyFeeCase.OtherField);
        builder.HasProtected(one => one.OtherId, LegacyFeeCase.OtherIdField, one => one.OtherIndex);
        builder.HasIndex(one => new { one.Division, one.DecisionNumber }).IsUnique().HasFilter($"state <> '{LegacyFeeState.TakenOut}'");
    }
}
