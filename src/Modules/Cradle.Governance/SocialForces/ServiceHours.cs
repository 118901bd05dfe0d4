using Cradle.Platform.Audit;
using Cradle.Primitives;

namespace Cradle.Governance.SocialForces;

/// <summary>The six functions that 001/29 and 002/三（三） give to the plan association and other social forces.</summary>
public enum SocialFunction
{
    Publicity,
    ReproductiveHealthCounsel,
    BirthGuidance,
    FamilyHelp,
    RightsProtection,
    FamilyHealth,
}

/// <summary>A project of an organisation; it serves one of the six functions.</summary>
public sealed class ServiceProject : IAudited
{
    public required Guid Id { get; init; }

    public required DivisionCode Division { get; init; }

    public required string Organisation { get; init; }

    public required string Name { get; init; }

    public required SocialFunction Function { get; init; }

    /// <summary>Whether its volunteers are with children.</summary>
    public required bool IsWithChildren { get; init; }

    /// <summary>What came of it; nothing is logged afterwards.</summary>
    public string? Evaluation { get; set; }

    public DateOnly? EvaluatedOn { get; set; }

    /// <summary>Whether a volunteer may be sent here: to children only after a background check.</summary>
    public bool Takes(Volunteer volunteer) => !IsWithChildren || volunteer.CheckedOn is not null;

    public AuditSubject AuditSubject => new("service-project", Id);
}

/// <summary>A volunteer, by the number of the volunteers' register; no name stands here.</summary>
public sealed class Volunteer : IAudited
{
    public required Guid Id { get; init; }

    public required DivisionCode Division { get; init; }

    public required string RegisterNumber { get; init; }

    /// <summary>The day of the last background check; null without one.</summary>
    public DateOnly? CheckedOn { get; set; }

    public AuditSubject AuditSubject => new("volunteer", Id);
}

/// <summary>That a volunteer serves in a project.</summary>
public sealed class ServiceMatch
{
    public required Guid ProjectId { get; init; }

    public required Guid VolunteerId { get; init; }

    public required DateOnly From { get; init; }
}

/// <summary>Somebody on the ground asks for help; the office finds a project for it. No name stands here.</summary>
public sealed class HelpRequest : IAudited
{
    public required Guid Id { get; init; }

    public required DivisionCode Division { get; init; }

    public required SocialFunction Function { get; init; }

    public required string What { get; init; }

    public required DateOnly AskedOn { get; init; }

    /// <summary>The project that takes it.</summary>
    public Guid? ProjectId { get; set; }

    public DateOnly? DoneOn { get; set; }

    public AuditSubject AuditSubject => new("help-request", Id);
}

/// <summary>Hours of one volunteer in one project on one day; they count when the project confirms them.</summary>
public sealed class ServiceHours : IAudited
{
    public required Guid Id { get; init; }

    public required Guid ProjectId { get; init; }

    public required Guid VolunteerId { get; init; }

    public required DateOnly Day { get; init; }

    public required decimal Hours { get; init; }

    public required string LoggedBy { get; init; }

    public string? ConfirmedBy { get; set; }

    public AuditSubject AuditSubject => new("service-hours", Id);
}
