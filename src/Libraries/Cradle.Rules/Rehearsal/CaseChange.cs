using Cradle.Primitives;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Rehearsal;

/// <summary>A worked case of the pack that would answer otherwise.</summary>
/// <param name="Case">The case.</param>
/// <param name="Now">Its outcome; null where there is none.</param>
/// <param name="After">The outcome with the reform; null where there is none.</param>
public sealed record CaseChange(WorkedCase Case, Outcome? Now, Outcome? After);

/// <summary>Asks the worked cases of the touched quantities again, as if the reform had been in force on their day.</summary>
public static class CaseChanges
{
    /// <summary>The cases whose outcome changes, in the order of the pack.</summary>
    /// <param name="now">The pack as it stands.</param>
    /// <param name="reform">The text of the reform, already found without errors.</param>
    /// <param name="name">The name of its file.</param>
    /// <param name="divisions">The divisions on file.</param>
    public static IReadOnlyList<CaseChange> Find(CompiledPolicy now, string reform, string name, DivisionCatalogue? divisions)
    {
        var reformed = ReformReader.Read(now.Pack, reform, name, always: true);
        var after = new CompiledPolicy(reformed.Pack);
        var touched = reformed.Reform!.Quantities.ToHashSet(StringComparer.Ordinal);
        var reader = new FamilyReader(now.Pack.Vocabulary, divisions);
        var changes = new List<CaseChange>();
        foreach (var item in now.Pack.Cases.Where(item => touched.Contains(item.Quantity)))
            if (reader.Read(item.FamilyJson, DateOnly.MinValue).Facts is { } facts)
                changes.AddRange(Differences(item, Outcomes(now, item, facts), Outcomes(after, item, facts)));
        return changes;
    }

    private static List<Outcome> Outcomes(CompiledPolicy policy, WorkedCase item, FamilyFacts facts) =>
        [.. new Evaluator(policy).Evaluate(policy.Quantities.First(quantity => quantity.Header.Id == item.Quantity), facts).Where(outcome => !outcome.IsDraft)];

    private static IEnumerable<CaseChange> Differences(WorkedCase item, List<Outcome> now, List<Outcome> after)
    {
        foreach (var outcome in after)
            if (SeenOutcome.Same(now, outcome) is var was && was?.Answer != outcome.Answer)
                yield return new CaseChange(item, was, outcome);
        foreach (var outcome in now)
            if (SeenOutcome.Same(after, outcome) is null)
                yield return new CaseChange(item, outcome, null);
    }
}
