using Cradle.Platform.Web;

namespace Cradle.Governance.Reports;

/// <summary>What the states and steps of reports and important matters are called.</summary>
public static class ReportWords
{
    public static Words Of(ReportState state) => state switch
    {
        ReportState.Drafted => new("草稿", "Draft"),
        ReportState.Signed => new("已签发，待报送", "Signed, to be sent"),
        ReportState.Sent => new("已报送，待接收", "Sent, to be received"),
        ReportState.Returned => new("被退回", "Given back"),
        _ => new("已接收", "Received"),
    };

    public static Words Of(ReportAction action) => action switch
    {
        ReportAction.Edit => new("保存", "Save"),
        ReportAction.Sign => new("签发", "Sign"),
        ReportAction.Send => new("报送上级", "Send up"),
        ReportAction.Return => new("退回", "Give back"),
        _ => new("接收", "Receive"),
    };

    public static Words Of(MatterAction action) => action == MatterAction.Route ? new("转办", "Send on") : new("已知悉", "Acknowledge");

    /// <summary>A figure of a snapshot by the name it is kept under; a name of former snapshots stays as it is.</summary>
    public static Words OfFigure(string name) => new(name, name switch
    {
        "重点任务" => "Key tasks",
        "已核销" => "Closed out",
        "逾期" => "Late",
        "有风险" => "At risk",
        "待核查" => "To be checked",
        _ => name,
    });

    /// <summary>What a figure counts in.</summary>
    public static Words OfUnit(string unit) => new(unit, unit == "项" ? "tasks" : unit);

    public static Words Of(MatterState state) => state switch
    {
        MatterState.Reported => new("已上报", "Reported"),
        MatterState.Routed => new("已转办", "Sent on"),
        _ => new("已知悉", "Acknowledged"),
    };
}
