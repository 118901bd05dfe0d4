using Cradle.Platform.Processes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cradle.Births.Items;

internal sealed class CaseItemMapping : IEntityTypeConfiguration<CaseItem>
{
    private const int StateLength = 12;

    public void Configure(EntityTypeBuilder<CaseItem> builder)
    {
        builder.ToTable("BirthItems");
        builder.HasKey(item => item.Id);
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.Service).HasMaxLength(CaseItem.ServiceLength);
        builder.Property(item => item.After).HasMaxLength(CaseItem.ServiceLength);
        builder.Property(item => item.Unit).HasMaxLength(CaseItem.ServiceLength);
        builder.Property(item => item.Number).HasMaxLength(CaseItem.NumberLength);
        builder.Property(item => item.Reason).HasMaxLength(CaseItem.TextLength);
        builder.Property(item => item.Remedy).HasMaxLength(CaseItem.TextLength);
        builder.Property(item => item.State).HasConversion<string>().HasMaxLength(StateLength);
        builder.Property(item => item.LastMovedBy).HasMaxLength(Actor.IdLength);
        builder.Property(item => item.Version).IsConcurrencyToken();
        builder.Ignore(item => item.AuditSubject).Ignore(item => item.IsSettled);
        builder.HasIndex(item => new { item.CaseId, item.Service }).IsUnique();
        builder.HasIndex(item => item.Request).IsUnique();
        builder.HasIndex(item => new { item.State, item.Division });
    }
}
