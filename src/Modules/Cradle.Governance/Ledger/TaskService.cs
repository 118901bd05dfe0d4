using Cradle.Governance.Access;
using Cradle.Governance.Board;
using Cradle.Governance.Units;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Files;
using Cradle.Platform.Processes;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.Ledger;

/// <summary>What units and the office do with a task.</summary>
public sealed class TaskService(PlatformDbContext database, MoveService moves, TaskProofs proofs, UnitService units, Addressees addressees, AuditTrail audit, ProcessScope process, TimeProvider time)
{
    private DateOnly Today => ChinaTime.Today(time);

    /// <summary>A task with its units and proofs; tracked.</summary>
    public Task<KeyTask?> FindAsync(Guid id, CancellationToken cancellationToken = default) =>
        database.Set<KeyTask>().AsSplitQuery().Include(task => task.Assignments.OrderBy(assignment => assignment.Order)).Include(task => task.Evidence.OrderBy(proof => proof.At)).SingleOrDefaultAsync(task => task.Id == id, cancellationToken);

    /// <summary>The office sends it to its units.</summary>
    public Task<LedgerError?> AssignAsync(Guid id, int version, CancellationToken cancellationToken = default) =>
        AssignAsync(id, version, isTold: true, cancellationToken);

    /// <summary>The office sends every drafted task of a matrix to its units, which are told of all of them in one word.</summary>
    /// <returns>How many went out.</returns>
    public async Task<int> AssignAllAsync(DivisionCode division, string document, int year, CancellationToken cancellationToken = default)
    {
        var drafted = await database.Set<KeyTask>().AsNoTracking().Where(task => task.Division == division && task.Document == document && task.Year == year && task.State == KeyTaskState.Drafted)
            .OrderBy(task => task.Number).Select(task => new { task.Id, task.Version, Units = task.Assignments.Select(assignment => assignment.Unit).ToList() }).ToListAsync(cancellationToken);
        var sent = new List<List<string>>();
        foreach (var task in drafted)
        {
            sent.AddRange(await AssignAsync(task.Id, task.Version, isTold: false, cancellationToken) is null ? [task.Units] : []);
        }

        if (sent.Count > 0)
        {
            await addressees.TellUnitsAsync(
                division, [.. sent.SelectMany(owing => owing).Distinct()], new($"下达了重点任务 {sent.Count} 项，请签收本单位的", $"{sent.Count} tasks were assigned; sign for those of your unit"), "~/" + GovernanceLinks.Mine, drafted[0].Id, cancellationToken);
            await database.SavePlausibleAsync(time, cancellationToken);
        }

        return sent.Count;
    }

