namespace Cradle.Platform.Submissions;

/// <summary>
/// That a form was handed in: its key was made by the client, is unique, and leads a repeat to the first receipt.
/// </summary>
public sealed class Submission
{
    public const int KindLength = 64;
    public const int ReceiptLength = 32;
    public const int HrefLength = 1024;

    /// <summary>Made by the client with the form, sent again with every repeat.</summary>
    public required Guid Key { get; init; }

    /// <summary>What was handed in: a key of one form is not one of another.</summary>
    public required string Kind { get; init; }

    public required Guid SubjectId { get; init; }

    /// <summary>The number the person was given.</summary>
    public required string Receipt { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Where the person was sent on to, from <c>~/</c>: a repeat is sent there too. Null where the receipt itself leads on.</summary>
    public string? Href { get; set; }
}
