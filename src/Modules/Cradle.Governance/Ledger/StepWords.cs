using Cradle.Governance.Orders;
using Cradle.Platform.Web;

namespace Cradle.Governance.Ledger;

/// <summary>What the steps of tasks and supervisory orders are called in histories; a step that is not known stands as the log keeps it.</summary>
public static class StepWords
{
    private static readonly Dictionary<string, Words> OfTask = new(StringComparer.Ordinal)
    {
        ["drafted"] = new("列入台账", "entered the ledger"), [nameof(KeyTaskAction.Assign)] = new("下达", "assigned"), [nameof(KeyTaskAction.TakeOver)] = new("按已完成列入", "taken over as done"),
        [nameof(KeyTaskAction.SignFor)] = new("签收", "signed for"), ["signed-for"] = new("签收", "signed for"), [nameof(KeyTaskAction.Report)] = new("报进展", "reported"),
        [nameof(KeyTaskAction.RaiseRisk)] = new("报风险", "raised a risk"), [nameof(KeyTaskAction.LiftRisk)] = new("解除风险", "lifted the risk"),
        [nameof(KeyTaskAction.RequestExtension)] = new("申请延期", "asked for more time"), [nameof(KeyTaskAction.GrantExtension)] = new("同意延期", "extended"), [nameof(KeyTaskAction.RefuseExtension)] = new("不同意延期", "refused to extend"),
        [nameof(KeyTaskAction.ClaimPart)] = new("报本单位部分完成", "said that its part is done"), [nameof(KeyTaskAction.ClaimCompletion)] = new("申请办结", "claimed completion"),
        [nameof(KeyTaskAction.CheckEvidence)] = new("核查通过", "checked, the proofs hold"), [nameof(KeyTaskAction.SendBack)] = new("退回", "sent back"),
        [nameof(KeyTaskAction.CloseOut)] = new("核销", "struck off"), [nameof(KeyTaskAction.Reopen)] = new("重新打开", "opened again"),
        ["proof-handed-in"] = new("交佐证", "handed in a proof"), ["proof-counted"] = new("取数作佐证", "took a figure as proof"), ["reminded"] = new("催办", "reminded"),
        ["milestone-added"] = new("加了步骤", "added a milestone"), ["milestone-reached"] = new("步骤完成", "reached a milestone"),
    };

    private static readonly Dictionary<string, Words> OfOrder = new(StringComparer.Ordinal)
    {
        [SupervisoryOrder.Issued] = new("发督办单", "issued a supervisory order"), [nameof(OrderAction.Read)] = new("已阅督办单", "read the order"), [nameof(OrderAction.Answer)] = new("答复督办单", "answered the order"),
        [nameof(OrderAction.Accept)] = new("认可答复", "accepted the answer"), [nameof(OrderAction.Reject)] = new("退回答复", "gave the answer back"), [nameof(OrderAction.Escalate)] = new("逾期未答，督办升级", "raised the order: no answer in time"),
    };

    /// <summary>What a step is called.</summary>
    public static Words Of(string subjectType, string action) => (subjectType == SupervisoryOrder.SubjectType ? OfOrder : OfTask).GetValueOrDefault(action, new(action, action));

    internal static bool IsCheck(string action) => action is nameof(KeyTaskAction.CheckEvidence) or nameof(KeyTaskAction.SendBack);
}
