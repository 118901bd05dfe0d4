using Cradle.Rules.Evaluation;
using Cradle.Rules.Explain;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;
using Cradle.Rules.Tests.Identity;
using Cradle.Rules.Tests.Packs;
using Cradle.Rules.Tests.Properties;
using FsCheck;
using FsCheck.Fluent;

namespace Cradle.Rules.Tests.Evaluation;

/// <summary>An evaluator keeps outcomes that many families share; whoever asks must not be able to tell.</summary>
public class KeptOutcomesTests
{
    private const int Families = 150;
    private const int Programs = 2000;
    private const int Batch = 100;

    [Fact]
    public void Every_family_of_a_worked_case_is_answered_as_if_it_were_the_first()
    {
        var reader = new FamilyReader(RealPack.Vocabulary, RealPack.Divisions);
        AssertSame(RealPack.Policy, [.. RealPack.Pack.Cases.Select(@case => reader.Read(@case.FamilyJson, DateOnly.MinValue).Facts).OfType<FamilyFacts>()]);
    }

    [Fact]
    public void Families_of_which_little_is_known_are_answered_as_if_each_were_the_first() =>
        AssertSame(RealPack.Policy, [.. Enumerable.Range(0, Families).Select(seed => new FamilyGenerator(seed)).Select(generator => generator.Partly(generator.Whole()))]);

    [Fact]
    public void Random_programs_answer_every_family_as_if_it_were_the_first()
    {
        var vocabulary = RandomPrograms.Compile([])!.Pack.Vocabulary;
        var families = Enumerable.Range(0, 40).Select(seed => RandomFamily.Make(vocabulary, seed)).ToList();
        var shared = 0;
        Prop.ForAll(RandomPrograms.Batches(Batch), batch =>
        {
            if (RandomPrograms.Compile(batch) is { } policy)
                shared += AssertSame(policy, families);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Programs / Batch));
        Assert.True(shared > Programs, $"Only {shared} outcomes were shared: nothing is proven.");
    }

    [Fact]
    public void Reasons_are_those_of_an_explainer_that_never_saw_another_family()
    {
        var reader = new FamilyReader(RealPack.Vocabulary, RealPack.Divisions);
        var families = RealPack.Pack.Cases.Select(@case => reader.Read(@case.FamilyJson, DateOnly.MinValue).Facts).OfType<FamilyFacts>().Take(Families)
            .Concat(Enumerable.Range(0, Families).Select(seed => new FamilyGenerator(seed)).Select(generator => generator.Partly(generator.Whole())));
        var evaluator = new Evaluator(RealPack.Policy);
        var experienced = new Explainer(evaluator, Language.English);
        foreach (var family in families)
        {
            var outcomes = evaluator.Evaluate(family).Outcomes;
            Assert.Equal(outcomes.Select(new Explainer(evaluator, Language.English).Reasons(family)), outcomes.Select(experienced.Reasons(family)));
        }
    }

    /// <summary>Compares all outcomes whole, and counts those that two families share.</summary>
    private static int AssertSame(CompiledPolicy policy, List<FamilyFacts> families)
    {
        var (keeping, fresh) = (new Evaluator(policy), new Evaluator(policy, keepsOutcomes: false));
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var shared = 0;
        var made = families.ConvertAll(family => Said(fresh.Evaluate(family)));
        foreach (var (family, expected) in families.Concat(families).Zip(made.Concat(made)))
        {
            var kept = keeping.Evaluate(family);
            var said = Said(kept);
            Assert.Equal(expected.Question, said.Question);
            Assert.Equal(expected.Outcomes, said.Outcomes);
            Assert.Equal(expected.Json, said.Json);
            shared += kept.Outcomes.Count(outcome => !seen.Add(outcome));
        }

        return shared;
    }

    private static (NextQuestion? Question, string Outcomes, byte[] Json) Said(Answer answer) =>
        (answer.NextQuestion, string.Join('\n', answer.Outcomes.Select(Whole)), AnswerWriter.Write(answer, [], Language.Chinese));

    /// <summary>Everything an outcome says; lists by their contents.</summary>
    private static string Whole(Cradle.Rules.Evaluation.Outcome outcome) =>
        $"{outcome.Header.Id} {outcome.IsDraft} {outcome.Parent} {outcome.AtLeast} {OutcomeKey.Show(outcome)} voices [{string.Join(", ", outcome.Voices.Select(rule => rule.Id))}]";
}
