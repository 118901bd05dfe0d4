using Cradle.Governance.Access;
using Cradle.Governance.Board;
using Cradle.Governance.Ledger;
using Cradle.Governance.Papers;
using Cradle.Governance.Units;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Files;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Processes;
using Cradle.Primitives;
using Cradle.Rules.Packs;
using Microsoft.EntityFrameworkCore;
using static Cradle.Platform.Web.Wording;
using KeyTask = Cradle.Governance.Ledger.KeyTask;

namespace Cradle.Governance.Provisions;

/// <summary>A provision as it is found.</summary>
public sealed record ProvisionInput(string Document, string Clause, ProvisionKind Sort, string Owner);

/// <summary>Keeps the list of restrictive provisions, and opens again what was thought done when a new one turns up.</summary>
public sealed class ProvisionService(PlatformDbContext database, PolicyPack pack, MoveService moves, PaperService papers, UnitService units, Addressees addressees, LifecycleMover mover, AuditTrail audit, ProcessScope process, TimeProvider time)
{
    // The indicator that the clauses about clearing provisions carry: a task of such a clause is not done while a provision stands.
    private const string Indicator = "open-restrictive-provisions";

    private static readonly Dictionary<string, string> UnitOf = new(StringComparer.Ordinal)
    {
        ["household-registration"] = "公安局", ["school"] = "教育局", ["hiring"] = "人社局", ["promotion"] = "组织部",
    };

    /// <summary>The matters in which nobody may be asked about births.</summary>
    public static IReadOnlyCollection<string> Matters => UnitOf.Keys;

    /// <summary>Lists a provision. A closed task of the place whose clause covers it (001/2 of Changchun) is opened again, with the provision as reason.</summary>
    /// <param name="division">The place.</param>
    /// <param name="input">What was found.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<(Guid Provision, LedgerError? Error)> FindAsync(DivisionCode division, ProvisionInput input, CancellationToken cancellationToken = default)
    {
        if (!process.Current.Authority.Covers(GovernancePermissions.Compile, division))
        {
            return (Guid.Empty, new LedgerError.Forbidden(GovernancePermissions.Compile));
        }

        if (await database.Set<Provision>().AnyAsync(other => other.Division == division && other.Document == input.Document && other.Clause == input.Clause, cancellationToken))
        {
            return (Guid.Empty, new LedgerError.Doubled($"{input.Document} {input.Clause}"));
        }

        if (new[] { ("Document", input.Document), ("Clause", input.Clause), ("Owner", input.Owner) }.FirstOrDefault(field => string.IsNullOrWhiteSpace(field.Item2)) is { Item1: { } empty })
        {
            return (Guid.Empty, new LedgerError.Invalid(empty, Say("请写文件、条款和清理单位。", "Write the document, the clause and the unit that has to clear it.")));
        }

        var (owner, unknown) = await units.FindAsync(division, input.Owner, nameof(input.Owner), cancellationToken);
        if (owner is null)
        {
            return (Guid.Empty, unknown);
        }

        var provision = List(division, input with { Owner = owner.Name });
        if (await ReopenAsync(division, $"{input.Document} {input.Clause}", cancellationToken) is { } error)
        {
            return (Guid.Empty, error);
        }

        return await database.SavePlausibleAsync(time, cancellationToken) is { } implausible ? (Guid.Empty, implausible) : (provision.Id, null);
    }

    /// <summary>One step of a provision.</summary>
    public async Task<LedgerError?> MoveAsync(Guid id, ProvisionAction action, string? reason = null, Action<Provision>? change = null, CancellationToken cancellationToken = default)
    {
        if (await database.Set<Provision>().SingleOrDefaultAsync(provision => provision.Id == id, cancellationToken) is not { } provision)
        {
            return new LedgerError.Missing();
        }

        provision.ActingUnit = action == ProvisionAction.Finish ? await units.SpeakerAsync(provision.Division, provision.Owner, cancellationToken) ?? provision.Owner : null;
        change?.Invoke(provision);
        return await moves.MoveAsync(ProvisionLifecycle.Table, provision, action, provision.Version, reason, cancellationToken);
    }

