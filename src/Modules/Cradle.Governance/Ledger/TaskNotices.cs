using Cradle.Platform.Web;

namespace Cradle.Governance.Ledger;

/// <summary>What the units of a task are told of a step that others took, with its reason: nobody has to come and look.</summary>
public static class TaskNotices
{
    /// <summary>The word to the units; null for a step that tells them nothing.</summary>
    /// <param name="action">The step.</param>
    /// <param name="task">The task, as the step leaves it.</param>
    /// <param name="reason">Why, in the words of whoever took the step.</param>
    public static Words? Of(KeyTaskAction action, KeyTask task, string? reason) => action switch
    {
        KeyTaskAction.Assign => Say("下达，请签收", "Assigned; sign for it", task, reason),
        KeyTaskAction.SendBack => Say("办结申请被退回", "Sent back", task, reason),
        KeyTaskAction.CheckEvidence => Say("佐证核查通过", "The proofs hold", task, reason),
        KeyTaskAction.CloseOut => Say("已核销", "Struck off", task, reason),
        KeyTaskAction.Reopen => Say("重新打开", "Opened again", task, reason),
        KeyTaskAction.RaiseRisk => Say($"{task.ActingUnit}报风险", $"{task.ActingUnit} raised a risk", task, reason),
        KeyTaskAction.LiftRisk => Say($"{task.ActingUnit}解除风险", $"{task.ActingUnit} lifted the risk", task, reason),
        KeyTaskAction.GrantExtension => Say($"同意延期到 {task.Deadline:yyyy-MM-dd}", $"Extended to {task.Deadline:yyyy-MM-dd}", task, reason),
        KeyTaskAction.RefuseExtension => Say("不同意延期，任务记为有风险", "No extension; the task is at risk", task, reason),
        KeyTaskAction.ClaimPart => Say($"{task.ActingUnit}报本单位部分完成", $"{task.ActingUnit} says that its part is done", task, reason),
        _ => null,
    };

    private static Words Say(string zh, string en, KeyTask task, string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? new($"{zh}：{task.Title}", $"{en}: {task.Title}") : new($"{zh}：{task.Title}。理由：{reason.Trim()}", $"{en}: {task.Title}. Reason: {reason.Trim()}");
}
