using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Explain;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;
using Cradle.Rules.Review;
using Cradle.Rules.Tests.Packs;

namespace Cradle.Rules.Tests.Properties;

/// <summary>What would change an answer is found on one family that remembers; trying every fact on a new copy of it must find the same.</summary>
public class ChangesTests
{
    private const int Families = 30;

    private static readonly Evaluator Evaluator = new(RealPack.Policy);

    // keeps nothing from one try to the next
    private static readonly Evaluator Plain = new(RealPack.Policy, keepsOutcomes: false);

    [Fact]
    public void Changes_are_those_that_trying_every_fact_on_a_copy_finds()
    {
        var finder = new ChangeFinder(Evaluator, new RuleRenderer(RealPack.Vocabulary, Language.English));
        var violations = new Violations();
        var found = 0;
        for (var seed = 0; seed < Families; seed++)
        {
            var generator = new FamilyGenerator(seed);
            var family = generator.Partly(generator.Whole());
            var trial = finder.TrialOf(family);
            foreach (var outcome in Evaluator.Evaluate(family).Outcomes)
            {
                var changes = finder.Changes(outcome, Evaluator.FrameOf(outcome, family), trial).Select(Show).ToList();
                var expected = ByCopies(outcome, family).Select(Show).ToList();
                found += changes.Count;
                if (!changes.SequenceEqual(expected))
                    violations.Add(outcome, seed, $"{OutcomeKey.Show(outcome)}: {string.Join("; ", changes.Except(expected))} instead of {string.Join("; ", expected.Except(changes))}");
            }
        }

        violations.AssertNone();
        Assert.NotEqual(0, found);
    }

    [Fact]
    public void Trying_leaves_the_family_as_it_was()
    {
        var generator = new FamilyGenerator(1);
        var family = generator.Partly(generator.Whole());
        var explanations = new Explainer(Evaluator, Language.English).Explanations(family);
        var outcomes = Evaluator.Evaluate(family).Outcomes;

        var first = outcomes.Select(outcome => Text(explanations(outcome))).ToList();

        Assert.Equal(first, outcomes.Select(outcome => Text(explanations(outcome))));
        Assert.Equal(outcomes.Select(outcome => outcome.Answer), Evaluator.Evaluate(family).Outcomes.Select(outcome => outcome.Answer));
    }

    [Fact]
    public void What_nodes_read_is_what_a_walk_of_them_names()
    {
        for (var seed = 0; seed < Families; seed++)
        {
            var generator = new FamilyGenerator(seed);
            var frame = new Frame(generator.Partly(generator.Whole())) { ChildIndex = 0 };
            foreach (var quantity in RealPack.Policy.Quantities)
            {
                var nodes = RuleNodes.Of(quantity.Quantity).ToList();

                Assert.Equal(nodes.SelectMany(node => FactWalk.Of(node, frame)).DistinctBy(read => read.Path), new FactReads(nodes).In(frame));
            }
        }
    }

    private static IEnumerable<(FactPath Path, long Value, Outcome After)> ByCopies(Outcome outcome, FamilyFacts family)
    {
        var quantity = RealPack.Policy.Quantities.Single(item => item.Header.Id == outcome.Header.Id);
        var frame = Evaluator.FrameOf(outcome, family);
        var nodes = quantity.Quantity.Rules.Where(rule => rule.IsDraft == outcome.IsDraft)
            .SelectMany(rule => new Node?[] { rule.When, rule.Value }.Concat((rule.Table?.Rows ?? []).Select(row => row.When)));
        foreach (var (path, type) in nodes.SelectMany(node => FactWalk.Of(node, frame)).Where(read => read.Path.Fact is not null).DistinctBy(read => read.Path))
            for (var value = 0; value < (type.Kind switch { ValueKind.Bool => 2, ValueKind.Enum => type.Enumeration!.Members.Count, _ => 0 }); value++)
                if (With(quantity, outcome, family.Copy(), path, value) is { } after && after.Answer != outcome.Answer && after.Status != OutcomeStatus.Unknown)
                    yield return (path, value, after);
    }

    private static Outcome? With(CompiledQuantity quantity, Outcome outcome, FamilyFacts changed, FactPath path, long value)
    {
        if (FactWalk.Entity(path, changed) is not { } entity || entity.TryGet(path.Fact!.Slot, out var known) && known == value)
            return null;
        entity.Set(path.Fact!.Slot, value);
        return Plain.Evaluate(quantity, changed).FirstOrDefault(other => other.IsDraft == outcome.IsDraft && other.Child == outcome.Child && other.Parent == outcome.Parent);
    }

    private static string Show((FactPath Path, long Value, Outcome After) change) =>
        $"{change.Path} = {change.Value}: {change.After.Answer} by {change.After.Rule?.Id}, {string.Join(' ', change.After.Voices.Select(voice => voice.Id))}, at least {change.After.AtLeast}";

    private static string Text(Explanation explanation) =>
        string.Join('\n', [explanation.Sentence, explanation.Because, .. explanation.Steps.Select(step => $"{step.Title} {step.Detail}"), .. explanation.Changes.Select(change => $"{change.If} {change.Then}")]);
}
