namespace Cradle.Platform.Connectors;

/// <summary>That a signed request was seen; while its time runs it is not taken again.</summary>
internal sealed class ConnectorNonce
{
    public required string KeyId { get; init; }

    public required string Nonce { get; init; }

    public required DateTimeOffset Expires { get; init; }
}
