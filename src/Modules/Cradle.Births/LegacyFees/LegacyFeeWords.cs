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
        _ => new("已归档", "Archived"),
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
        _ => new("归档", "Archive"),
    };
}
