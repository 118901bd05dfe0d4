using Cradle.Platform.Web;

namespace Cradle.Governance.Units;

/// <summary>What kinds of units are called.</summary>
public static class UnitWords
{
    public static Words Of(UnitKind kind) => kind switch
    {
        UnitKind.Department => new("政府部门", "Department"),
        UnitKind.Party => new("党委部门", "Party department"),
        UnitKind.MassOrganisation => new("群团组织", "Mass organisation"),
        UnitKind.Central => new("垂直管理单位", "Answers to its own ministry"),
        _ => new("一组单位", "Several units together"),
    };
}
