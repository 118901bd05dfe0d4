using Cradle.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cradle.Platform.Accounts;

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    private const int HashLength = 256;
    private const int StampLength = 64;

    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("Accounts");
        builder.HasKey(account => account.Id);
        builder.Property(account => account.Id).ValueGeneratedNever();
        builder.Property(account => account.UserName).HasMaxLength(Account.UserNameLength);
        builder.Property(account => account.NormalizedUserName).HasMaxLength(Account.UserNameLength);
        builder.HasIndex(account => account.NormalizedUserName).IsUnique();
        builder.Property(account => account.DisplayName).HasMaxLength(Account.DisplayNameLength);
        builder.Property(account => account.PasswordHash).HasMaxLength(HashLength);
        builder.Property(account => account.SecurityStamp).HasMaxLength(StampLength);
        builder.Property(account => account.ConcurrencyStamp).HasMaxLength(StampLength).IsConcurrencyToken();

        // Written by the statement that uses a code up and by nothing else.
        builder.Property(account => account.LastCodeStep).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);

        builder.HasProtected(account => account.AuthenticatorKey, AccountFields.AuthenticatorKey);
        builder.HasProtected(account => account.RecoveryCodes, AccountFields.RecoveryCodes);

        // How to reach somebody is personal data and stands with the person's record, not with what opens the door.
        builder.Ignore(account => account.Email).Ignore(account => account.NormalizedEmail).Ignore(account => account.EmailConfirmed)
            .Ignore(account => account.PhoneNumber).Ignore(account => account.PhoneNumberConfirmed).Ignore(account => account.AuditSubject);
        builder.HasMany<RoleGrant>().WithOne().HasForeignKey(grant => grant.AccountId);
    }
}
