using Cradle.Governance.Access;
using Cradle.Governance.Ledger;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Processes;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Governance.Provisions;

/// <summary>A provision as it is found.</summary>
public sealed record ProvisionInput(string Document, string Clause, ProvisionKind Sort, string Owner);

/// <summary>Keeps the list of restrictive provisions, and opens again what was thought done when a new one turns up.</summary>
public sealed class ProvisionService(PlatformDbContext database, MoveService moves, LifecycleMover mover, AuditTrail audit, ProcessScope process, TimeProvider time)
{
    private static readonly Dictionary<string, string> UnitOf = new(StringComparer.Ordinal)
    {
        ["household-registration"] = "公安局", ["school"] = "教育局", ["hiring"] = "人社局", ["promotion"] = "组织部",
    };

    /// <summary>Lists a provision. A closed task of the place whose clause covers it is opened again, with the provision as reason.</summary>
    /// <param name="division">The place.</param>
    /// <param name="input">What was found.</param>
    /// <param name="task">The task of the ledger that it belongs to, such as row 2 of Changchun; null where there is none.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<(Guid Provision, LedgerError? Error)> FindAsync(DivisionCode division, ProvisionInput input, Guid? task, CancellationToken cancellationToken = default)
    {
        if (!process.Current.Authority.Covers(GovernancePermissions.Compile, division))
        {
            return (Guid.Empty, new LedgerError.Forbidden(GovernancePermissions.Compile));
        }

        if (await database.Set<Provision>().AnyAsync(other => other.Division == division && other.Document == input.Document && other.Clause == input.Clause, cancellationToken))
        {
            return (Guid.Empty, new LedgerError.Doubled($"{input.Document} {input.Clause}"));
        }

        var provision = List(division, input);
        if (task is { } id && await database.Set<KeyTask>().SingleOrDefaultAsync(found => found.Id == id, cancellationToken) is { State: KeyTaskState.ClosedOut } closed)
        {
            closed.ClosedOn = null;
            if (mover.Move(KeyTaskLifecycle.Table, closed, KeyTaskAction.Reopen, closed.Version, $"{input.Document} {input.Clause}") is { } refused)
            {
                database.Forget();
                return (Guid.Empty, new LedgerError.Move(refused));
            }
        }

        await database.SaveChangesAsync(cancellationToken);
        return (provision.Id, null);
    }

    /// <summary>One step of a provision.</summary>
    public async Task<LedgerError?> MoveAsync(Guid id, ProvisionAction action, string? reason = null, Action<Provision>? change = null, CancellationToken cancellationToken = default)
    {
        if (await database.Set<Provision>().SingleOrDefaultAsync(provision => provision.Id == id, cancellationToken) is not { } provision)
        {
            return new LedgerError.Missing();
        }

        change?.Invoke(provision);
        return await moves.MoveAsync(ProvisionLifecycle.Table, provision, action, provision.Version, reason, cancellationToken);
    }

    /// <summary>Takes a complaint, sends it to the unit that answers for the matter with a day to answer, and lists what was asked as a provision.</summary>
    /// <param name="division">The place.</param>
    /// <param name="matter">household-registration, school, hiring or promotion.</param>
    /// <param name="what">What was asked or refused.</param>
    /// <param name="institution">Who asked.</param>
    /// <param name="answerBy">The day by which the unit answers; the place sets it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<(Guid Refusal, LedgerError? Error)> ComplainAsync(
        DivisionCode division, string matter, string what, string institution, DateOnly answerBy, CancellationToken cancellationToken = default)
    {
        if (!UnitOf.TryGetValue(matter, out var unit))
        {
            return (Guid.Empty, new LedgerError.Invalid("matter", $"One of {string.Join(", ", UnitOf.Keys)}."));
        }

        var owner = division.Level == DivisionLevel.Prefecture ? "市" + unit : unit;
        var provision = List(division, new ProvisionInput(institution, what[..Math.Min(what.Length, 40)], ProvisionKind.Precondition, owner));
        var refusal = new Refusal { Id = Guid.CreateVersion7(time.GetUtcNow()), Division = division, Matter = matter, What = what, Unit = owner, ProvisionId = provision.Id };
        database.Add(refusal);
        audit.Record("received", refusal.AuditSubject);
        if (mover.Move(RefusalLifecycle.Table, refusal, RefusalAction.Route, refusal.Version) is { } refused)
        {
            database.Forget();
            return (Guid.Empty, new LedgerError.Move(refused));
        }

        refusal.Due = answerBy;
        await database.SaveChangesAsync(cancellationToken);
        return (refusal.Id, null);
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
