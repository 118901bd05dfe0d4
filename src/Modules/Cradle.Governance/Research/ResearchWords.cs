using Cradle.Platform.Web;

namespace Cradle.Governance.Research;

/// <summary>What the states and steps of a study are called.</summary>
public static class ResearchWords
{
    public static Words Of(TopicState state) => state switch
    {
        TopicState.Proposed => new("已提出，待批准", "Proposed, to be approved"),
        TopicState.Approved => new("已批准，待提供数据", "Approved, to be given data"),
        TopicState.DataGiven => new("研究中", "Being studied"),
        TopicState.Reported => new("已交报告，待评审", "Reported, to be reviewed"),
        TopicState.Reviewed => new("已评审", "Reviewed"),
        _ => new("已用于修改规则", "Used in a rule"),
    };

    public static Words Of(TopicAction action) => action switch
    {
        TopicAction.Approve => new("批准", "Approve"),
        TopicAction.GiveData => new("提供数据", "Give the data"),
        TopicAction.Report => new("登记报告", "Record the report"),
        TopicAction.Review => new("评审通过", "Review passed"),
        _ => new("记下用途", "Record its use"),
    };
}
