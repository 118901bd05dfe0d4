using Cradle.Platform.Processes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cradle.Platform.Accounts;

internal sealed class RoleGrantMapping : IEntityTypeConfiguration<RoleGrant>
{
    private const int EnumLength = 20;

    public void Configure(EntityTypeBuilder<RoleGrant> builder)
    {
        builder.ToTable("RoleGrants");
        builder.HasKey(grant => grant.Id);
        builder.Property(grant => grant.Id).ValueGeneratedNever();
        builder.Property(grant => grant.Role).HasConversion<string>().HasMaxLength(EnumLength);
        builder.Property(grant => grant.State).HasConversion<string>().HasMaxLength(EnumLength);
        builder.Property(grant => grant.Unit).HasMaxLength(RoleGrant.UnitLength);
        builder.Property(grant => grant.LastMovedBy).HasMaxLength(Actor.IdLength);
        builder.Property(grant => grant.Version).IsConcurrencyToken();
        builder.Ignore(grant => grant.Held).Ignore(grant => grant.AuditSubject);
        builder.HasIndex(grant => grant.AccountId);
        builder.HasIndex(grant => new { grant.State, grant.Division });
    }
}
