using Cradle.Governance.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cradle.Governance.Board;

internal sealed class BoardMapping : IEntityTypeConfiguration<BoardCount>, IEntityTypeConfiguration<BoardHead>
{
    public void Configure(EntityTypeBuilder<BoardCount> builder)
    {
        builder.ToTable("BoardCounts");
        builder.HasKey(count => new { count.Division, count.Reach, count.Year, count.Scope, count.Name, count.Standing, count.Deadline });
        builder.Property(count => count.Name).HasMaxLength(TrackedMapping.NameLength);

        // Places below one another are counted at once; whoever added to an older number adds again.
        builder.Property(count => count.Tasks).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<BoardHead> builder)
    {
        builder.ToTable("BoardHeads");
        builder.HasKey(head => head.Division);
        builder.Property(head => head.Division).ValueGeneratedNever();
        builder.Property(head => head.Version).IsConcurrencyToken();
    }
}
