using Cradle.Platform.Access;
using Cradle.Platform.Audit;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Protection;
using Cradle.Platform.Tables;
using Cradle.Primitives;

namespace Cradle.Births.LegacyFees;

/// <summary>Where an old case stands.</summary>
public enum LegacyFeeState
{
    Imported,

    /// <summary>The text of the place does not name this case; somebody decides.</summary>
    ByHand,
    Classified,
    Disposed,

    /// <summary>The person concerned has been told.</summary>
    Noticed,
    Archived,

    /// <summary>Imported by mistake, or with something wrong: it is off the list, and the right row may be imported.</summary>
    TakenOut,
}

/// <summary>What becomes of an old decision.</summary>
public enum LegacyFeeDisposal
{
    /// <summary>Paid in full: it stays.</summary>
    Maintained,

    /// <summary>Paid in part or not at all: the rest is no longer collected, what was paid is not refunded.</summary>
    RemainderWaived,
}

/// <summary>A decision of former days to levy a fee for a birth (社会抚养费), to be wound up once. None can be made any more, and none can grow.</summary>
public sealed class LegacyFeeCase : IHasLifecycle<LegacyFeeState>, IInScope
{
    public const int NumberLength = 60;
    public const int TextLength = 500;

    internal static readonly ProtectedField PersonField = new("births.fee-person", FieldKind.Record);
    internal static readonly ProtectedField IdField = new("births.fee-id", FieldKind.IdNumber);
    internal static readonly ProtectedField OtherField = new("births.fee-other-person", FieldKind.Record);
    internal static readonly ProtectedField OtherIdField = new("births.fee-other-id", FieldKind.IdNumber);

    public required Guid Id { get; init; }

    /// <summary>Of the decision; with the place it names the case, of those that were not taken out.</summary>
    public required string DecisionNumber { get; init; }

    public required DivisionCode Division { get; init; }

    public string? Unit { get; init; }

    public required DateOnly DecidedOn { get; init; }

    /// <summary>The name of the person concerned.</summary>
    public required Sealed Person { get; init; }

    /// <summary>The identity number of the person concerned.</summary>
    public required Sealed PersonId { get; init; }

    public required byte[] PersonIndex { get; init; }

    /// <summary>The name of the other person, where the decision names both spouses.</summary>
    public Sealed? Other { get; init; }

    /// <summary>The identity number of the other person.</summary>
    public Sealed? OtherId { get; init; }

    public byte[]? OtherIndex { get; init; }

    /// <summary>Which birth the decision was about, as it says.</summary>
    public required int Birth { get; init; }

    /// <summary>In fen.</summary>
    public required long DecidedFen { get; init; }

    /// <summary>In fen; nothing adds to it any more.</summary>
    public required long CollectedFen { get; init; }

    /// <summary>In words of the list: whether a court was asked to enforce it.</summary>
    public string? Enforcement { get; init; }

    public LegacyFeeDisposal? Disposal { get; set; }

    /// <summary>In fen: what is no longer collected.</summary>
    public long WaivedFen { get; set; }

    /// <summary>The rule or clause that the disposal rests on.</summary>
    public string? Basis { get; set; }

    /// <summary>Why it is decided by hand, or how it was; or why it was taken out.</summary>
    public string? Reason { get; set; }

    /// <summary>The number of the notice to the person concerned.</summary>
    public string? Notice { get; set; }

    public LegacyFeeState State { get; set; }

    public int Version { get; set; }

    public string? LastMovedBy { get; set; }

    public DateOnly? Due { get; set; }

    /// <summary>A decision's number in the one form in which it is kept and found: written with other brackets, in full width or with blanks it is the same decision.</summary>
    public static string NumberOf(string typed) => string.Concat(PlainText.Key(typed).Select(sign => sign switch { '(' or '[' or '【' => '〔', ')' or ']' or '】' => '〕', _ => sign }));

    /// <summary>Whether there is something to tell whom it concerns: it has been disposed of.</summary>
    public bool HasNotice => State is LegacyFeeState.Disposed or LegacyFeeState.Noticed or LegacyFeeState.Archived;

    public AuditSubject AuditSubject => new("legacy-fee-case", Id);

    public Money Decided => new(DecidedFen);

    public Money Collected => new(CollectedFen);

    public Money Waived => new(WaivedFen);
}
