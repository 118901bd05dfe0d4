using Cradle.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cradle.Platform.Accounts;

internal sealed class AccountContactMapping : IEntityTypeConfiguration<AccountContact>
{
    public void Configure(EntityTypeBuilder<AccountContact> builder)
    {
        builder.ToTable("AccountContacts");
        builder.HasKey(contact => contact.Id);
        builder.Property(contact => contact.Id).ValueGeneratedNever();
        builder.HasOne<Account>().WithOne().HasForeignKey<AccountContact>(contact => contact.Id);
        builder.HasProtected(contact => contact.Phone, AccountFields.Phone, contact => contact.PhoneIndex);   // one number, one account that it finds
        builder.HasIndex(contact => contact.PhoneIndex, "ix_account_contacts_proven_phone").IsUnique().HasFilter("phone_proven IS NOT NULL");
        builder.HasProtected(contact => contact.Email, AccountFields.Email);
        builder.Ignore(contact => contact.AuditSubject);
    }
}
