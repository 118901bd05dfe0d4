using Cradle.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cradle.Platform.Accounts;

internal sealed class PhoneProofMapping : IEntityTypeConfiguration<PhoneProof>
{
    private const int MessageLength = 12;

    public void Configure(EntityTypeBuilder<PhoneProof> builder)
    {
        builder.ToTable("PhoneProofs");
        builder.HasKey(proof => proof.Id);
        builder.Property(proof => proof.Id).ValueGeneratedNever();
        builder.Property(proof => proof.Message).HasConversion<string>().HasMaxLength(MessageLength);
        builder.HasProtected(proof => proof.Phone, AccountFields.Phone, proof => proof.PhoneIndex);
        builder.HasProtected(proof => proof.Code, AccountFields.PhoneCode);
        builder.HasIndex(proof => proof.Expires);
    }
}
