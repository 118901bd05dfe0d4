using Cradle.Platform.Web;

namespace Cradle.Governance.Measures;

/// <summary>What the states and steps of measures and filings are called.</summary>
public static class MeasureWords
{
    public static Words Of(MeasureState state) => state switch
    {
        MeasureState.Listed => new("细则待出台", "Rule outstanding"),
        MeasureState.RuleIssued => new("细则已印发", "Rule issued"),
        MeasureState.InOperation => new("施行中", "In operation"),
        MeasureState.Evaluated => new("已评估", "Evaluated"),
        _ => new("已结束", "Closed"),
    };

    public static Words Of(MeasureAction action) => action switch
    {
        MeasureAction.IssueRule => new("登记细则", "Record the rule"),
        MeasureAction.Start => new("开始施行", "Start"),
        MeasureAction.Evaluate => new("记下评估", "Record the evaluation"),
        MeasureAction.Continue => new("继续施行", "Continue"),
        _ => new("结束", "Close"),
    };

    public static Words Of(FilingState state) => state switch
    {
        FilingState.Submitted => new("已报备，待签收", "Filed, not received"),
        FilingState.Received => new("已签收，待答复", "Received, to be answered"),
        FilingState.Incomplete => new("材料不全，待补正", "Incomplete"),
        _ => new("已答复", "Answered"),
    };

    public static Words Of(FilingAction action) => action switch
    {
        FilingAction.Receive => new("签收", "Receive"),
        FilingAction.AskForMore => new("要求补正", "Ask for what is missing"),
        FilingAction.Supplement => new("补正材料", "Bring what was missing"),
        _ => new("答复", "Answer"),
    };
}
