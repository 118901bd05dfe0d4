using Cradle.Platform.Accounts;
using Cradle.Platform.Processes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cradle.Platform.Audit;

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<AuditHead>
{
    public const string Table = "audit_entries";

    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable(Table);
        builder.HasKey(entry => entry.Sequence);
        builder.Property(entry => entry.Sequence).ValueGeneratedNever();
        builder.Property(entry => entry.ActorKind).HasConversion<string>().HasMaxLength(20);
        builder.Property(entry => entry.ActorId).HasMaxLength(Actor.IdLength);
        builder.Property(entry => entry.OnBehalfOfKind).HasConversion<string>().HasMaxLength(20);
        builder.Property(entry => entry.OnBehalfOfId).HasMaxLength(Actor.IdLength);
        builder.Property(entry => entry.Process).HasMaxLength(ProcessContext.NameLength);
        builder.Property(entry => entry.Action).HasMaxLength(AuditEntry.ActionLength);
        builder.Property(entry => entry.SubjectType).HasMaxLength(AuditEntry.SubjectTypeLength);
        builder.Property(entry => entry.Unit).HasMaxLength(RoleGrant.UnitLength);
        builder.Property(entry => entry.Reason).HasMaxLength(AuditEntry.ReasonLength);
        builder.Property(entry => entry.Detail).HasMaxLength(AuditEntry.DetailLength);
        builder.Property(entry => entry.PreviousHash).HasMaxLength(AuditChain.HashLength);
        builder.Property(entry => entry.Hash).HasMaxLength(AuditChain.HashLength);
        builder.HasIndex(entry => new { entry.SubjectType, entry.SubjectId, entry.Sequence });
        builder.HasIndex(entry => new { entry.ActorId, entry.Sequence });
        builder.HasIndex(entry => new { entry.PersonId, entry.Sequence });
    }

    public void Configure(EntityTypeBuilder<AuditHead> builder)
    {
        builder.ToTable("AuditHeads");
        builder.HasKey(head => head.Id);
        builder.Property(head => head.Id).ValueGeneratedNever();
        builder.Property(head => head.Hash).HasMaxLength(AuditChain.HashLength);
        builder.HasData(new AuditHead());
    }
}
