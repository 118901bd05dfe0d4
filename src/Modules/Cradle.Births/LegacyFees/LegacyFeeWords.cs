using Cradle.Platform.Web;

namespace Cradle.Births.LegacyFees;

/// <summary>What states, disposals and steps are called.</summary>
public static class LegacyFeeWords
{
    public static Words Of(LegacyFeeState state) => state switch
    {
        LegacyFeeState.Imported => new("已导入", "Imported"),
        LegacyFeeState.ByHand => new("待人工认定", "To be decided by hand"),
        LegacyFeeState.Classified => new("已分类，待处理", "Classified"),
        LegacyFeeState.Disposed => new("已处理，待告知", "Disposed of, to be told"),
        LegacyFeeState.Noticed => new("已告知", "Told"),
        LegacyFeeState.Archived => new("已归档", "Archived"),
        _ => new("已移出名单", "Taken off the list"),
    };

    public static Words Of(LegacyFeeDisposal disposal) => disposal switch
    {
        LegacyFeeDisposal.Maintained => new("已交完，维持", "Paid in full: stays"),
        _ => new("没有交完，余款不再收，已交不退", "Not paid in full: the rest is dropped, nothing is refunded"),
    };

    public static Words Of(LegacyFeeAction action) => action switch
    {
        LegacyFeeAction.ClassifyByHand => new("按金额认定", "Classify by the sums"),
        LegacyFeeAction.Dispose => new("处理（换一个人）", "Dispose of it (another person)"),
        LegacyFeeAction.GiveNotice => new("登记告知", "Record the notice"),
        LegacyFeeAction.TakeOut => new("移出名单（导错了的）", "Take it off the list (imported wrongly)"),
        _ => new("归档", "Archive"),
    };

    /// <summary>What a step asks for.</summary>
    public static Words Asked(LegacyFeeAction action) => action switch
    {
        LegacyFeeAction.GiveNotice => new("告知书文号", "Number of the notice"),
        LegacyFeeAction.TakeOut => new("哪里导错了，理由", "What was imported wrongly, and why it is taken off"),
        _ => new("怎么认定的，理由", "How it was decided, and why"),
    };
}
