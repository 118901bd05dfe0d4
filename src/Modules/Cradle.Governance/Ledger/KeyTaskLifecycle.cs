using Cradle.Governance.Access;
using Cradle.Platform.Lifecycles;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.Ledger;

/// <summary>The life of a task, from the plan to its being struck off (核销) and, where the facts change, back.</summary>
public static class KeyTaskLifecycle
{
    public static Lifecycle<KeyTask, KeyTaskState, KeyTaskAction> Table { get; } = new("key-task", KeyTaskState.Drafted, [.. Rows.Select(row => row with { Raises = Moved })]);

    private static IEnumerable<Transition<KeyTask, KeyTaskState, KeyTaskAction>> Rows =>
    [
        new(KeyTaskState.Drafted, KeyTaskAction.Assign, KeyTaskState.Assigned) { Permission = GovernancePermissions.Compile, Before = HasUnits },
        new(KeyTaskState.Drafted, KeyTaskAction.TakeOver, KeyTaskState.ClosedOut) { Permission = GovernancePermissions.Compile, NeedsReason = true },
        new(KeyTaskState.Assigned, KeyTaskAction.SignFor, KeyTaskState.SignedFor) { Permission = GovernancePermissions.Report },
        new(KeyTaskState.SignedFor, KeyTaskAction.Report, KeyTaskState.InProgress) { Permission = GovernancePermissions.Report },
        new(KeyTaskState.InProgress, KeyTaskAction.Report, KeyTaskState.InProgress) { Permission = GovernancePermissions.Report },
        new(KeyTaskState.AtRisk, KeyTaskAction.Report, KeyTaskState.AtRisk) { Permission = GovernancePermissions.Report },
        new(KeyTaskState.SentBack, KeyTaskAction.Report, KeyTaskState.InProgress) { Permission = GovernancePermissions.Report },
        new(KeyTaskState.Reopened, KeyTaskAction.Report, KeyTaskState.InProgress) { Permission = GovernancePermissions.Report },
        new(KeyTaskState.InProgress, KeyTaskAction.RaiseRisk, KeyTaskState.AtRisk) { Permission = GovernancePermissions.Report, NeedsReason = true },
        new(KeyTaskState.AtRisk, KeyTaskAction.LiftRisk, KeyTaskState.InProgress) { Permission = GovernancePermissions.Report, NeedsReason = true },
        new(KeyTaskState.InProgress, KeyTaskAction.RequestExtension, KeyTaskState.ExtensionRequested) { Permission = GovernancePermissions.Report, NeedsReason = true, Before = HasDeadline, Guard = AsksForLater },
        new(KeyTaskState.AtRisk, KeyTaskAction.RequestExtension, KeyTaskState.ExtensionRequested) { Permission = GovernancePermissions.Report, NeedsReason = true, Before = HasDeadline, Guard = AsksForLater },
        new(KeyTaskState.ExtensionRequested, KeyTaskAction.GrantExtension, KeyTaskState.InProgress) { Permission = GovernancePermissions.Compile, NeedsAnother = true, NeedsReason = true },
        new(KeyTaskState.ExtensionRequested, KeyTaskAction.RefuseExtension, KeyTaskState.AtRisk) { Permission = GovernancePermissions.Compile, NeedsAnother = true, NeedsReason = true },   // the day that its unit cannot keep stands
        new(KeyTaskState.InProgress, KeyTaskAction.ClaimPart, KeyTaskState.InProgress) { Permission = GovernancePermissions.Report, Guard = HasEvidence },
        new(KeyTaskState.AtRisk, KeyTaskAction.ClaimPart, KeyTaskState.AtRisk) { Permission = GovernancePermissions.Report, Guard = HasEvidence },
        new(KeyTaskState.InProgress, KeyTaskAction.ClaimCompletion, KeyTaskState.CompletionClaimed) { Permission = GovernancePermissions.Report, Guard = HasEvidence },
        new(KeyTaskState.AtRisk, KeyTaskAction.ClaimCompletion, KeyTaskState.CompletionClaimed) { Permission = GovernancePermissions.Report, Guard = HasEvidence },
        new(KeyTaskState.CompletionClaimed, KeyTaskAction.CheckEvidence, KeyTaskState.EvidenceChecked) { Permission = GovernancePermissions.Check, NeedsAnother = true, Guard = IsProven },
        new(KeyTaskState.CompletionClaimed, KeyTaskAction.SendBack, KeyTaskState.SentBack) { Permission = GovernancePermissions.Check, NeedsAnother = true, NeedsReason = true, Guard = CheckedByAnother },
        new(KeyTaskState.EvidenceChecked, KeyTaskAction.CloseOut, KeyTaskState.ClosedOut) { Permission = GovernancePermissions.Compile, NeedsAnother = true },
        new(KeyTaskState.EvidenceChecked, KeyTaskAction.SendBack, KeyTaskState.SentBack) { Permission = GovernancePermissions.Compile, NeedsReason = true },
        new(KeyTaskState.ClosedOut, KeyTaskAction.Reopen, KeyTaskState.Reopened) { Permission = GovernancePermissions.Compile, NeedsReason = true },
    ];

    private static KeyTaskMoved Moved(KeyTask task) => new(task.Id, task.Division.Packed);

    private static string? HasUnits(KeyTask task) => task.Assignments.Count > 0 ? null : Say("还没有责任单位", "no unit owes it yet");

    private static string? HasDeadline(KeyTask task) => task.Deadline is null ? Say("它没有自己的期限", "it has no deadline of its own") : null;

    private static string? AsksForLater(KeyTask task) => task.RequestedDeadline > task.Deadline ? null : Say("申请的日期不晚于现在的期限", "the day asked for is not later than the deadline");

    private static string? HasEvidence(KeyTask task) =>
        task.Evidence.Exists(proof => proof.Unit == task.ActingUnit) ? null : Say($"{task.ActingUnit}还没有佐证，请先交佐证", $"{task.ActingUnit} has proven nothing yet; hand in evidence first");

    private static string? IsProven(KeyTask task) => CheckedByAnother(task) ?? (task.Evidence.Where(proof => proof.IsAccepted != true).ToList() switch
    {
        [] when task.Evidence.Count > 0 => null,
        [] => Say("没有佐证", "nothing proves it"),
        var open => Say("没有认可：", "not accepted: ") + string.Join(Say("、", ", "), open.Select(proof => proof.Label)),
    });

    private static string? CheckedByAnother(KeyTask task) =>
        task.Assignments.Exists(assignment => assignment.Unit == task.CheckingUnit) ? Say($"{task.CheckingUnit}承担这项任务，要请别的单位核查", $"{task.CheckingUnit} owes the task; another unit has to check it") : null;
}

/// <summary>That a task changed its state.</summary>
/// <param name="Task">The task.</param>
/// <param name="Division">Its place, packed.</param>
public sealed record KeyTaskMoved(Guid Task, int Division);
