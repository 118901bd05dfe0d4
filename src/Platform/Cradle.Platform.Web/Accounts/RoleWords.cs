using Cradle.Platform.Access;

namespace Cradle.Platform.Web.Accounts;

/// <summary>What the roles are called.</summary>
public static class RoleWords
{
    public static Words Of(Role role) => role switch
    {
        Role.Citizen => new("市民", "Citizen"),
        Role.FrontlineWorker => new("基层工作人员", "Frontline worker"),
        Role.DepartmentOfficer => new("部门经办人", "Department officer"),
        Role.Supervisor => new("督办人", "Supervisor"),
        Role.Institution => new("托育机构", "Childcare institution"),
        Role.Hospital => new("医院", "Hospital"),
        Role.Employer => new("用人单位", "Employer"),
        Role.Analyst => new("政策分析员", "Policy analyst"),
        Role.Auditor => new("审计员", "Auditor"),
        Role.Administrator => new("管理员", "Administrator"),
        Role.Leader => new("负责人", "Leader"),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "No such role."),
    };
}
