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

    public static Words Of(MatterState state) => state switch
    {
        MatterState.Reported => new("已上报", "Reported"),
        MatterState.Routed => new("已转办", "Sent on"),
        _ => new("已知悉", "Acknowledged"),
    };
}
