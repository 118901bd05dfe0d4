using Cradle.Platform.Lifecycles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cradle.Platform.Accounts;

internal sealed class RoleGrantMapping : IEntityTypeConfiguration<RoleGrant>
{
    private const int EnumLength = 20;

    public void Configure(EntityTypeBuilder<RoleGrant> builder)
    {
        builder.MapLifecycle<RoleGrant, GrantState>("RoleGrants");
        builder.Property(grant => grant.Role).HasConversion<string>().HasMaxLength(EnumLength);
        builder.Ignore(grant => grant.Held);
        builder.HasIndex(grant => grant.AccountId);
    }
}
