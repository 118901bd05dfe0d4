using Cradle.Platform.Lifecycles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cradle.Platform.Accounts;

internal sealed class CredentialResetMapping : IEntityTypeConfiguration<CredentialReset>
{
    public void Configure(EntityTypeBuilder<CredentialReset> builder)
    {
        builder.MapLifecycle<CredentialReset, ResetState>("CredentialResets");
        builder.Property(reset => reset.Reason).HasMaxLength(CredentialReset.ReasonLength);
        builder.HasIndex(reset => reset.AccountId);
    }
}
