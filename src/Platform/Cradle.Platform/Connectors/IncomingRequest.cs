namespace Cradle.Platform.Connectors;

/// <summary>What another system sent, by its idempotency key, and what it was answered: written with the effect, so that a further try gets the first answer.</summary>
public sealed class IncomingRequest
{
    public const int KeyLength = 100;
    public const int DigestLength = 64;

    public required string Partner { get; init; }

    public required string IdempotencyKey { get; init; }

    public required string Digest { get; init; }

    public required int Status { get; init; }

    /// <summary>The answer as JSON, without personal data.</summary>
    public required string Answer { get; init; }

    public required DateTimeOffset At { get; init; }
}
