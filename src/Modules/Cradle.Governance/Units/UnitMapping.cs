using Cradle.Governance.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cradle.Governance.Units;

internal sealed class UnitMapping : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> builder)
    {
        builder.ToTable("Units");
        builder.Property(unit => unit.Id).ValueGeneratedNever();
        builder.Ignore(unit => unit.AuditSubject);
        builder.Ignore(unit => unit.Entry);
        builder.Property(unit => unit.Name).HasMaxLength(TrackedMapping.NameLength);
        builder.Property(unit => unit.Kind).HasConversion<string>().HasMaxLength(TrackedMapping.WordLength);
        builder.Property(unit => unit.Aliases).HasMaxLength(TrackedMapping.TextLength);
        builder.Property(unit => unit.Successor).HasMaxLength(TrackedMapping.NameLength);
        builder.HasIndex(unit => new { unit.Division, unit.Name }).IsUnique();
    }
}
