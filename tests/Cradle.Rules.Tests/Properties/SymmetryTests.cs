using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;
using Cradle.Rules.Tests.Packs;

namespace Cradle.Rules.Tests.Properties;

/// <summary>What must not matter to an answer: the order in which children are listed, and that it was asked before.</summary>
public class SymmetryTests
{
    private const int Families = 300;

    private static readonly Evaluator Evaluator = new(RealPack.Policy);

    [Fact]
    public void Listing_the_children_in_another_order_changes_nothing_but_their_numbers()
    {
        var violations = new Violations();
        var turned = 0;
        for (var seed = 0; seed < Families; seed++)
        {
            var generator = new FamilyGenerator(seed);
            var known = generator.Partly(generator.Whole());
            if (known.Children is not { Count: > 1 } children)
                continue;
            AlikeTwins(children, known.Vocabulary);
            turned++;
            var other = known.Copy();
            other.Children!.Reverse();
            var before = Evaluator.Evaluate(known);
            var after = Evaluator.Evaluate(other);

            Assert.Equal(before.NextQuestion?.Settles, after.NextQuestion?.Settles);
            Compare(before, after, known, other, seed, violations);
        }

        Assert.True(turned > Families / 4, $"Only {turned} families had several children.");
        violations.AssertNone();
    }

    [Fact]
    public void Asking_twice_gives_the_same_bytes()
    {
        for (var seed = 0; seed < Families / 3; seed++)
        {
            var generator = new FamilyGenerator(seed);
            var known = generator.Partly(generator.Whole());

            var first = AnswerWriter.Write(Evaluator.Evaluate(known), [], Language.Chinese);
            var second = AnswerWriter.Write(new Evaluator(RealPack.Policy).Evaluate(known.Copy()), [], Language.Chinese);

            Assert.True(first.AsSpan().SequenceEqual(second), $"seed {seed}");
        }
    }

    private static void Compare(Answer before, Answer after, FamilyFacts known, FamilyFacts other, int seed, Violations violations)
    {
        Assert.Equal(before.Outcomes.Count, after.Outcomes.Count);
        var turned = after.Outcomes.ToLookup(outcome => Said(outcome, other));
        foreach (var outcome in before.Outcomes)
            if (!turned[Said(outcome, known)].Any())
                violations.Add(outcome, seed, $"{OutcomeKey.Show(outcome)} has no counterpart");
    }

    /// <summary>What an outcome says, with every child named by its birth date and order instead of its index.</summary>
    private static string Said(Outcome outcome, FamilyFacts facts) => string.Join('|',
        outcome.Header.Id, outcome.Beneficiary, outcome.IsDraft, outcome.Answer, outcome.Rule?.Id,
        outcome.Child is { } child ? Name(child, facts) : "",
        string.Join(',', outcome.Missing.Select(path => path.Root == PathRoot.Child ? $"{Name(path.Index, facts)}.{path.Fact}" : path.ToString()).Order(StringComparer.Ordinal)));

    private static string Name(int child, FamilyFacts facts) =>
        string.Join(',', facts.Vocabulary.FactsOf(EntityKind.Child).Select(fact => facts.Children![child].TryGet(fact.Slot, out var value) ? $"{value}" : "?"));

    /// <summary>Of twins the one listed first stands for the birth; so that the order cannot matter they are told of alike.</summary>
    private static void AlikeTwins(List<EntityFacts> children, Vocabulary vocabulary)
    {
        var birth = vocabulary.Find(EntityKind.Child, "birth_date")!;
        for (var index = 1; index < children.Count; index++)
            if (children[index].TryGet(birth.Slot, out var own) && children[index - 1].TryGet(birth.Slot, out var earlier) && own == earlier)
                children[index] = children[index - 1].Copy();
    }
}
