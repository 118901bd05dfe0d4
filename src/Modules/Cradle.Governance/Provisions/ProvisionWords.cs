using Cradle.Platform.Web;

namespace Cradle.Governance.Provisions;

/// <summary>What provisions, complaints and their steps are called.</summary>
public static class ProvisionWords
{
    public static Words Of(ProvisionKind kind) => kind switch
    {
        ProvisionKind.Penalty => new("收费或处罚", "Fee or penalty"),
        ProvisionKind.Precondition => new("前置条件", "Precondition"),
        _ => new("审查或意见", "Review or opinion"),
    };

    public static Words Of(ProvisionState state) => state switch
    {
        ProvisionState.Found => new("新发现", "Found"),
        ProvisionState.Assessed => new("已研判", "Assessed"),
        ProvisionState.Decided => new("已决定，待清理", "Decided, to be cleared"),
        ProvisionState.Done => new("已清理，待公布", "Cleared, to be published"),
        ProvisionState.Published => new("已公布，待核实", "Published, to be verified"),
        _ => new("已核实", "Verified"),
    };

    public static Words Of(ProvisionAction action) => action switch
    {
        ProvisionAction.Assess => new("研判", "Assess"),
        ProvisionAction.Decide => new("作出决定", "Decide"),
        ProvisionAction.Finish => new("已修改或废止", "Amended or repealed"),
        ProvisionAction.Publish => new("公布", "Publish"),
        ProvisionAction.Verify => new("核实通过", "Verify"),
        _ => new("退回重新研判", "Give back"),
    };

    /// <summary>What can be decided of a provision.</summary>
    public static IReadOnlyList<string> Decisions { get; } = ["repeal", "amend", "keep"];

    /// <summary>A decision: keep, amend or repeal.</summary>
    public static Words OfDecision(string decision) => decision switch
    {
        "keep" => new("保留", "Keep"),
        "amend" => new("修改", "Amend"),
        _ => new("废止", "Repeal"),
    };

    /// <summary>A matter in which nobody may be asked about births.</summary>
    public static Words OfMatter(string matter) => matter switch
    {
        "household-registration" => new("入户", "Household registration"),
        "school" => new("入学", "School"),
        "hiring" => new("入职", "Hiring"),
        _ => new("提拔、评先、推选代表", "Promotion, awards, delegates"),
    };

    public static Words Of(RefusalState state) => state switch
    {
        RefusalState.Received => new("已收到", "Received"),
        RefusalState.Routed => new("已转办", "Sent to the unit"),
        RefusalState.Decided => new("已处理，待纠正", "Decided, to be corrected"),
        RefusalState.Corrected => new("已纠正", "Corrected"),
        _ => new("已办结", "Closed"),
    };

    public static Words Of(RefusalAction action) => action switch
    {
        RefusalAction.Route => new("转办", "Send on"),
        RefusalAction.Decide => new("作出处理", "Decide"),
        RefusalAction.Correct => new("已纠正", "Corrected"),
        _ => new("办结", "Close"),
    };
}
