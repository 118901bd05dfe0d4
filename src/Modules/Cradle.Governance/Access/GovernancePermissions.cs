using Cradle.Platform.Access;

namespace Cradle.Governance.Access;

/// <summary>What may be done in this module. The office compiles, units report, a checker of another unit checks, supervisors press.</summary>
public static class GovernancePermissions
{
    /// <summary>Read the ledger and the boards of a place.</summary>
    public const string Read = "governance.read";

    /// <summary>The office: matrix, assignment, close-out, meetings, measures.</summary>
    public const string Compile = "governance.compile";

    /// <summary>A unit for its own part: sign for, report, prove, ask.</summary>
    public const string Report = "governance.report";

    /// <summary>Check what another unit claims.</summary>
    public const string Check = "governance.check";

    /// <summary>Remind and issue supervisory orders.</summary>
    public const string Supervise = "governance.supervise";

    /// <summary>Approve assessments, reports and commendations.</summary>
    public const string Approve = "governance.approve";

    /// <summary>Ask social organisations for help on the ground.</summary>
    public const string Ask = "governance.ask";

    /// <summary>Which roles give what. A role held for one unit acts for that unit alone; held for a division, for its office.</summary>
    internal static IReadOnlyList<Permission> All { get; } =
    [
        new(Read, Role.DepartmentOfficer, Role.Supervisor, Role.Analyst, Role.Leader),
        new(Compile, Role.DepartmentOfficer),
        new(Report, Role.DepartmentOfficer),
        new(Check, Role.DepartmentOfficer, Role.Supervisor),
        new(Supervise, Role.Supervisor, Role.Leader),
        new(Approve, Role.Leader),
        new(Ask, Role.FrontlineWorker, Role.DepartmentOfficer),
    ];
}
