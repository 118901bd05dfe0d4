using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Populations;
using Cradle.Rules.Tests.Packs;
using Cradle.Rules.Tests.Properties;
using FsCheck;
using FsCheck.Fluent;

namespace Cradle.Rules.Tests.Identity;

/// <summary>What every back end must answer as the interpreter does: one suite, run by each.</summary>
public abstract class IdentitySuite
{
    private const int Families = 150;
    private const int RandomFamilies = 120;
    private const int Programs = 2000;
    private const int Batch = 100;

    private static readonly DateOnly[] Days = [new(2026, 3, 1)];

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

    [Fact]
    public async Task Random_programs_are_answered_as_by_the_interpreter()
    {
        var vocabulary = RandomPrograms.Compile([])!.Pack.Vocabulary;
        var population = PopulationOf([.. Enumerable.Range(0, RandomFamilies).Select(seed => RandomFamily.Make(vocabulary, seed))]);
        await using var backEnd = CreateBackEnd();
        await backEnd.LoadAsync(population);
        Prop.ForAll(RandomPrograms.Batches(Batch), batch => Same(batch).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(Programs / Batch));

        async Task<bool> Same(RandomProgram[] batch)
        {
            if (RandomPrograms.Compile(batch) is not { } policy)
                return true;
            foreach (var day in Days)
            {
                var expected = AnswerTable.Of(new ReferenceEngine(policy).Run(population, day, BatchRequest.Everything), population);
                var differences = expected.Differences(await backEnd.AnswerAsync(policy, day)).Take(3).ToList();
                if (differences.Count == 0)
                    continue;
                if (batch.Length > 1)
                    return false;
                throw new InvalidOperationException($"{day:yyyy-MM-dd}: {string.Join("; ", differences.Select(item => $"{item.Key} row {item.Row}: {item.Here}, not {item.There}"))}");
            }

            return true;
        }
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
