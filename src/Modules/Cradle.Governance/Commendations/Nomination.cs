using Cradle.Governance.Ledger;
using Cradle.Platform.Audit;
using Cradle.Primitives;

namespace Cradle.Governance.Commendations;

/// <summary>A call for demonstration places or advanced units (示范创建、评优).</summary>
public sealed class Programme : IAudited
{
    public required Guid Id { get; init; }

    public required DivisionCode Division { get; init; }

    public required string Name { get; init; }

    /// <summary>The criteria, one a line.</summary>
    public required string Criteria { get; init; }

    public required DateOnly OpensOn { get; init; }

    public required DateOnly ClosesOn { get; init; }

    /// <summary>How many days a notice stands before the award; the place sets it.</summary>
    public required int NoticeDays { get; init; }

    public AuditSubject AuditSubject => new("programme", Id);
}

public enum NominationState
{
    Applied,
    EvidenceChecked,
    Scored,
    OnNotice,
    Objected,
    Awarded,
    Excluded,
    Withdrawn,
}

public enum NominationAction
{
    CheckEvidence,
    Score,
    Publish,
    Object,
    DismissObjection,
    UpholdObjection,
    Award,
    Exclude,
    Withdraw,
}

/// <summary>One applicant of a programme.</summary>
public sealed class Nomination : Tracked<NominationState>
{
    public required Guid ProgrammeId { get; init; }

    public required string Applicant { get; init; }

    /// <summary>What proves it, one a line.</summary>
    public required string Evidence { get; init; }

    /// <summary>The day of a grave safety case within the year, if there was one.</summary>
    public DateOnly? GraveCaseOn { get; set; }

    public decimal? Points { get; set; }

    public DateOnly? NoticeUntil { get; set; }

    public DateOnly? AwardedOn { get; set; }

    protected override string Kind => "nomination";
}
