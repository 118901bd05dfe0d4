namespace Cradle.Platform.Connectors;

/// <summary>Every way in which what another system sent can be refused before anything is done with it.</summary>
public abstract record ConnectorError
{
    private ConnectorError()
    {
    }

    /// <summary>A header of the signature is missing or cannot be read.</summary>
    public sealed record Unsigned(string Header) : ConnectorError;

    /// <summary>No partner has this key.</summary>
    public sealed record UnknownKey : ConnectorError;

    /// <summary>The body is not the one that the digest names.</summary>
    public sealed record DigestDiffers : ConnectorError;

    /// <summary>The signature was not made over this request with this key.</summary>
    public sealed record WrongSignature : ConnectorError;

    /// <summary>Signed too long ago, or ahead of our clock.</summary>
    public sealed record OutOfTime(TimeSpan Tolerance) : ConnectorError;

    /// <summary>This very request was received before; a further try takes a new nonce.</summary>
    public sealed record Replayed : ConnectorError;

    /// <summary>The idempotency key was used for another content.</summary>
    public sealed record KeyReused : ConnectorError;
}
