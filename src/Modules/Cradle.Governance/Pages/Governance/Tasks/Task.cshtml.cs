using Cradle.Governance.Access;
using Cradle.Governance.Board;
using Cradle.Governance.Figures;
using Cradle.Governance.Ledger;
using Cradle.Governance.Orders;
using Cradle.Governance.Papers;
using Cradle.Governance.Units;
using Cradle.Platform.Contracts.Figures;
using Cradle.Platform.Data;
using Cradle.Platform.Web;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Cradle.Primitives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.Pages.Governance.Tasks;

/// <summary>One task: what is known of it, and what this actor can do with it now.</summary>
[RequirePermission(GovernancePermissions.Read)]
public sealed class TaskModel(
    TaskService tasks, OrderService orders, UnitService units, TaskHistory history, LiveCounts counts, PaperService papers, PlatformDbContext database, SignedIn signedIn, HeldRoleText places, TimeProvider time) : WorkPage(signedIn, places)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Unit { get; set; }

    /// <summary>The unit that signs for its part.</summary>
    [BindProperty]
    public string? Signing { get; set; }

    /// <summary>Why the office signs on behalf of a unit.</summary>
    [BindProperty]
    public string? SignReason { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>The name of a live figure.</summary>
    [BindProperty]
    public string? Figure { get; set; }

    /// <summary>The unit that checks.</summary>
    [BindProperty]
    public string? Checker { get; set; }

    /// <summary>Why a claim goes back.</summary>
    [BindProperty]
    public string? Finding { get; set; }

    /// <summary>The office's reason, or the words of a reminder or an order.</summary>
    [BindProperty]
    public string? Remark { get; set; }

    [BindProperty]
    public string? OrderTo { get; set; }

    [BindProperty]
    public DateOnly? AnswerBy { get; set; }

    [BindProperty]
    public string? Label { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    [BindProperty]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public List<Guid> Accepted { get; set; } = [];

    [BindProperty]
    public string? Step { get; set; }

    [BindProperty]
    public DateOnly? StepBy { get; set; }

    public KeyTask Task { get; private set; } = null!;

    public IReadOnlyList<Milestone> Milestones { get; private set; } = [];

    public IReadOnlyList<ProgressReport> Reports { get; private set; } = [];

    public IReadOnlyList<Reminder> Reminders { get; private set; } = [];

    /// <summary>The supervisory orders of the task that this actor may see: a unit's officer those to the unit.</summary>
    public IReadOnlyList<SupervisoryOrder> Orders { get; private set; } = [];

    /// <summary>The page is about one task: its orders do not name it again.</summary>
    public static IReadOnlyDictionary<Guid, string> OfThisTask { get; } = new Dictionary<Guid, string>();

    public IReadOnlyList<TaskStep> History { get; private set; } = [];

    /// <summary>The files of the task, by their id.</summary>
    public IReadOnlyDictionary<Guid, Paper> Files { get; private set; } = null!;

    public DateOnly Today => ChinaTime.Today(time);

    /// <summary>What can be counted as proof.</summary>
    public IReadOnlyList<LiveFigure> Figures { get; } = counts.All;

    public static string NameOf(LiveFigure figure) => Say(figure.Zh, figure.En);

    /// <summary>The units this actor may speak for.</summary>
    public IReadOnlyList<Assignment> Units => [.. Task.Assignments.Where(assignment => SpeakerOf(assignment.Unit) is not null)];

    /// <summary>Those of them that have not signed; they do nothing else before.</summary>
    public IReadOnlyList<string> Unsigned => Task.State is KeyTaskState.Drafted or KeyTaskState.ClosedOut ? [] : [.. Units.Where(unit => unit.SignedOn is null).Select(unit => unit.Unit)];

    /// <summary>Those that have signed and may work on their part.</summary>
    public IReadOnlyList<string> Signed => [.. Units.Where(unit => unit.SignedOn is not null).Select(unit => unit.Unit)];

    // the name under which the officer's own unit owes the task
    private string? OwnPart => OwnUnit is null ? null : Unsigned.Concat(Signed).FirstOrDefault();

    /// <summary>The assignments of those.</summary>
    public IReadOnlyList<Assignment> Speaking => [.. Units.Where(unit => unit.SignedOn is not null)];

    /// <summary>What this actor can do now, for a unit that has signed or for the office.</summary>
    public IReadOnlyList<KeyTaskAction> Steps => [.. Possible(KeyTaskLifecycle.Table, Task, UnitOf).Where(step => UnitOf(step) is null == !IsOfUnit(step))];

    /// <summary>The unit that a step is taken for; null for a step of the office, and where the actor speaks for no unit that has signed.</summary>
    public string? UnitOf(KeyTaskAction step) => IsOfUnit(step) && Signed.Count > 0 ? SpeakerOf(Signed[0]) : null;

    /// <summary>Steps of the office that only somebody else may take now.</summary>
    public IReadOnlyList<(Words Step, Words Why)> Withheld => Barred(KeyTaskLifecycle.Table, Task, step => StepWords.Of(KeyTask.SubjectType, step.ToString()), UnitOf);

    public Task<IActionResult> OnPostSignAsync(CancellationToken stop) => DoAsync(() => tasks.SignAsync(Id, Signing ?? OwnPart ?? "", SignReason, stop), stop);

    public Task<IActionResult> OnPostReportAsync(CancellationToken stop) => DoAsync(() => WithPapersAsync(files => tasks.ReportAsync(Id, Unit ?? "", Text ?? "", files, stop), stop), stop);

    public Task<IActionResult> OnPostRiskAsync(CancellationToken stop) => DoAsync(() => tasks.RiskAsync(Id, Unit ?? "", true, Version, Text ?? "", stop), stop);

    public Task<IActionResult> OnPostNoRiskAsync(CancellationToken stop) => DoAsync(() => tasks.RiskAsync(Id, Unit ?? "", false, Version, Text ?? "", stop), stop);

    public Task<IActionResult> OnPostProveAsync(CancellationToken stop) =>
        DoAsync(() => WithPapersAsync(files => tasks.ProveAsync(Id, new ProofInput(Unit ?? "", Label ?? "", Source ?? "") { Files = files }, stop), stop), stop);

    public Task<IActionResult> OnPostProveLiveAsync(CancellationToken stop) => DoAsync(() => tasks.ProveLiveAsync(Id, Unit ?? "", Figure ?? "", stop), stop);

    public Task<IActionResult> OnPostClaimAsync(CancellationToken stop) => DoAsync(() => WithPapersAsync(files => tasks.ClaimAsync(Id, Unit ?? "", Version, files, Text?.Trim(), stop), stop), stop);

    public Task<IActionResult> OnPostExtendAsync(CancellationToken stop) => DoAsync(() => Day is { } day
        ? tasks.AskExtensionAsync(Id, Unit ?? "", day, Version, Text ?? "", stop)
        : System.Threading.Tasks.Task.FromResult<LedgerError?>(NoDay(nameof(Day))), stop);

    public Task<IActionResult> OnPostCheckAsync(CancellationToken stop) => DoAsync(() => tasks.CheckAsync(Id, Checker?.Trim() ?? "", Accepted.ToHashSet(), Version, Finding, stop), stop);

    public Task<IActionResult> OnPostAssignAsync(CancellationToken stop) => DoAsync(() => tasks.AssignAsync(Id, Version, stop), stop);

    public Task<IActionResult> OnPostCloseAsync(CancellationToken stop) => DoAsync(() => tasks.CloseOutAsync(Id, Version, stop), stop);

    public Task<IActionResult> OnPostBackAsync(CancellationToken stop) => DoAsync(() => tasks.SendBackAsync(Id, Version, Remark ?? "", stop), stop);

    public Task<IActionResult> OnPostReopenAsync(CancellationToken stop) => DoAsync(() => tasks.ReopenAsync(Id, Version, Remark ?? "", stop), stop);

    public Task<IActionResult> OnPostGrantAsync(CancellationToken stop) => DoAsync(() => tasks.DecideExtensionAsync(Id, true, Version, Remark ?? "", stop), stop);

    public Task<IActionResult> OnPostRefuseAsync(CancellationToken stop) => DoAsync(() => tasks.DecideExtensionAsync(Id, false, Version, Remark ?? "", stop), stop);

    public Task<IActionResult> OnPostRemindAsync(CancellationToken stop) => DoAsync(() => string.IsNullOrWhiteSpace(Remark)
        ? System.Threading.Tasks.Task.FromResult<LedgerError?>(new LedgerError.Invalid(nameof(Remark), Say("请写催办的话。", "Write what you remind of.")))
        : tasks.RemindAsync(Id, null, Remark, stop), stop);

    public Task<IActionResult> OnPostOrderAsync(CancellationToken stop) => DoAsync(async () => AnswerBy is { } day ? (await orders.IssueAsync(Id, OrderTo ?? "", Remark ?? "", day, stop)).Error : NoDay(nameof(AnswerBy)), stop);

    public Task<IActionResult> OnPostMilestoneAsync(CancellationToken stop) => DoAsync(() => StepBy is { } day
        ? tasks.AddMilestoneAsync(Id, Step ?? "", day, stop)
        : System.Threading.Tasks.Task.FromResult<LedgerError?>(NoDay(nameof(StepBy))), stop);

    public Task<IActionResult> OnPostReachAsync(Guid milestone, CancellationToken stop) => DoAsync(() => tasks.ReachMilestoneAsync(Id, milestone, Unit ?? "", stop), stop);

    private static LedgerError.Invalid NoDay(string field) => new(field, Say("请填日期。", "Name a day."));

    /// <summary>Whether the office takes a step, not a unit or its checker.</summary>
    public static bool IsOfOffice(KeyTaskAction step) => step is KeyTaskAction.Assign or KeyTaskAction.CloseOut or KeyTaskAction.Reopen or KeyTaskAction.GrantExtension or KeyTaskAction.RefuseExtension;

    private static bool IsOfUnit(KeyTaskAction step) => KeyTaskLifecycle.Table.Transitions.First(row => row.Action == step).Permission == GovernancePermissions.Report;

    private Task<IActionResult> DoAsync(Func<Task<LedgerError?>> act, CancellationToken stop) => DoAsync(() =>
    {
        database.ChangeTracker.Clear();   // what the page has read is read again
        return act();
    }, GovernanceLinks.Task(Id), stop);

    // A task that the role does not reach is not there.
    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await tasks.FindAsync(Id, stop) is not { } task || !Enter(GovernancePermissions.Read, task.Division)
            || !await OwesAsync(task, stop))
        {
            return false;
        }

        Task = task;
        Files = (await papers.OfAsync(task.AuditSubject, stop)).ToDictionary(paper => paper.Id);
        Reports = await database.Set<ProgressReport>().AsNoTracking().Where(report => report.TaskId == Id).OrderByDescending(report => report.At).Take(50).ToListAsync(stop);
        Milestones = await database.Set<Milestone>().AsNoTracking().Where(milestone => milestone.TaskId == Id).OrderBy(milestone => milestone.By).ToListAsync(stop);
        Reminders = await database.Set<Reminder>().AsNoTracking().Where(reminder => reminder.TaskId == Id).OrderByDescending(reminder => reminder.At).Take(20).ToListAsync(stop);
        var own = OwnNames;
        Orders = await database.Set<SupervisoryOrder>().AsNoTracking().Where(order => order.TaskId == Id && (own == null || own.Contains(order.Unit))).OrderByDescending(order => order.IssuedOn).ToListAsync(stop);
        History = await history.OfAsync(task, Orders, stop);
        return true;
    }

    // the officer of a unit sees what it owes, under its name or one that it had
    private async Task<bool> OwesAsync(KeyTask task, CancellationToken stop)
    {
        Know(await units.DirectoryAsync(Division, stop), Today);
        return OwnUnit is null || task.Assignments.Exists(assignment => IsOwn(assignment.Unit));
    }
}
