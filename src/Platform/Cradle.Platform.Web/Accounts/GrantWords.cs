using Cradle.Platform.Accounts;
using Cradle.Platform.Lifecycles;

namespace Cradle.Platform.Web.Accounts;

/// <summary>What grants, and what is done with them, are called; and why something could not be done.</summary>
public static class GrantWords
{
    public static Words Of(GrantState state) => state switch
    {
        GrantState.Proposed => new("等确认", "To be confirmed"),
        GrantState.Active => new("有效", "Active"),
        GrantState.Rejected => new("没有通过", "Rejected"),
        _ => new("已收回", "Withdrawn"),
    };

    public static Words Of(GrantAction action) => action switch
    {
        GrantAction.Confirm => new("确认", "Confirm"),
        GrantAction.Reject => new("退回", "Reject"),
        _ => new("收回", "Withdraw"),
    };

    public static string Of(GrantError error) => error switch
    {
        GrantError.OutOfScope => Wording.Say("这个地区不归您管", "You do not look after this division"),
        GrantError.OwnAccount => Wording.Say("自己的账号要请别的管理员办", "Ask another administrator for your own account"),
        GrantError.Excluded(var by) => Wording.Say($"这个账号已有或在等“{RoleWords.Of(by)}”，两者不能兼任。先收回那一个", $"The account holds or awaits {RoleWords.Of(by)}, and nobody is both. Withdraw that one first"),
        GrantError.Already => Wording.Say("这个账号已有或在等同一个角色", "The account holds or awaits just this role"),
        GrantError.UnknownUnit(var unit, { Count: > 0 } resembling) => Wording.Say(
            $"这个地区的单位名录里没有“{unit}”，是不是{string.Join('、', resembling)}？请按名录填写", $"The directory of this place has no '{unit}'; is it {string.Join(", ", resembling)}? Enter a name of the directory"),
        GrantError.UnknownUnit(var unit, _) => Wording.Say(
            $"这个地区的单位名录里没有“{unit}”。请先在“单位名录”里加进去，或者按名录填写", $"The directory of this place has no '{unit}'. Add it to the directory of units first, or enter a name that is there"),
        GrantError.Missing => Wording.Say("没有找到，或者不归您管", "Not found, or not yours to look after"),
        GrantError.NotMoved(MoveError.SamePerson) => Wording.Say("提出的人不能确认，请另一位管理员来", "Whoever proposed it does not confirm it; ask another administrator"),
        GrantError.NotMoved(MoveError.ReasonMissing) => Wording.Say("请写明理由", "Give a reason"),
        _ => Wording.Say("别人刚刚改过，请看过最新情况再办", "Somebody changed it in the meantime; look again"),
    };
}
