using Cradle.Platform.Audit;
using Cradle.Platform.Protection;
using Cradle.Primitives;

namespace Cradle.Platform.Prints;

/// <summary>A paper that was printed from here: what tells whether one that somebody holds is it.</summary>
public sealed class IssuedPrint : IAudited
{
    public const int KindLength = 40;
    public const int TextLength = 100;
    public const int NumberLength = 20;
    public const int LinesLength = 4000;

    internal static readonly ProtectedField ContentField = new("platform.print", FieldKind.Record);

    public required Guid Id { get; init; }

    /// <summary>The stable key of its kind.</summary>
    public required string Kind { get; init; }

    public required string TitleZh { get; init; }

    public required string TitleEn { get; init; }

    /// <summary>The number of this paper.</summary>
    public required string Number { get; init; }

    /// <summary>What it is checked by: by chance, and too long to be guessed.</summary>
    public required string Code { get; init; }

    public required Guid SubjectId { get; init; }

    /// <summary>Counts the papers of its kind about the same thing.</summary>
    public required int Edition { get; init; }

    /// <summary>The place on whose behalf it was issued.</summary>
    public required DivisionCode Division { get; init; }

    /// <summary>Everything it says.</summary>
    public required Sealed Content { get; set; }

    /// <summary>A keyed hash of what it says: the same content is the same paper.</summary>
    public required byte[] ContentIndex { get; set; }

    /// <summary>What a stranger who checks it may read, with personal data masked, as JSON.</summary>
    public required string Lines { get; init; }

    public required DateTimeOffset Issued { get; init; }

    /// <summary>Since when it does not hold any more.</summary>
    public DateTimeOffset? Ended { get; set; }

    public bool IsInForce => Ended is null;

    public AuditSubject AuditSubject => new("print", Id);
}

/// <summary>A line of a paper.</summary>
/// <param name="Zh">What it is, in Chinese.</param>
/// <param name="En">The same in English.</param>
/// <param name="Value">As the paper says it.</param>
public sealed record PrintLine(string Zh, string En, string Value)
{
    /// <summary>What a stranger may read of it; null where the value names nobody.</summary>
    public string? Shown { get; init; }
}

/// <summary>A paper to be issued.</summary>
/// <param name="Kind">The stable key of its kind.</param>
/// <param name="TitleZh">What it is, in Chinese.</param>
/// <param name="TitleEn">The same in English.</param>
/// <param name="SubjectId">What it is about.</param>
/// <param name="Division">On whose behalf it is issued.</param>
/// <param name="Lines">What it says.</param>
public sealed record PrintContent(string Kind, string TitleZh, string TitleEn, Guid SubjectId, DivisionCode Division, IReadOnlyList<PrintLine> Lines);