    /// <summary>Takes a complaint, sends it to the unit that answers for the matter with a day to answer, and lists what was asked as a provision.</summary>
    /// <param name="division">The place.</param>
    /// <param name="matter">household-registration, school, hiring or promotion.</param>
    /// <param name="what">What was asked or refused.</param>
    /// <param name="institution">Who asked.</param>
    /// <param name="answerBy">The day by which the unit answers; the place sets it.</param>
    /// <param name="files">What the complainant hands in.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<(Guid Refusal, LedgerError? Error)> ComplainAsync(
        DivisionCode division, string matter, string what, string institution, DateOnly answerBy, IReadOnlyList<Upload>? files = null, CancellationToken cancellationToken = default)
    {
        if (!UnitOf.TryGetValue(matter, out var unit))
        {
            return (Guid.Empty, new LedgerError.Invalid("Matter", Say("请选一个事项。", "Choose a matter.")));
        }

        if (string.IsNullOrWhiteSpace(what) || what.Length > TrackedMapping.TextLength || string.IsNullOrWhiteSpace(institution) || answerBy <= ChinaTime.Today(time))
        {
            return (Guid.Empty, string.IsNullOrWhiteSpace(institution) ? new LedgerError.Invalid("Institution", Say("请写是哪个单位要求或拒绝的。", "Write who asked for it or refused."))
                : answerBy <= ChinaTime.Today(time) ? new LedgerError.Invalid("AnswerBy", Say("答复期限要晚于今天。", "Name a day after today."))
                : new LedgerError.Invalid("What", Say($"请写要求了什么、拒绝了什么，1 到 {TrackedMapping.TextLength} 字。", $"Write what was asked or refused, in 1 to {TrackedMapping.TextLength} characters.")));
        }

        var owner = division.Level == DivisionLevel.Prefecture ? "市" + unit : unit;
        var found = new ProvisionInput(institution, what[..Math.Min(what.Length, TrackedMapping.WordLength)], ProvisionKind.Precondition, owner);
        var provision = await database.Set<Provision>().FirstOrDefaultAsync(other => other.Division == division && other.Document == found.Document && other.Clause == found.Clause, cancellationToken) ?? List(division, found);
        var refusal = new Refusal { Id = Guid.CreateVersion7(time.GetUtcNow()), Division = division, Matter = matter, What = what, Unit = owner, ProvisionId = provision.Id };
        database.Add(refusal);
        audit.Record("received", refusal.AuditSubject);
        if (mover.Move(RefusalLifecycle.Table, refusal, RefusalAction.Route, refusal.Version) is { } refused)
        {
            database.Forget();
            return (Guid.Empty, new LedgerError.Move(refused));
        }

        refusal.Due = answerBy;
        await papers.KeepAsync(refusal.AuditSubject, division, owner, files, cancellationToken);
        if (await ReopenAsync(division, $"{institution} {what}", cancellationToken) is { } error)
        {
            return (Guid.Empty, error);
        }

        return await database.SavePlausibleAsync(time, cancellationToken) is { } implausible ? (Guid.Empty, implausible) : (refusal.Id, null);
    }

    /// <summary>One step of a complaint; the unit that it was sent to decides and corrects.</summary>
    /// <param name="id">The complaint.</param>
    /// <param name="action">What is done.</param>
    /// <param name="text">The decision, or the reason.</param>
    /// <param name="files">What proves it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<LedgerError?> MoveComplaintAsync(Guid id, RefusalAction action, string? text = null, IReadOnlyList<Upload>? files = null, CancellationToken cancellationToken = default)
    {
        if (await database.Set<Refusal>().SingleOrDefaultAsync(refusal => refusal.Id == id, cancellationToken) is not { } refusal)
        {
            return new LedgerError.Missing();
        }

        refusal.ActingUnit = action is RefusalAction.Decide or RefusalAction.Correct && refusal.Unit is { } unit ? await units.SpeakerAsync(refusal.Division, unit, cancellationToken) ?? unit : null;
        refusal.Decision = action == RefusalAction.Decide ? text : refusal.Decision;
        await papers.KeepAsync(refusal.AuditSubject, refusal.Division, refusal.Unit, files, cancellationToken);
        return await moves.MoveAsync(RefusalLifecycle.Table, refusal, action, refusal.Version, action == RefusalAction.Decide ? null : text, cancellationToken);
    }

    // A provision that still stands shows that the task of clearing them is not done.
    private async Task<LedgerError?> ReopenAsync(DivisionCode division, string reason, CancellationToken cancellationToken)
    {
        var clauses = pack.Coverage.Where(entry => entry.Carriers.Any(carrier => carrier is { Kind: "indicator", Id: Indicator })).Select(entry => entry.Clause.ToString()).ToHashSet();
        var closed = await database.Set<KeyTask>().Include(task => task.Assignments).Where(task => task.Division == division && task.State == KeyTaskState.ClosedOut).ToListAsync(cancellationToken);
        foreach (var task in closed.Where(task => clauses.Contains($"{task.Document}/{task.Clause}")))
        {
            TaskService.Reopen(task);
            await addressees.TellUnitsAsync(task.Division, [.. task.Assignments.Select(assignment => assignment.Unit)], TaskNotices.Of(KeyTaskAction.Reopen, task, reason)!.Value, "~/" + GovernanceLinks.Task(task.Id), task.Id, cancellationToken);
            if (mover.Move(KeyTaskLifecycle.Table, task, KeyTaskAction.Reopen, task.Version, reason) is { } refused)
            {
                database.Forget();
                return new LedgerError.Move(refused);
            }
        }

        return null;
    }

    private Provision List(DivisionCode division, ProvisionInput input)
    {
        var provision = new Provision
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()), Division = division, Document = input.Document, Clause = input.Clause, Sort = input.Sort, Owner = input.Owner,
            FoundOn = ChinaTime.Today(time), LastMovedBy = process.Current.Actor.Id,
        };
        database.Add(provision);
        audit.Record("found", provision.AuditSubject, null, new { input.Document, input.Clause });
        return provision;
    }
}
