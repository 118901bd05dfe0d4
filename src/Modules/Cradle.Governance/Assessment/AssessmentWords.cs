using Cradle.Platform.Web;

namespace Cradle.Governance.Assessment;

/// <summary>What states, steps and ways of scoring are called.</summary>
public static class AssessmentWords
{
    /// <summary>How a document bounds its own figure; nothing where it does not say.</summary>
    public static string OfBound(string? bound) => bound switch
    {
        "at-least" => Wording.Say("不低于", "at least"),
        "at-most" => Wording.Say("不高于", "at most"),
        "about" => Wording.Say("左右：", "about"),
        _ => "",
    };

    public static Words Of(AssessmentState state) => state switch
    {
        AssessmentState.Open => new("待自评", "To be reported"),
        AssessmentState.SelfReported => new("已自评，待评分", "Reported, to be scored"),
        AssessmentState.Scored => new("已评分", "Scored"),
        AssessmentState.Objected => new("有异议，待复核", "Objected, to be decided"),
        AssessmentState.Approved => new("已审定", "Approved"),
        _ => new("已通报", "Published"),
    };

    public static Words Of(AssessmentAction action) => action switch
    {
        AssessmentAction.SelfReport => new("提交自评", "Hand in"),
        AssessmentAction.Score => new("评分", "Score"),
        AssessmentAction.Object => new("提出异议", "Object"),
        AssessmentAction.AcceptObjection => new("异议成立，改分", "Accept the objection"),
        AssessmentAction.RejectObjection => new("维持原分", "Reject the objection"),
        AssessmentAction.Approve => new("审定", "Approve"),
        _ => new("通报", "Publish the result"),
    };

    public static Words Of(ScoringKind kind) => kind switch
    {
        ScoringKind.Reach => new("达到", "reach"),
        ScoringKind.Proportion => new("按比例", "proportion"),
        ScoringKind.Veto => new("一票否决", "veto"),
        _ => new("评分", "points"),
    };

    public static Words Of(TargetBound bound) => bound == TargetBound.AtLeast ? new("不低于", "at least") : new("不高于", "at most");

    /// <summary>Where a value comes from.</summary>
    public static Words OfSource(string source) => source switch
    {
        Indicator.Reported => new("自报", "reported"),
        LedgerFigures.ClosedShare => new("台账：核销率", "ledger: share struck off"),
        LedgerFigures.ReportedShare => new("台账：报告率", "ledger: share reported"),
        IndicatorValue.Unreported => new("未自报，评审认定", "not reported, taken by the reviewer"),
        LedgerFigures.LateTasks => new("台账：逾期任务数", "ledger: late tasks"),
        _ => new(source, source),
    };
}
