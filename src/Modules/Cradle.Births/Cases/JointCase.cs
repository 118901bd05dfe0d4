using Cradle.Births.Items;
using Cradle.Platform.Access;
using Cradle.Platform.Audit;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Protection;
using Cradle.Primitives;

namespace Cradle.Births.Cases;

/// <summary>Where a case stands; from acceptance on it follows from its items.</summary>
public enum CaseState
{
    Submitted,
    PreCheck,
    NeedsCorrection,
    Accepted,
    AcceptedWithPromise,
    InProgress,
    Completed,
    PartlyCompleted,
    Rejected,
    Withdrawn,
    Archived,
}

/// <summary>One newborn's papers, applied for together (出生一件事). Twins are two cases from one form.</summary>
public sealed class JointCase : IHasLifecycle<CaseState>, IInScope
{
    public const int TextLength = 500;

    public required Guid Id { get; init; }

    /// <summary>The number that people name it by.</summary>
    public required string Number { get; init; }

    /// <summary>The same for the children of one birth, sent in one form.</summary>
    public required Guid Together { get; init; }

    /// <summary>The account whose matter it is.</summary>
    public required string Applicant { get; set; }

    /// <summary>The worker who filed it at a counter, where one did.</summary>
    public string? FiledBy { get; set; }

    /// <summary>Where it belongs: the family's residence.</summary>
    public required DivisionCode Division { get; set; }

    public string? Unit { get; init; }

    public required DateOnly BirthDate { get; set; }

    /// <summary>Which child of the birth, from 1.</summary>
    public required int Order { get; init; }

    public required int Babies { get; init; }

    /// <summary>What was asked.</summary>
    public required Sealed Form { get; set; }

    /// <summary>The number of the medical birth certificate, where it has been issued, or of the paper in its place.</summary>
    public Sealed? Certificate { get; set; }

    /// <summary>Finds another case of the same certificate.</summary>
    public byte[]? CertificateIndex { get; set; }

    /// <summary>Whether it has been let in and lives; of one certificate only one case can.</summary>
    public bool HoldsCertificate { get; set; }

    /// <summary>Whether it was let in by the check alone and lives; of one mother, birth date and order only one can. An officer who has compared two may let both live.</summary>
    public bool HoldsBirth { get; set; }

    /// <summary>Mother, birth date and order.</summary>
    public required Sealed Birth { get; set; }

    /// <summary>Finds another case of the same mother, birth date and order.</summary>
    public required byte[] BirthIndex { get; set; }

    /// <summary>The last day on which the premium secures cover from birth; null where no rule speaks.</summary>
    public DateOnly? InsureBy { get; set; }

    /// <summary>Until when a missing paper is promised.</summary>
    public DateOnly? PromisedBy { get; set; }

    /// <summary>The rule that named the items, as it stood at acceptance.</summary>
    public string? ItemsRule { get; set; }

    /// <summary>Why it was sent back, refused or held, as people read it.</summary>
    public string? Reason { get; set; }

    /// <summary>The officer who refused it last: an appeal is another's to decide.</summary>
    public string? RefusedBy { get; set; }

    /// <summary>Counts what happened to its items; a concurrency token, so that two answers at once are seen one after the other.</summary>
    public int Steps { get; set; }

    /// <summary>When the family and the insurance officers were told that the last safe day comes near.</summary>
    public DateTimeOffset? InsuranceAlerted { get; set; }

    /// <summary>The day on which the child was lost; from then on nothing is offered or asked.</summary>
    public DateOnly? LostOn { get; set; }

    public int? Rating { get; set; }

    public string? RatingText { get; set; }

    public required DateTimeOffset Created { get; init; }

    public CaseState State { get; set; }

    public int Version { get; set; }

    public string? LastMovedBy { get; set; }

    public DateOnly? Due { get; set; }

    public AuditSubject AuditSubject => new("joint-case", Id);

    /// <summary>Lets go of what no other case could have while it lived.</summary>
    public void LetGo() => (HoldsCertificate, HoldsBirth) = (false, false);

    /// <summary>Whether something can still come of it.</summary>
    public bool IsLive => State is not (CaseState.Completed or CaseState.Rejected or CaseState.Withdrawn or CaseState.Archived);

    /// <summary>Whether a refused item of it can be appealed against: not once the family has withdrawn it, nor, of what counts, once it was put away and another case may have begun.</summary>
    public bool TakesAppeals(CaseItem item) => State != CaseState.Withdrawn && (State != CaseState.Archived || item.IsExtra);
}
