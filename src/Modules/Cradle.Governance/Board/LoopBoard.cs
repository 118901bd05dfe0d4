using Cradle.Governance.Figures;
using Cradle.Governance.Ledger;
using Cradle.Governance.Measures;
using Cradle.Platform.Data;
using Cradle.Platform.Web;
using Cradle.Primitives;
using Cradle.Rules.Packs;
using Microsoft.EntityFrameworkCore;
using KeyTask = Cradle.Governance.Ledger.KeyTask;

namespace Cradle.Governance.Board;

/// <summary>A link of the loop that is missing: a clause without a rule or service, a task without proof, a measure without its rule.</summary>
public sealed record BrokenLink(string Code, Words Says);

/// <summary>One clause with what carries it out, and what is broken.</summary>
public sealed record LoopLine(
    string Document, string Clause, Words Title, string Part, IReadOnlyList<string> Units, int Rules, int LiveServices, int PlannedServices, int Indicators,
    int Tasks, int ClosedTasks, int LateTasks, int Measures, IReadOnlyList<LiveCount> Live, IReadOnlyList<BrokenLink> Broken);

/// <summary>Which clauses the board shows.</summary>
public sealed record LoopFilter(string? Document = null, string? Unit = null, string? Part = null, bool OnlyBroken = false);

/// <summary>The closed loop (clause, rule, service, task, indicator) of the documents in force in a place, from coverage and the ledger.</summary>
public sealed class LoopBoard(PlatformDbContext database, PolicyPack pack, LiveCounts counts, TimeProvider time)
{
    public async Task<IReadOnlyList<LoopLine>> ReadAsync(DivisionCode division, LoopFilter filter, CancellationToken cancellationToken = default)
    {
        var today = ChinaTime.Today(time);
        var tasks = (await database.Set<KeyTask>().AsNoTracking().Where(task => task.Division == division)
            .Select(task => new { task.Document, task.Clause, task.State, task.Deadline, Proofs = task.Evidence.Count }).ToListAsync(cancellationToken)).ToLookup(task => (task.Document, task.Clause));
        var measures = (await database.Set<Measure>().AsNoTracking().Where(measure => measure.Division == division)
            .Select(measure => new { measure.Document, measure.Clause, measure.State }).ToListAsync(cancellationToken)).ToLookup(measure => (measure.Document, measure.Clause));
        var rules = pack.Quantities.SelectMany(quantity => quantity.Rules).SelectMany(rule => rule.Cites).CountBy(cite => cite).ToDictionary();
        var carriers = pack.Coverage.ToLookup(entry => entry.Clause, entry => entry.Carriers);
        var live = new Dictionary<string, LiveCount>(StringComparer.Ordinal);
        foreach (var figure in counts.All)
        {
            if (await counts.FindAsync(figure.Name, division, cancellationToken) is { } count)
            {
                live[figure.Name] = count;
            }
        }

        var lines =
            from document in pack.Documents.Values
            where !document.IsNorm && document.SpeaksTo(division) && (filter.Document is null || filter.Document == document.Id)
            from clause in document.Clauses
            where (filter.Part is null || clause.Part.Zh == filter.Part) && (filter.Unit is null || clause.Actors.Contains(filter.Unit))
            let carried = carriers[clause.Citation].SelectMany(list => list).ToList()
            let owed = tasks[(document.Id, clause.Number)].ToList()
            let listed = measures[(document.Id, clause.Number)].ToList()
            let running = carried.Count(carrier => carrier is { Kind: "service", Status: "live" })
            let cited = rules.GetValueOrDefault(clause.Citation)
            let late = owed.Count(task => task.State is not (KeyTaskState.ClosedOut or KeyTaskState.Drafted) && task.Deadline < today)
            let broken = Broken(
                (cited + carried.Count == 0, "nowhere", "没有规则、服务、任务或指标", "no rule, service, task or indicator"),
                (cited > 0 && running == 0, "no-service", "有规则，还没有上线的服务", "a rule, and no service that is live"),
                (carried.Exists(carrier => carrier.Kind == "task") && owed.Count == 0, "no-task", "任务还没有进台账", "its task is not in the ledger"),
                (owed.Exists(task => task.State == KeyTaskState.ClosedOut && task.Proofs == 0), "closed-without-proof", "已核销的任务没有佐证", "a task was struck off without proof"),
                (late > 0, "late", "有逾期任务", "a task is late"),
                (listed.Exists(measure => measure.State == MeasureState.Listed), "rule-outstanding", "措施还没有实施细则", "a measure without its detailed rule"))
            where !filter.OnlyBroken || broken.Count > 0
            select new LoopLine(
                document.Id, clause.Number, new Words(clause.Title.Zh, clause.Title.En), clause.Part.Zh, clause.Actors, cited, running,
                carried.Count(carrier => carrier.Kind == "service") - running, carried.Count(carrier => carrier.Kind == "indicator"),
                owed.Count, owed.Count(task => task.State == KeyTaskState.ClosedOut), late, listed.Count,
                [.. carried.Where(carrier => carrier.Kind == "indicator").Select(carrier => live.GetValueOrDefault(carrier.Id)).OfType<LiveCount>()], broken);
        return [.. lines];
    }

    private static List<BrokenLink> Broken(params (bool IsSo, string Code, string Zh, string En)[] links) =>
        [.. links.Where(link => link.IsSo).Select(link => new BrokenLink(link.Code, new Words(link.Zh, link.En)))];
}