    /// <summary>A unit signs for its part. The first one moves the task, the others are noted beside it.</summary>
    /// <param name="id">The task.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="reason">Why somebody else signs on behalf of the unit (代签); its own officer needs none.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<LedgerError?> SignAsync(Guid id, string unit, string? reason = null, CancellationToken cancellationToken = default) => ForUnitAsync(id, unit, async (task, assignment, isOnBehalf) =>
    {
        if (assignment.SignedOn is not null)
        {
            return new LedgerError.Doubled(Say("签收", "the signature"));
        }

        if (isOnBehalf && string.IsNullOrWhiteSpace(reason))
        {
            return new LedgerError.Invalid("SignReason", Say($"您不是{unit}的经办人：代签要写理由，理由会显示在办理记录里。", $"You are no officer of {unit}: signing on its behalf needs a reason, which the history shows."));
        }

        assignment.SignedOn = Today;
        return task.State == KeyTaskState.Assigned
            ? await MoveAsync(task, KeyTaskAction.SignFor, task.Version, reason, cancellationToken)
            : await NoteAsync(task, "signed-for", unit, cancellationToken, reason);
    }, cancellationToken);

    /// <summary>A unit says how far its part is, with files that show it. Two units at once do not disturb one another.</summary>
    public Task<LedgerError?> ReportAsync(Guid id, string unit, string text, IReadOnlyList<Upload>? files = null, CancellationToken cancellationToken = default) => ForSignedAsync(id, unit, async (task, assignment) =>
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > TrackedMapping.TextLength)
        {
            return new LedgerError.Invalid("Text", Say($"请写做了什么，1 到 {TrackedMapping.TextLength} 字。", $"Write what was done, in 1 to {TrackedMapping.TextLength} characters."));
        }

        database.Add(new ProgressReport { Id = NewId(), TaskId = id, Unit = unit, At = time.GetUtcNow(), By = process.Current.Actor.Id, Text = text.Trim() });
        await proofs.KeepAsync(task, unit, "进展佐证", files, cancellationToken);
        assignment.LastReportOn = task.LastReportOn = Today;
        return await MoveAsync(task, KeyTaskAction.Report, task.Version, null, cancellationToken);
    }, cancellationToken);

    /// <summary>A unit hands in a proof: a document by its number, or files.</summary>
    public Task<LedgerError?> ProveAsync(Guid id, ProofInput proof, CancellationToken cancellationToken = default) => ForSignedAsync(id, proof.Unit, async (task, _) =>
    {
        if (TaskProofs.Closed(task) is { } closed)
        {
            return closed;
        }

        if (string.IsNullOrWhiteSpace(proof.Label) || proof.Label.Length > TrackedMapping.NameLength || proof.Source.Length > TrackedMapping.NameLength)
        {
            return new LedgerError.Invalid("Label", Say($"请写佐证的名称和出处，各不超过 {TrackedMapping.NameLength} 字。", $"Name the proof and where it comes from, in at most {TrackedMapping.NameLength} characters each."));
        }

        if (proof.Files.Count > 0)
        {
            await proofs.KeepAsync(task, proof.Unit, proof.Label.Trim(), proof.Files, cancellationToken, proof.Source.Trim());
            return await NoteAsync(task, "proof-handed-in", proof.Unit, cancellationToken);
        }

        if (string.IsNullOrWhiteSpace(proof.Source))
        {
            return new LedgerError.Invalid("Source", Say("请写文号或出处，或者附上文件。", "Give its number or source, or attach a file."));
        }

        proofs.Refer(task, proof.Unit, proof.Label.Trim(), proof.Source.Trim());
        return await NoteAsync(task, "proof-handed-in", proof.Unit, cancellationToken);
    }, cancellationToken);

    /// <summary>A unit proves by a figure that a module gives: its value now, with name and day.</summary>
    public Task<LedgerError?> ProveLiveAsync(Guid id, string unit, string figure, CancellationToken cancellationToken = default) => ForSignedAsync(id, unit, async (task, _) =>
    {
        if (TaskProofs.Closed(task) is { } closed)
        {
            return closed;
        }

        return await proofs.CountAsync(task, unit, figure, cancellationToken) ?? await NoteAsync(task, "proof-counted", unit, cancellationToken);
    }, cancellationToken);

    /// <summary>A unit says that the task is in danger, or no longer.</summary>
    public Task<LedgerError?> RiskAsync(Guid id, string unit, bool isAtRisk, int version, string reason, CancellationToken cancellationToken = default) => ForSignedAsync(id, unit, (task, _) =>
        MoveAsync(task, isAtRisk ? KeyTaskAction.RaiseRisk : KeyTaskAction.LiftRisk, version, reason, cancellationToken), cancellationToken);

    /// <summary>A unit asks for a later day.</summary>
    public Task<LedgerError?> AskExtensionAsync(Guid id, string unit, DateOnly until, int version, string reason, CancellationToken cancellationToken = default) => ForSignedAsync(id, unit, async (task, _) =>
    {
        task.RequestedDeadline = until;
        return until < Today ? new LedgerError.Invalid("Day", Say($"{until:yyyy-MM-dd} 已经过了，请填今天或以后的日期。", $"{until:yyyy-MM-dd} is over; name today or a later day."))
            : await MoveAsync(task, KeyTaskAction.RequestExtension, version, reason, cancellationToken);
    }, cancellationToken);

    /// <summary>The office grants or refuses a later day; the first deadline stays on file either way.</summary>
    public Task<LedgerError?> DecideExtensionAsync(Guid id, bool isGranted, int version, string reason, CancellationToken cancellationToken = default) =>
        ActAsync(id, isGranted ? KeyTaskAction.GrantExtension : KeyTaskAction.RefuseExtension, version, reason, task =>
        {
            task.Deadline = isGranted ? task.RequestedDeadline : task.Deadline;
            task.RequestedDeadline = null;
        }, cancellationToken);

    /// <summary>
    /// A unit says that its part is done; files that come along are proofs like any other. The word of those that lead makes the whole done, of all units where
    /// none leads: then the task is claimed, with the parts that are still open accounted for.
    /// </summary>
    /// <param name="id">The task.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="version">The version seen.</param>
    /// <param name="files">What proves it.</param>
    /// <param name="reason">What becomes of the parts that other units have not reported as done.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<LedgerError?> ClaimAsync(Guid id, string unit, int version, IReadOnlyList<Upload>? files = null, string? reason = null, CancellationToken cancellationToken = default) => ForSignedAsync(id, unit, async (task, own) =>
    {
        await proofs.KeepAsync(task, unit, "办结佐证", files, cancellationToken);
        var wasDone = own.PartDoneOn is not null;
        own.PartDoneOn = Today;
        var isWhole = task.Claiming.Contains(own) && task.Claiming.All(claiming => claiming.PartDoneOn is not null);
        return (isWhole, wasDone, task.OpenParts) switch
        {
            (false, true, _) => new LedgerError.Doubled(Say($"{unit}的部分已经报完成，还要等{string.Join('、', task.OpenParts)}", $"the part of {unit}; the parts of {string.Join(", ", task.OpenParts)} are open")),
            (false, _, _) => await MoveAsync(task, KeyTaskAction.ClaimPart, task.Version, reason, cancellationToken),
            (_, _, { Count: > 0 } open) when string.IsNullOrWhiteSpace(reason) => new LedgerError.Invalid("Text", Say(
                $"{string.Join('、', open)}还没有报本单位部分完成：请写明这些部分怎样算完成。", $"The parts of {string.Join(", ", open)} are not reported as done: say how they are accounted for.")),
            _ => await MoveAsync(task, KeyTaskAction.ClaimCompletion, version, reason, cancellationToken),
        };
    }, cancellationToken);

    /// <summary>Somebody of another unit accepts or rejects each proof, and so checks the claim.</summary>
    /// <param name="id">The task.</param>
    /// <param name="checkingUnit">The unit that checks, in any spelling of the directory; it may not owe the task itself.</param>
    /// <param name="accepted">The proofs that hold; with all of them the claim is checked, else the task goes back.</param>
    /// <param name="version">The version seen.</param>
    /// <param name="reason">Why it goes back.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<LedgerError?> CheckAsync(Guid id, string checkingUnit, IReadOnlySet<Guid> accepted, int version, string? reason = null, CancellationToken cancellationToken = default) =>
        WithTaskAsync(id, async task =>
        {
            var directory = await units.DirectoryAsync(task.Division, cancellationToken);
            if (directory.Find(checkingUnit) is not { } checker)
            {
                return UnitService.Unknown(directory, checkingUnit, "Checker");
            }

            // a unit is the same under every spelling, and after a merger
            string Now(string name) => directory.Find(name) is { } unit ? directory.Current(unit, Today).Name : name;
            task.CheckingUnit = task.Assignments.Find(own => Now(own.Unit) == Now(checker.Name))?.Unit ?? checker.Name;
            process.ActForUnit(task.Division, checker.Name);
            task.Evidence.ForEach(proof => proof.IsAccepted = accepted.Contains(proof.Id));
            var refused = task.Evidence.Where(proof => proof.IsAccepted != true).Select(proof => proof.Unit).ToHashSet();
            OpenParts(task, refused.Contains);
            return await MoveAsync(task, refused.Count == 0 ? KeyTaskAction.CheckEvidence : KeyTaskAction.SendBack, version, reason, cancellationToken);
        }, cancellationToken);

    /// <summary>The office strikes the task off (核销).</summary>
    public Task<LedgerError?> CloseOutAsync(Guid id, int version, CancellationToken cancellationToken = default) =>
        ActAsync(id, KeyTaskAction.CloseOut, version, null, task => task.ClosedOn = Today, cancellationToken);

    /// <summary>The office gives back what was checked, with the reason; every unit says again that its part is done.</summary>
    public Task<LedgerError?> SendBackAsync(Guid id, int version, string reason, CancellationToken cancellationToken = default) =>
        ActAsync(id, KeyTaskAction.SendBack, version, reason, task => OpenParts(task, _ => true), cancellationToken);

    /// <summary>New facts open a task that was struck off.</summary>
    public Task<LedgerError?> ReopenAsync(Guid id, int version, string reason, CancellationToken cancellationToken = default) =>
        ActAsync(id, KeyTaskAction.Reopen, version, reason, Reopen, cancellationToken);

    /// <summary>What a task that was struck off loses when it is opened again.</summary>
    internal static void Reopen(KeyTask task)
    {
        task.ClosedOn = null;
        OpenParts(task, _ => true);
    }

    /// <summary>催办: reminds the units that owe a task, or one of them.</summary>
    public Task<LedgerError?> RemindAsync(Guid id, string? unit, string text, CancellationToken cancellationToken = default) => WithTaskAsync(id, async task =>
    {
        if (!process.Current.Authority.Covers(GovernancePermissions.Supervise, task.Division))
        {
            return new LedgerError.Forbidden(GovernancePermissions.Supervise);
        }

        if (unit is not null && !task.Assignments.Exists(assignment => assignment.Unit == unit))
        {
            return new LedgerError.NotResponsible(unit);
        }

        var owing = task.Assignments.Select(assignment => assignment.Unit).Where(name => unit is null || name == unit).ToList();
        database.AddRange(owing.Select(name => new Reminder { Id = NewId(), TaskId = id, Unit = name, At = time.GetUtcNow(), By = process.Current.Actor.Id, Text = text }));
        await addressees.TellUnitsAsync(task.Division, owing, new($"催办：{task.Title}。{text}", $"Reminder: {task.Title}. {text}"), "~/" + GovernanceLinks.Task(id), id, cancellationToken);
        return await NoteAsync(task, "reminded", unit, cancellationToken);
    }, cancellationToken);

    /// <summary>Reminds of every open task of a place that has had no entry and no reminder for so many months.</summary>
    /// <param name="division">The place.</param>
    /// <param name="months">How long silence may last; the place sets it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>How many reminders went out.</returns>
    public async Task<int> RemindSilentAsync(DivisionCode division, int months, CancellationToken cancellationToken = default)
    {
        var since = Today.AddMonths(-months);
        var sinceInstant = time.GetUtcNow().AddMonths(-months);
        var silent = await database.Set<KeyTask>().AsNoTracking()
            .Where(task => task.Division == division && task.State != KeyTaskState.ClosedOut && (task.LastReportOn ?? task.AssignedOn) < since
                && !database.Set<Reminder>().Any(reminder => reminder.TaskId == task.Id && reminder.At >= sinceInstant))
            .Select(task => new { task.Id, Units = task.Assignments.Count }).ToListAsync(cancellationToken);
        var sent = 0;
        foreach (var task in silent)
        {
            sent += await RemindAsync(task.Id, null, $"{months}个月没有进展记录，请更新。", cancellationToken) is null ? task.Units : 0;
        }

        return sent;
    }

    /// <summary>Adds a step with a day of its own.</summary>
    public Task<LedgerError?> AddMilestoneAsync(Guid id, string title, DateOnly by, CancellationToken cancellationToken = default) => WithTaskAsync(id, task =>
    {
        if (!process.Current.Authority.Covers(GovernancePermissions.Compile, task.Division))
        {
            return Task.FromResult<LedgerError?>(new LedgerError.Forbidden(GovernancePermissions.Compile));
        }

        if (string.IsNullOrWhiteSpace(title) || title.Length > TrackedMapping.NameLength)
        {
            return Task.FromResult<LedgerError?>(new LedgerError.Invalid("Step", Say($"请写步骤，1 到 {TrackedMapping.NameLength} 字。", $"Write the step, in 1 to {TrackedMapping.NameLength} characters.")));
        }

        database.Add(new Milestone { Id = NewId(), TaskId = id, Title = title.Trim(), By = by });
        return NoteAsync(task, "milestone-added", null, cancellationToken);
    }, cancellationToken);

    /// <summary>A unit that owes the task says that a step is reached.</summary>
    public Task<LedgerError?> ReachMilestoneAsync(Guid id, Guid milestoneId, string unit, CancellationToken cancellationToken = default) => ForSignedAsync(id, unit, async (task, _) =>
    {
        if (await database.Set<Milestone>().SingleOrDefaultAsync(milestone => milestone.Id == milestoneId && milestone.TaskId == id, cancellationToken) is not { } milestone)
        {
            return new LedgerError.Missing();
        }

        if (milestone.ReachedOn is not null)
        {
            return new LedgerError.Doubled(milestone.Title);
        }

        milestone.ReachedOn = Today;
        return await NoteAsync(task, "milestone-reached", unit, cancellationToken);
    }, cancellationToken);

    private Task<LedgerError?> AssignAsync(Guid id, int version, bool isTold, CancellationToken cancellationToken) => WithTaskAsync(id, task =>
    {
        task.AssignedOn = Today;
        return isTold ? MoveAsync(task, KeyTaskAction.Assign, version, null, cancellationToken) : moves.MoveAsync(KeyTaskLifecycle.Table, task, KeyTaskAction.Assign, version, null, cancellationToken);
    }, cancellationToken);

    private Task<LedgerError?> ActAsync(Guid id, KeyTaskAction action, int version, string? reason, Action<KeyTask>? change, CancellationToken cancellationToken) => WithTaskAsync(id, task =>
    {
        change?.Invoke(task);
        return MoveAsync(task, action, version, reason, cancellationToken);
    }, cancellationToken);

    // A unit works on its part once it has signed for it.
    private Task<LedgerError?> ForSignedAsync(Guid id, string unit, Func<KeyTask, Assignment, Task<LedgerError?>> act, CancellationToken cancellationToken) => ForUnitAsync(id, unit, async (task, own, _) =>
        own.SignedOn is null ? new LedgerError.Invalid("Unit", Say($"{unit}还没有签收，请先签收。", $"{unit} has not signed for it; sign first.")) : await act(task, own), cancellationToken);

    private Task<LedgerError?> ForUnitAsync(Guid id, string unit, Func<KeyTask, Assignment, bool, Task<LedgerError?>> act, CancellationToken cancellationToken) => WithTaskAsync(id, async task =>
    {
        if (await units.SpeakerAsync(task.Division, unit, cancellationToken) is not { } speaker)
        {
            return new LedgerError.Forbidden(GovernancePermissions.Report);
        }

        task.ActingUnit = speaker;
        return task.Assignments.Find(assignment => assignment.Unit == unit) is { } own
            ? await act(task, own, process.ActForUnit(task.Division, speaker))
            : new LedgerError.NotResponsible(unit);
    }, cancellationToken);

    // A step with word of it to the units of the task.
    private async Task<LedgerError?> MoveAsync(KeyTask task, KeyTaskAction action, int version, string? reason, CancellationToken cancellationToken)
    {
        if (TaskNotices.Of(action, task, reason) is { } says)
        {
            await addressees.TellUnitsAsync(task.Division, [.. task.Assignments.Select(assignment => assignment.Unit)], says, "~/" + GovernanceLinks.Task(task.Id), task.Id, cancellationToken);
        }

        return await moves.MoveAsync(KeyTaskLifecycle.Table, task, action, version, reason, cancellationToken);
    }

    private static void OpenParts(KeyTask task, Func<string, bool> of) => task.Assignments.Where(assignment => of(assignment.Unit)).ToList().ForEach(assignment => assignment.PartDoneOn = null);

    private async Task<LedgerError?> WithTaskAsync(Guid id, Func<KeyTask, Task<LedgerError?>> act, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } task)
        {
            return new LedgerError.Missing();
        }

        var error = await act(task);
        if (error is not null)
        {
            database.Forget();
        }

        return error;
    }

    // Something that leaves the state alone: recorded, saved.
    private async Task<LedgerError?> NoteAsync(KeyTask task, string what, string? unit, CancellationToken cancellationToken, string? reason = null)
    {
        audit.Record(what, task.AuditSubject, reason, new { unit });
        return await database.SavePlausibleAsync(time, cancellationToken);
    }

    private Guid NewId() => Guid.CreateVersion7(time.GetUtcNow());
}
