using Cradle.Platform.Processes;

namespace Cradle.Platform.Access;

/// <summary>What an account can be for the platform. Modules say which permissions a role gives; a grant says where.</summary>
public enum Role
{
    /// <summary>A person in matters of the own family.</summary>
    Citizen,

    /// <summary>A worker of a township, village or community.</summary>
    FrontlineWorker,

    /// <summary>Decides cases of a department.</summary>
    DepartmentOfficer,

    /// <summary>Watches time limits and stuck cases of a division, and presses for them.</summary>
    Supervisor,

    /// <summary>A childcare institution.</summary>
    Institution,

    /// <summary>A hospital.</summary>
    Hospital,

    /// <summary>An employer.</summary>
    Employer,

    /// <summary>Rehearses rules and reads figures; sees no person.</summary>
    Analyst,

    /// <summary>Reads the audit log. Never an administrator: who can be watched does not watch.</summary>
    Auditor,

    /// <summary>Makes accounts and proposes and confirms grants. Never an auditor.</summary>
    Administrator,

    /// <summary>Leads a place or a department: reads its boards, presses, and approves what others prepared.</summary>
    Leader,
}

/// <summary>What follows from a role.</summary>
public static class Roles
{
    /// <summary>How the audit log names who acts in this role.</summary>
    public static ActorKind Kind(this Role role) => role switch
    {
        Role.Citizen => ActorKind.Citizen,
        Role.FrontlineWorker => ActorKind.Worker,
        Role.Institution or Role.Hospital or Role.Employer => ActorKind.Organisation,
        _ => ActorKind.Officer,
    };

    /// <summary>Whether the role gives nothing until a second factor has been shown: officers and everybody above.</summary>
    public static bool NeedsSecondFactor(this Role role) => role.Kind() == ActorKind.Officer;

    /// <summary>Whether one account may not hold both.</summary>
    public static bool Excludes(this Role role, Role other) =>
        (role, other) is (Role.Auditor, Role.Administrator) or (Role.Administrator, Role.Auditor);
}
