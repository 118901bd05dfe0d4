using Cradle.Governance.Board;
using Cradle.Platform.Web;
using Cradle.Platform.Web.Work;

namespace Cradle.Governance.Ledger;

/// <summary>What states are called on pages and in reports.</summary>
public static class TaskWords
{
    /// <summary>Tasks as a list to be worked off: a limit that is no day is told with the state.</summary>
    public static Worklist Worklist(IEnumerable<KeyTask> tasks, DateOnly today, string caption, string empty) => new(caption, today,
        [.. tasks.Select(task => new WorkItem(task.Id.ToString(), "~/" + GovernanceLinks.Task(task.Id), $"{task.Number}. {task.Title}", null, task.Deadline is null && task.DeadlineAsGiven.Length > 0 ? $"{Of(task.State)} · {task.DeadlineAsGiven}" : $"{Of(task.State)}", task.Deadline)
        {
            Place = task.Part,
        })]) { Empty = empty };

    public static Words Of(KeyTaskState state) => state switch
    {
        KeyTaskState.Drafted => new("拟订", "Drafted"),
        KeyTaskState.Assigned => new("已下达，待签收", "Assigned, not signed for"),
        KeyTaskState.SignedFor => new("已签收", "Signed for"),
        KeyTaskState.InProgress => new("推进中", "In progress"),
        KeyTaskState.AtRisk => new("有风险", "At risk"),
        KeyTaskState.ExtensionRequested => new("申请延期", "Asks for more time"),
        KeyTaskState.CompletionClaimed => new("申请办结，待核查", "Claimed done, to be checked"),
        KeyTaskState.EvidenceChecked => new("已核查，待核销", "Checked, to be struck off"),
        KeyTaskState.SentBack => new("退回", "Sent back"),
        KeyTaskState.ClosedOut => new("已核销", "Struck off"),
        _ => new("重新打开", "Opened again"),
    };
}
