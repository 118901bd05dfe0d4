using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cradle.Platform.Connectors;

internal sealed class ConnectorMapping : IEntityTypeConfiguration<ConnectorNonce>, IEntityTypeConfiguration<IncomingRequest>
{
    public void Configure(EntityTypeBuilder<ConnectorNonce> builder)
    {
        builder.ToTable("ConnectorNonces");
        builder.HasKey(nonce => new { nonce.KeyId, nonce.Nonce });
        builder.Property(nonce => nonce.KeyId).HasMaxLength(PartnerKey.IdLength);
        builder.Property(nonce => nonce.Nonce).HasMaxLength(SignedRequest.NonceLength);
        builder.HasIndex(nonce => nonce.Expires);
    }

    public void Configure(EntityTypeBuilder<IncomingRequest> builder)
    {
        builder.ToTable("ConnectorRequests");
        builder.HasKey(request => new { request.Partner, request.IdempotencyKey });
        builder.Property(request => request.Partner).HasMaxLength(Partner.NameLength);
        builder.Property(request => request.IdempotencyKey).HasMaxLength(IncomingRequest.KeyLength);
        builder.Property(request => request.Digest).HasMaxLength(IncomingRequest.DigestLength);
    }
}
