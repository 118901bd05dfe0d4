using Cradle.Platform.Protection;

namespace Cradle.Platform.Accounts;

/// <summary>A code that was sent to a mobile number, to be typed by who holds the phone. It is kept sealed, for a quarter of an hour, and serves once.</summary>
public sealed class PhoneProof
{
    /// <summary>Wrong codes before it serves no more.</summary>
    public const int Tries = 5;

    public required Guid Id { get; init; }

    public required Sealed Phone { get; init; }

    public required byte[] PhoneIndex { get; init; }

    public required Sealed Code { get; init; }

    /// <summary>What is said to who holds the phone; the page that asked says the same in every case.</summary>
    public required PhoneMessage Message { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset Expires { get; init; }

    public int Tried { get; set; }

    public DateTimeOffset? Used { get; set; }
}

/// <summary>What a phone is told.</summary>
public enum PhoneMessage
{
    /// <summary>The code.</summary>
    Code,

    /// <summary>That an account has this number, and that somebody asked for another.</summary>
    HasAccount,

    /// <summary>Nothing: it was sent too many within the hour.</summary>
    Nothing,
}

/// <summary>A code was asked for.</summary>
public sealed record PhoneCodeAsked(Guid Proof);
