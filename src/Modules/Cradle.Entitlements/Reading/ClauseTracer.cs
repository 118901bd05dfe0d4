using Cradle.Rules.Packs;

namespace Cradle.Entitlements.Reading;

/// <summary>Follows a clause to everything that carries it out.</summary>
public sealed class ClauseTracer(PolicyIndex index)
{
    public ClauseTrail Trace(PolicyDocument document, Clause clause)
    {
        var rules = index.RulesOf(clause.Citation);
        var coverage = index.CoverageOf(clause.Citation);
        var corresponding = index.CorrespondingTo(clause);
        var tasks = index.TasksOf(clause.Citation).Concat(corresponding.Where(other => !other.IsNorm).SelectMany(index.TasksOf)).Distinct().ToList();
        // the coverage repeats the rows of a responsibility matrix; where the clause has such a row, the row itself says more
        var hasRow = index.TasksOf(clause.Citation).Count > 0;
        var carriers = (coverage?.Carriers ?? []).Where(carrier => carrier.Kind != "task" || !hasRow).ToList();
        var trail = new ClauseTrail
        {
            Document = document,
            Clause = clause,
            Rules = rules,
            Cases = rules.ToDictionary(rule => rule.Rule.Id, rule => index.CasesOf(rule).Count),
            Services = [.. carriers.Where(carrier => carrier.Kind == "service")],
            Indicators = [.. carriers.Where(carrier => carrier.Kind == "indicator")],
            OtherTasks = [.. carriers.Where(carrier => carrier.Kind == "task")],
            Tasks = tasks,
            Corresponding = corresponding,
            Findings = [],
            VerifiedOn = coverage?.VerifiedOn,
        };
        return trail with { Findings = [.. Findings.Of(trail)] };
    }
}
