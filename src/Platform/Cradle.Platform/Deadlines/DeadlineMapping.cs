using Cradle.Platform.Accounts;
using Cradle.Platform.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cradle.Platform.Deadlines;

internal sealed class DeadlineMapping : IEntityTypeConfiguration<Deadline>
{
    public void Configure(EntityTypeBuilder<Deadline> builder)
    {
        builder.ToTable("Deadlines");
        builder.HasKey(deadline => deadline.Id);
        builder.Property(deadline => deadline.Id).ValueGeneratedNever();
        builder.Property(deadline => deadline.SubjectType).HasMaxLength(AuditEntry.SubjectTypeLength);
        builder.Property(deadline => deadline.Unit).HasMaxLength(RoleGrant.UnitLength);
        builder.Property(deadline => deadline.Permission).HasMaxLength(Deadline.PermissionLength);
        builder.HasIndex(deadline => new { deadline.SubjectType, deadline.SubjectId, deadline.Version }).IsUnique();
        builder.HasIndex(deadline => deadline.Due);
    }
}
