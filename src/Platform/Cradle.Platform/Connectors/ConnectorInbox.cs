using System.Text.Json;
using Cradle.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Platform.Connectors;

/// <summary>Applies what another system sent once, however often it comes: effect, audit entries and answer are one transaction.</summary>
public sealed class ConnectorInbox(PlatformDbContext database, TimeProvider time)
{
    private const int Tries = 4;

    /// <summary>Applies a request, or finds the answer that it was given before.</summary>
    /// <param name="caller">Who sent it, under which key.</param>
    /// <param name="apply">Changes what has to be changed, without saving, and gives status and body of the answer. Run again where somebody else was faster.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<(IncomingRequest? Request, ConnectorError? Error)> TakeAsync(
        ConnectorCaller caller, Func<CancellationToken, Task<(int Status, object Body)>> apply, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await database.Set<IncomingRequest>().AsNoTracking()
                .FirstOrDefaultAsync(row => row.Partner == caller.Partner && row.IdempotencyKey == caller.IdempotencyKey, cancellationToken) is { } earlier)
            {
                return earlier.Digest == caller.Digest ? (earlier, null) : (null, new ConnectorError.KeyReused());
            }

            var (status, body) = await apply(cancellationToken);
            var taken = new IncomingRequest
            {
                Partner = caller.Partner, IdempotencyKey = caller.IdempotencyKey, Digest = caller.Digest, Status = status,
                Answer = JsonSerializer.Serialize(body, ConnectorJson.Options), At = time.GetUtcNow(),
            };
            database.Add(taken);
            try
            {
                await database.SaveChangesAsync(cancellationToken);
                return (taken, null);
            }
            catch (DbUpdateException) when (attempt < Tries)
            {
                // A second delivery, or somebody at the desk, was faster: look again at what stands now.
                database.Forget();
            }
        }
    }
}

/// <summary>Who sent a request: the partner, its idempotency key, and the digest of the body.</summary>
public sealed record ConnectorCaller(string Partner, string IdempotencyKey, string Digest);
