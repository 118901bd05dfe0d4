using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Populations;
using Cradle.Rules.Tests.Packs;
using Cradle.Rules.Tests.Properties;

namespace Cradle.Rules.Tests.Identity;

/// <summary>What every back end must answer as the interpreter does: one suite, run by each.</summary>
public abstract class IdentitySuite
{
    private const int Families = 150;

    internal abstract IBackEnd CreateBackEnd();

    [Fact]
    public async Task Every_family_of_a_worked_case_is_answered_as_by_the_interpreter()
    {
        var reader = new FamilyReader(RealPack.Vocabulary, RealPack.Divisions);
        var families = RealPack.Pack.Cases.Select(@case => reader.Read(@case.FamilyJson, DateOnly.MinValue).Facts).OfType<FamilyFacts>().ToList();
        await using var backEnd = CreateBackEnd();
        await AssertSame(backEnd, RealPack.Policy, families, [.. families.Select(family => family.AsOf).Distinct().Order()]);
    }

    [Fact]
    public async Task Families_of_which_little_is_known_are_answered_as_by_the_interpreter()
    {
        var families = Enumerable.Range(0, Families).Select(seed => new FamilyGenerator(seed)).Select(generator => generator.Partly(generator.Whole())).ToList();
        await using var backEnd = CreateBackEnd();
        await AssertSame(backEnd, RealPack.Policy, families, [new DateOnly(2024, 2, 29), new DateOnly(2026, 3, 1)]);
    }

    private static async Task AssertSame(IBackEnd backEnd, CompiledPolicy policy, List<FamilyFacts> families, IReadOnlyList<DateOnly> days)
    {
        var population = PopulationOf(families);
        await backEnd.LoadAsync(population);
        foreach (var day in days)
        {
            var expected = new ReferenceEngine(policy).Run(population, day, BatchRequest.Everything, TestContext.Current.CancellationToken);
            var found = await backEnd.AnswerAsync(policy, day);
            var differences = AnswerTable.Of(expected, population).Differences(found).Take(20).Select(item =>
                $"{day:yyyy-MM-dd} {item.Key} row {item.Row}: the interpreter says {item.Here}, this back end {item.There}").ToList();
            Assert.True(differences.Count == 0, string.Join(Environment.NewLine, differences));
        }
    }

    private static Population PopulationOf(List<FamilyFacts> families)
    {
        var builder = new PopulationBuilder(families[0].Vocabulary);
        foreach (var family in families)
            builder.Add(family);
        return builder.Build();
    }
}
