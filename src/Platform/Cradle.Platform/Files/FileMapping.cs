using Cradle.Platform.Accounts;
using Cradle.Platform.Audit;
using Cradle.Platform.Processes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cradle.Platform.Files;

internal sealed class FileMapping : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.ToTable("StoredFiles");
        builder.HasKey(file => file.Id);
        builder.Property(file => file.Id).ValueGeneratedNever();
        builder.Property(file => file.Hash).HasMaxLength(StoredFile.HashLength);
        builder.Property(file => file.Kind).HasConversion<string>().HasMaxLength(12);
        builder.Property(file => file.ProtectedName).IsRequired();
        builder.Property(file => file.Permission).HasMaxLength(StoredFile.PermissionLength);
        builder.Property(file => file.Unit).HasMaxLength(RoleGrant.UnitLength);
        builder.Property(file => file.OwnerId).HasMaxLength(Actor.IdLength);
        builder.Property(file => file.SubjectType).HasMaxLength(AuditEntry.SubjectTypeLength);
        builder.Ignore(file => file.AuditSubject);
        builder.HasIndex(file => file.Hash);
        builder.HasIndex(file => new { file.SubjectType, file.SubjectId });
    }
}
