using Cradle.Governance.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cradle.Governance.Orders;

internal sealed class SupervisoryOrderMapping : IEntityTypeConfiguration<SupervisoryOrder>
{
    public void Configure(EntityTypeBuilder<SupervisoryOrder> builder)
    {
        builder.MapTracked<SupervisoryOrder, OrderState>("SupervisoryOrders");
        builder.Property(order => order.Unit).HasMaxLength(TrackedMapping.NameLength);
        builder.Property(order => order.Demand).HasMaxLength(TrackedMapping.TextLength);
        builder.Property(order => order.Answer).HasMaxLength(TrackedMapping.TextLength);
        builder.Property(order => order.ReadBy).HasMaxLength(TrackedMapping.ActorLength);
        builder.HasIndex(order => order.TaskId);
    }
}
