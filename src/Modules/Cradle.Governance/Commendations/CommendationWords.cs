using Cradle.Platform.Web;

namespace Cradle.Governance.Commendations;

/// <summary>What the states and steps of a nomination are called.</summary>
public static class CommendationWords
{
    public static Words Of(NominationState state) => state switch
    {
        NominationState.Applied => new("已申报", "Applied"),
        NominationState.EvidenceChecked => new("材料已核对", "Evidence checked"),
        NominationState.Scored => new("已评分", "Scored"),
        NominationState.OnNotice => new("公示中", "On public notice"),
        NominationState.Objected => new("有异议", "Objected"),
        NominationState.Awarded => new("已命名", "Awarded"),
        NominationState.Excluded => new("不予参评", "Excluded"),
        _ => new("已撤销", "Withdrawn"),
    };

    public static Words Of(NominationAction action) => action switch
    {
        NominationAction.CheckEvidence => new("核对材料", "Check the evidence"),
        NominationAction.Score => new("评分", "Score"),
        NominationAction.Publish => new("公示", "Put on notice"),
        NominationAction.Object => new("记下异议", "Record an objection"),
        NominationAction.DismissObjection => new("异议不成立", "Dismiss the objection"),
        NominationAction.UpholdObjection => new("异议成立", "Uphold the objection"),
        NominationAction.Award => new("命名", "Award"),
        NominationAction.Exclude => new("不予参评", "Exclude"),
        _ => new("撤销", "Withdraw"),
    };
}
