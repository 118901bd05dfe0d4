using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Tests.Packs;

namespace Cradle.Rules.Tests.Properties;

/// <summary>What knowing more may do to an answer, over the real packs and families of every region.</summary>
public class KnowledgeTests
{
    private const int Families = 300;
    private const int MostTried = 64;

    private static readonly Evaluator Evaluator = new(RealPack.Policy);

    [Fact]
    public void A_settled_answer_stands_when_another_fact_is_stated()
    {
        var violations = new Violations();
        for (var seed = 0; seed < Families; seed++)
        {
            var generator = new FamilyGenerator(seed);
            var whole = generator.Whole();
            var known = generator.Partly(whole);
            var before = OutcomeKey.Index(Evaluator.Evaluate(known).Outcomes);
            foreach (var path in Hidden(known, whole))
            {
                FactList.State(path, known, whole);
                var after = OutcomeKey.Index(Evaluator.Evaluate(known).Outcomes);
                foreach (var (key, was) in before.Where(pair => pair.Value.Status != OutcomeStatus.Unknown))
                    if (after.TryGetValue(key, out var now) && (now.Status, now.Value) != (was.Status, was.Value) && !(IsOpen(was) && was.AtLeast && now.Status == was.Status && now.Value > was.Value))
                        violations.Add(was, seed, $"{path} turned {OutcomeKey.Show(was)} into {OutcomeKey.Show(now)}");
                before = after;
            }
        }

        violations.AssertNone();
    }

    [Fact]
    public void Bounds_of_an_unknown_answer_hold_the_value_once_everything_is_known()
    {
        var violations = new Violations();
        for (var seed = 0; seed < Families; seed++)
        {
            var generator = new FamilyGenerator(seed);
            var whole = generator.Whole();
            var answers = OutcomeKey.Index(Evaluator.Evaluate(whole).Outcomes);
            for (var round = 0; round < 5; round++)
                foreach (var outcome in Evaluator.Evaluate(generator.Partly(whole)).Outcomes)
                    if (outcome is { Status: OutcomeStatus.Unknown, Bounds: var (low, high) } && answers.TryGetValue(OutcomeKey.Of(outcome), out var settled)
                        && (settled.Value ?? (settled.Status == OutcomeStatus.NotEntitled ? 0 : low)) is var value && (value < low || value > high))
                        violations.Add(outcome, seed, $"{OutcomeKey.Show(outcome)} became {OutcomeKey.Show(settled)}");
        }

        violations.AssertNone();
    }

    [Fact]
    public void Stating_what_is_missing_brings_an_unknown_answer_forward()
    {
        var violations = new Violations();
        for (var seed = 0; seed < Families; seed++)
        {
            var generator = new FamilyGenerator(seed);
            var whole = generator.Whole();
            var known = generator.Partly(whole);
            foreach (var outcome in Evaluator.Evaluate(known).Outcomes.Where(outcome => outcome.Status == OutcomeStatus.Unknown))
            {
                if (outcome.Missing.Count == 0)
                {
                    violations.Add(outcome, seed, $"nothing is missing: {OutcomeKey.Show(outcome)}");
                    continue;
                }

                var more = known.Copy();
                foreach (var path in outcome.Missing)
                    FactList.State(path, more, whole);
                var quantity = RealPack.Policy.Quantities.Single(item => item.Header == outcome.Header);
                var after = Evaluator.Evaluate(quantity, more).SingleOrDefault(other => OutcomeKey.Of(other) == OutcomeKey.Of(outcome));
                if (after is { Status: OutcomeStatus.Unknown } && after.Missing.Intersect(outcome.Missing).Any())
                    violations.Add(outcome, seed, $"{OutcomeKey.Show(outcome)} is still {OutcomeKey.Show(after)}");
            }
        }

        violations.AssertNone();
    }

    /// <summary>The exact possibilities are found by trying every value: an unknown must have two answers at least, and its bounds must be those of its values.</summary>
    [Fact]
    public void An_answer_that_waits_for_choices_has_two_possible_answers_and_the_bounds_of_all()
    {
        var violations = new Violations();
        var tried = 0;
        for (var seed = 0; seed < Families; seed++)
        {
            var generator = new FamilyGenerator(seed);
            var whole = generator.Whole();
            for (var round = 0; round < 3; round++)
            {
                var known = generator.Partly(whole);
                foreach (var outcome in Evaluator.Evaluate(known).Outcomes.Where(WaitsForChoices))
                {
                    tried++;
                    var possible = Possible(outcome, known);
                    if (possible.Exists(other => other.Status == OutcomeStatus.Unknown))
                        continue;   // an answer leads to further questions; then the bounds rest on these too
                    if (possible.TrueForAll(other => (other.Status, other.Value) == (possible[0].Status, possible[0].Value)))
                        violations.Add(outcome, seed, $"needless: {OutcomeKey.Show(outcome)} is {OutcomeKey.Show(possible[0])} whatever the answer");
                    var values = possible.ConvertAll(other => other.Value ?? (other.Status == OutcomeStatus.NotEntitled ? 0 : null));
                    if (!IsOpen(outcome) && outcome.Bounds is var (low, high) && values.TrueForAll(value => value is not null) && (low, high) != (values.Min(), values.Max()))
                        violations.Add(outcome, seed, $"loose: {OutcomeKey.Show(outcome)} is {values.Min()}..{values.Max()}");
                }
            }
        }

        Assert.True(tried > 1000, $"Only {tried} outcomes waited for choices.");
        violations.AssertNone();
    }

    private static List<FactPath> Hidden(FamilyFacts known, FamilyFacts whole)
    {
        var lists = new List<FactPath>();
        if (known.Children is null)
            lists.Add(FactPath.Children);
        if (known.MotherElders is null)
            lists.Add(new FactPath(null, PathRoot.Mother, 0));
        if (known.FatherElders is null)
            lists.Add(new FactPath(null, PathRoot.Father, 0));
        return [.. lists, .. FactList.Of(whole).Except(FactList.Of(known))];
    }

    /// <summary>What extends it waits for facts of its own and can only add to it.</summary>
    private static bool IsOpen(Outcome outcome) => outcome.Extension is { Status: OutcomeStatus.Unknown };

    private static bool WaitsForChoices(Outcome outcome) =>
        outcome.Status == OutcomeStatus.Unknown && outcome.Missing.Count > 0
        && outcome.Missing.Aggregate(1, (product, path) => Math.Min(MostTried + 1, product * Choices(path))) <= MostTried;

    /// <summary>How many answers a question has; for a figure, a date or a list more than can be tried.</summary>
    private static int Choices(FactPath path) => path.Fact?.Type.Kind switch
    {
        ValueKind.Bool => 2,
        ValueKind.Enum => path.Fact.Type.Enumeration!.Members.Count,
        _ => MostTried + 1,
    };

    private static List<Outcome> Possible(Outcome outcome, FamilyFacts known)
    {
        var quantity = RealPack.Policy.Quantities.Single(item => item.Header == outcome.Header);
        var families = new List<FamilyFacts> { known };
        foreach (var path in outcome.Missing)
            families = [.. families.SelectMany(family => Enumerable.Range(0, Choices(path)).Select(value => With(family, path, value)))];
        return [.. families.SelectMany(family => Evaluator.Evaluate(quantity, family)).Where(other => OutcomeKey.Of(other) == OutcomeKey.Of(outcome))];
    }

    private static FamilyFacts With(FamilyFacts family, FactPath path, long value)
    {
        var changed = family.Copy();
        FactList.EntityOf(path, changed)!.Set(path.Fact!.Slot, value);
        return changed;
    }
}
