using Cradle.Platform.Lifecycles;
using Cradle.Platform.Web;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.Ledger;

/// <summary>Why something could not be done, and what to do about it.</summary>
public static class LedgerWords
{
    public static Words Of(LedgerError error) => error switch
    {
        LedgerError.Missing => new("没有找到，或者不归您管。", "Not found, or not yours to look after."),
        LedgerError.NotResponsible(var unit) => new($"{unit}不是这项任务的责任单位。", $"{unit} does not owe this task."),
        LedgerError.UnknownUnit(var unit, var resembling) => new(
            $"单位名录里没有“{unit}”{(resembling.Count > 0 ? "，是不是" + string.Join('、', resembling) : "")}？请先加进名录。", $"'{unit}' is not in the directory{(resembling.Count > 0 ? "; is it " + string.Join(", ", resembling) : "")}? Add it first."),
        LedgerError.Invalid(_, var remedy) => new(remedy, remedy),
        LedgerError.Doubled(var what) => new($"已经有了：{what}", $"It stands there already: {what}"),
        LedgerError.OwnLevel => new("这一步由上一级办理，本级不能自己接收自己报的。", "The level above does this; a place does not take what it sent itself."),
        LedgerError.Maker => new("这件材料您起草、签发或报送过，这一步要请另一个人。", "You drafted, signed or sent it; somebody else has to take this step."),
        LedgerError.Forbidden => new("您的角色不能在这里办这件事。", "Your role does not give you this here."),
        LedgerError.Move(MoveError.Changed) => new("别人刚刚改过，请看过最新情况再办。", "Somebody changed it in the meantime; look again."),
        LedgerError.Move(MoveError.SamePerson) => new("上一步是您办的，这一步要请另一个人。", "You made the last step; somebody else has to make this one."),
        LedgerError.Move(MoveError.ReasonMissing) => new("请写明理由。", "Give a reason."),
        LedgerError.Move(MoveError.Refused(var why)) => new($"条件还不满足：{why}", $"A condition does not hold: {why}"),
        LedgerError.Move(MoveError.Forbidden) => new("您的角色不能在这里办这件事。", "Your role does not give you this here."),
        _ => new("现在这个状态不能这样办，请刷新后再看。", "This cannot be done in the present state; look again."),
    };
}
