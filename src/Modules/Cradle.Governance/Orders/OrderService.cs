using Cradle.Governance.Access;
using Cradle.Governance.Board;
using Cradle.Governance.Ledger;
using Cradle.Governance.Units;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Deadlines;
using Cradle.Platform.Processes;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.Orders;

/// <summary>Issues orders, takes their read receipts and answers, and raises those nobody answers.</summary>
public sealed class OrderService(PlatformDbContext database, MoveService moves, UnitService units, Addressees addressees, AuditTrail audit, ProcessScope process, TimeProvider time, WorkCalendar calendar, CalendarGap gap)
{
    private DateOnly Today => ChinaTime.Today(time);

    /// <summary>What orders are about: the titles of their tasks.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> TasksOfAsync(IEnumerable<SupervisoryOrder> orders, CancellationToken cancellationToken = default)
    {
        var ids = orders.Select(order => order.TaskId).Distinct().ToList();
        return await database.Set<KeyTask>().AsNoTracking().Where(task => ids.Contains(task.Id)).ToDictionaryAsync(task => task.Id, task => task.Title, cancellationToken);
    }

    /// <summary>Issues an order to a unit that owes a task.</summary>
    public async Task<(Guid Order, LedgerError? Error)> IssueAsync(Guid task, string unit, string demand, DateOnly answerBy, CancellationToken cancellationToken = default)
    {
        var owed = await database.Set<KeyTask>().AsNoTracking().Include(found => found.Assignments).SingleOrDefaultAsync(found => found.Id == task, cancellationToken);
        LedgerError? error = owed switch
        {
            null => new LedgerError.Missing(),
            _ when !process.Current.Authority.Covers(GovernancePermissions.Supervise, owed.Division) => new LedgerError.Forbidden(GovernancePermissions.Supervise),
            _ when !owed.Assignments.Exists(assignment => assignment.Unit == unit) => new LedgerError.NotResponsible(unit),
            _ when string.IsNullOrWhiteSpace(demand) => new LedgerError.Invalid("Remark", Say("请写要单位做什么。", "Say what the unit has to do.")),
            _ when answerBy <= Today => new LedgerError.Invalid("AnswerBy", Say("答复期限要晚于今天。", "Name a day after today.")),
            _ => null,
        };
        if (error is not null)
        {
            return (Guid.Empty, error);
        }

        var order = new SupervisoryOrder
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()), Division = owed!.Division, TaskId = task, Unit = unit, Demand = demand.Trim(), IssuedOn = Today, AnswerBy = answerBy,
            LastMovedBy = process.Current.Actor.Id, Due = answerBy,
        };
        database.Add(order);
        audit.Record(SupervisoryOrder.Issued, order.AuditSubject, null, new { task, unit, answerBy });
        await addressees.TellUnitsAsync(
            order.Division, [unit], new($"督办：{owed.Title}，请于 {answerBy:yyyy-MM-dd} 前答复", $"Supervisory order: {owed.Title}, to be answered by {answerBy:yyyy-MM-dd}"), "~/" + GovernanceLinks.Orders, order.Id, cancellationToken);
        return await database.SavePlausibleAsync(time, cancellationToken) is { } implausible ? (Guid.Empty, implausible) : (order.Id, null);
    }

    /// <summary>Notes who opened it first, and when.</summary>
    public Task<LedgerError?> ReadAsync(Guid id, CancellationToken cancellationToken = default) => MoveAsync(id, OrderAction.Read, null, null, order =>
    {
        order.ReadAt ??= time.GetUtcNow();
        order.ReadBy ??= process.Current.Actor.Id;
        return Task.CompletedTask;
    }, cancellationToken);

    public Task<LedgerError?> AnswerAsync(Guid id, string answer, int version, CancellationToken cancellationToken = default) =>
        MoveAsync(id, OrderAction.Answer, version, null, order =>
        {
            order.Answer = answer.Trim();
            return addressees.TellAsync(order.Division, GovernancePermissions.Supervise, new($"{order.Unit}答复了督办单，待认可", $"{order.Unit} answered a supervisory order; accept it or give it back"), "~/" + GovernanceLinks.Orders, order.Id, cancellationToken);
        }, cancellationToken);

    /// <summary>Accepts the answer, or gives the order back with the reason.</summary>
    public Task<LedgerError?> DecideAsync(Guid id, bool isAccepted, int version, string? reason = null, CancellationToken cancellationToken = default) =>
        MoveAsync(id, isAccepted ? OrderAction.Accept : OrderAction.Reject, version, reason, order => addressees.TellUnitsAsync(
            order.Division, [order.Unit], isAccepted ? new("督办答复已认可", "The answer to the supervisory order is accepted") : new($"督办答复被退回，请重新答复。理由：{reason}", $"The answer to the supervisory order was given back; answer again. Reason: {reason}"),
            "~/" + GovernanceLinks.Task(order.TaskId), order.Id, cancellationToken), cancellationToken);

    /// <summary>Raises every order of a place that was not answered in time by one level, with a new day to answer.</summary>
    /// <param name="division">The place.</param>
    /// <param name="workingDays">How long the next level waits; the place sets it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<int> EscalateAsync(DivisionCode division, int workingDays, CancellationToken cancellationToken = default)
    {
        var today = Today;
        var silent = await database.Set<SupervisoryOrder>().AsNoTracking()
            .Where(order => order.Division == division && order.AnswerBy < today && order.State != OrderState.Accepted && order.State != OrderState.Answered)
            .Select(order => order.Id).ToListAsync(cancellationToken);
        var raised = 0;
        foreach (var id in silent)
        {
            var error = await MoveAsync(id, OrderAction.Escalate, null, null, async order =>
            {
                order.Level++;
                order.AnswerBy = gap.AddWorkingDays(calendar, today, workingDays);
                await addressees.TellAsync(order.Division, GovernancePermissions.Approve, new($"督办逾期未答，升级到第 {order.Level} 级：{order.Unit}", $"A supervisory order was not answered and is raised to level {order.Level}: {order.Unit}"), "~/" + GovernanceLinks.Orders, order.Id, cancellationToken);
            }, cancellationToken);
            raised += error is null ? 1 : 0;
        }

        return raised;
    }

    private async Task<LedgerError?> MoveAsync(Guid id, OrderAction action, int? version, string? reason, Func<SupervisoryOrder, Task>? change, CancellationToken cancellationToken)
    {
        if (await database.Set<SupervisoryOrder>().SingleOrDefaultAsync(order => order.Id == id, cancellationToken) is not { } order)
        {
            return new LedgerError.Missing();
        }

        if (action is OrderAction.Read or OrderAction.Answer)
        {
            if (await units.SpeakerAsync(order.Division, order.Unit, cancellationToken) is not { } speaker)
            {
                return new LedgerError.Forbidden(GovernancePermissions.Report);
            }

            order.ActingUnit = speaker;
            process.ActForUnit(order.Division, speaker);
        }

        if (change is not null)
        {
            await change(order);
        }

        return await moves.MoveAsync(SupervisoryOrderLifecycle.Table, order, action, version ?? order.Version, reason, cancellationToken);
    }
}
