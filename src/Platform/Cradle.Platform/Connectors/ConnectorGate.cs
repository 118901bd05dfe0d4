using Cradle.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Cradle.Platform.Connectors;

/// <summary>Says who sent a request, or why it is refused. What passes has been seen, and does not pass again.</summary>
public sealed class ConnectorGate(PlatformDbContext database, Partners partners, TimeProvider time, IOptions<ConnectorOptions> options)
{
    public async Task<(Partner? Partner, ConnectorError? Error)> CheckAsync(
        SignedRequest request, string signature, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        if (partners.OwnerOf(request.KeyId) is not var (partner, key))
            return (null, new ConnectorError.UnknownKey());
        if (SignedRequest.DigestOf(body.Span) != request.Digest)
            return (null, new ConnectorError.DigestDiffers());
        if (!request.IsSignedBy(key.Secret, signature))
            return (null, new ConnectorError.WrongSignature());
        var (now, tolerance) = (time.GetUtcNow(), options.Value.Tolerance);
        if (Math.Abs(now.ToUnixTimeSeconds() - request.Timestamp) > tolerance.TotalSeconds)
            return (null, new ConnectorError.OutOfTime(tolerance));
        return await IsNewAsync(request, now + 2 * tolerance, cancellationToken) ? (partner, null) : (null, new ConnectorError.Replayed());
    }

    private async Task<bool> IsNewAsync(SignedRequest request, DateTimeOffset expires, CancellationToken cancellationToken)
    {
        database.Add(new ConnectorNonce { KeyId = request.KeyId, Nonce = request.Nonce, Expires = expires });
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException)
        {
            database.Forget();
            var known = await database.Set<ConnectorNonce>().AnyAsync(nonce => nonce.KeyId == request.KeyId && nonce.Nonce == request.Nonce, cancellationToken);
            return known ? false : throw new InvalidOperationException("The nonce could not be kept; the request is not taken without it.");
        }
        finally
        {
            database.ChangeTracker.Clear();
        }
    }
}
