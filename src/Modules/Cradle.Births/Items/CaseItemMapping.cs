using Cradle.Births.Insurance;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cradle.Births.Items;

internal sealed class CaseItemMapping : IEntityTypeConfiguration<CaseItem>
{
    public void Configure(EntityTypeBuilder<CaseItem> builder)
    {
        builder.MapLifecycle<CaseItem, ItemState>("BirthItems");
        builder.Property(item => item.Service).HasMaxLength(CaseItem.ServiceLength);
        builder.Property(item => item.After).HasMaxLength(CaseItem.ServiceLength);
        builder.Property(item => item.Number).HasMaxLength(CaseItem.NumberLength);
        builder.Property(item => item.Reason).HasMaxLength(CaseItem.TextLength);
        builder.Property(item => item.Remedy).HasMaxLength(CaseItem.TextLength);
        builder.Ignore(item => item.IsSettled);
        builder.Ignore(item => item.AlsoIn);
        builder.HasProtected(item => item.Detail, BillSettlements.Bills);
        builder.HasIndex(item => new { item.CaseId, item.Service }).IsUnique();
        builder.HasIndex(item => item.Request).IsUnique();
    }
}
