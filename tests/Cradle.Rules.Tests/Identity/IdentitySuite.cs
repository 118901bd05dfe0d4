using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;
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
    private const int RandomFamilies = 40;
    private const int Batch = 100;

    // What the interpreter says of families that are no random ones: once for all back ends.
    private static readonly Lazy<(Population Population, List<(DateOnly Day, HashSet<string> Quantities, int First, AnswerTable Expected)> Days)> WorkedCases = new(AnswerWorkedCases);
    private static readonly Lazy<(Population Population, List<(DateOnly Day, AnswerTable Expected)> Days)> PartlyKnown = new(AnswerPartlyKnown);
    private static readonly Lazy<Totals> ExpectedTotals = new(() =>
        new ReferenceEngine(RealPack.Policy).Run(PartlyKnown.Value.Population, new DateOnly(2026, 3, 1), new BatchRequest(Division: RealPack.Vocabulary.Find(EntityKind.Family, "residence")!)).Totals);

    /// <summary>How many random programs are tried.</summary>
    protected virtual int Programs => 2000;

    /// <summary>The days on which random programs are asked.</summary>
    protected virtual IReadOnlyList<DateOnly> Days => [new(2026, 3, 1)];

    internal abstract IBackEnd CreateBackEnd();

    [Fact]
    public async Task Every_family_of_a_worked_case_is_answered_as_by_the_interpreter()
    {
        var (population, days) = WorkedCases.Value;
        await using var backEnd = CreateBackEnd();
        await backEnd.LoadAsync(population);
        foreach (var (day, quantities, first, expected) in days)
        {
            var found = await backEnd.AnswerAsync(RealPack.Policy, day, quantities);
            AssertNone(expected.Differences(found, key => key.Rows == PopulationTable.Children ? population.Children.Offsets[first] : first), day, quantities);
        }
    }

    [Fact]
    public async Task Families_of_which_little_is_known_are_answered_as_by_the_interpreter()
    {
        var (population, days) = PartlyKnown.Value;
        await using var backEnd = CreateBackEnd();
        await backEnd.LoadAsync(population);
        foreach (var (day, expected) in days)
            AssertNone(expected.Differences(await backEnd.AnswerAsync(RealPack.Policy, day)), day, null);
    }

    [Fact]
    public async Task Random_programs_are_answered_as_by_the_interpreter()
    {
        var vocabulary = RandomPrograms.Compile([])!.Pack.Vocabulary;
        var population = PopulationOf([.. Enumerable.Range(0, RandomFamilies).Select(seed => RandomFamily.Make(vocabulary, seed))]);
        await using var backEnd = CreateBackEnd();
        await backEnd.LoadAsync(population);
        var seen = new Dictionary<OutcomeStatus, long>();
        Prop.ForAll(RandomPrograms.Batches(Batch), batch => Same(batch).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(Programs / Batch));
        // a generator that never comes to some answer would prove nothing about it
        Assert.All(Enum.GetValues<OutcomeStatus>(), status => Assert.True(seen.GetValueOrDefault(status) > 30, $"{status} came out {seen.GetValueOrDefault(status)} times only."));

        async Task<bool> Same(RandomProgram[] batch)
        {
            if (RandomPrograms.Compile(batch) is not { } policy)
                return true;
            foreach (var day in Days)
            {
                var result = new ReferenceEngine(policy).Run(population, day, BatchRequest.Everything);
                var expected = AnswerTable.Of(result, population);
                foreach (var status in Enum.GetValues<OutcomeStatus>())
                    seen[status] = seen.GetValueOrDefault(status) + result.Totals.Keys.Sum(key => result.Totals.Of(key).Count(status));
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

    /// <summary>Values of the nation, of provinces far apart, and of a city, which end and begin at different days; asked for by the day of the question and by a day of the family.</summary>
    [Theory]
    [InlineData("parameter(days, family.residence)")]
    [InlineData("parameter(days, family.residence, family.event_date)")]
    [InlineData("parameter(days)")]
    [InlineData("parameter(days, @2201)")]
    public async Task A_parameter_is_looked_up_by_place_and_day_as_by_the_interpreter(string value)
    {
        var policy = ParameterTests.Compile(value, "\n  - {in: [2201], from: 2025-03-01, until: 2026-06-30, value: 40 days, cites: [900/1]}\n  - {in: [62], from: 2021-01-01, value: 50 days, cites: [900/1]}");
        var places = new[] { "22", "2201", "220104", "2202", "62", "6210", "11", "" };
        var days = new[] { "2019-06-01", "2024-06-01", "2025-06-01", "2026-06-01", "2026-12-01", "" };
        var population = PopulationOf([.. from place in places
                                          from date in days
                                          select SmallPack.Family(policy, $$"""{{{(place.Length > 0 ? $"\"residence\":\"{place}\"," : "")}}{{(date.Length > 0 ? $"\"eventDate\":\"{date}\"," : "")}}"married":true}""", "2027-01-01")]);
        await using var backEnd = CreateBackEnd();
        await backEnd.LoadAsync(population);
        foreach (var day in new DateOnly[] { new(2019, 1, 1), new(2024, 1, 1), new(2025, 6, 1), new(2027, 1, 1) })
            await AssertSame(backEnd, policy, population, day, null);
    }

    [Fact]
    public async Task Totals_by_rule_and_division_are_those_of_the_interpreter()
    {
        var (population, day) = (PartlyKnown.Value.Population, new DateOnly(2026, 3, 1));
        var residence = RealPack.Vocabulary.Find(EntityKind.Family, "residence")!;
        await using var backEnd = CreateBackEnd();
        await backEnd.LoadAsync(population);
        var expected = ExpectedTotals.Value;
        var found = await backEnd.TotalsAsync(RealPack.Policy, day, residence);
        Assert.All(expected.Keys, key => Assert.True(expected.Of(key).SameAs(found.Of(found.Keys[key.Index])), key.ToString()));
        AssertSame(expected.ByRule.Select(item => ((item.Key.Index, (long)item.Rule), item.Tally)), found.ByRule.Select(item => ((item.Key.Index, (long)item.Rule), item.Tally)));
        AssertSame(expected.ByDivision.Select(item => ((item.Key.Index, item.Division), item.Tally)), found.ByDivision.Select(item => ((item.Key.Index, item.Division), item.Tally)));
    }

    private static (Population, List<(DateOnly, HashSet<string>, int, AnswerTable)>) AnswerWorkedCases()
    {
        var reader = new FamilyReader(RealPack.Vocabulary, RealPack.Divisions);
        var cases = RealPack.Pack.Cases.Select(@case => (@case.Quantity, reader.Read(@case.FamilyJson, DateOnly.MinValue).Facts)).Where(@case => @case.Facts is not null).OrderBy(@case => @case.Facts!.AsOf).ToList();
        var days = new List<(DateOnly, HashSet<string>, int, AnswerTable)>();
        // the families of a day stand together, so that the interpreter answers them alone
        var first = 0;
        foreach (var day in cases.GroupBy(@case => @case.Facts!.AsOf))
        {
            var alone = PopulationOf([.. day.Select(@case => @case.Facts!)]);
            days.Add((day.Key, day.Select(@case => @case.Quantity).ToHashSet(), first, AnswerTable.Of(new ReferenceEngine(RealPack.Policy).Run(alone, day.Key, BatchRequest.Everything), alone)));
            first += day.Count();
        }

        return (PopulationOf([.. cases.Select(@case => @case.Facts!)]), days);
    }

    private static (Population, List<(DateOnly, AnswerTable)>) AnswerPartlyKnown()
    {
        var population = PopulationOf([.. Enumerable.Range(0, Families).Select(seed => new FamilyGenerator(seed)).Select(generator => generator.Partly(generator.Whole()))]);
        DateOnly[] days = [new(2024, 2, 29), new(2026, 3, 1)];
        return (population, [.. days.Select(day => (day, AnswerTable.Of(new ReferenceEngine(RealPack.Policy).Run(population, day, BatchRequest.Everything), population)))]);
    }

    private static void AssertSame(IEnumerable<((int Key, long Group) Group, Tally Tally)> expected, IEnumerable<((int Key, long Group) Group, Tally Tally)> found)
    {
        var (left, right) = (expected.ToDictionary(item => item.Group, item => item.Tally), found.ToDictionary(item => item.Group, item => item.Tally));
        Assert.Equal(left.Keys.Order(), right.Keys.Order());
        Assert.All(left, item => Assert.True(item.Value.SameAs(right[item.Key]), item.Key.ToString()));
    }

    private static async Task AssertSame(IBackEnd backEnd, CompiledPolicy policy, Population population, DateOnly day, IReadOnlySet<string>? quantities)
    {
        var expected = new ReferenceEngine(policy).Run(population, day, BatchRequest.Everything, TestContext.Current.CancellationToken);
        var found = await backEnd.AnswerAsync(policy, day, quantities);
        AssertNone(AnswerTable.Of(expected, population).Differences(found), day, quantities);
    }

    private static void AssertNone(IEnumerable<(Populations.OutcomeKey Key, int Row, BatchAnswer Here, BatchAnswer There)> found, DateOnly day, IReadOnlySet<string>? quantities)
    {
        var differences = found.Where(item => quantities?.Contains(item.Key.Quantity.Header.Id) != false).Take(20)
            .Select(item => $"{day:yyyy-MM-dd} {item.Key} row {item.Row}: the interpreter says {item.Here}, this back end {item.There}").ToList();
        Assert.True(differences.Count == 0, string.Join(Environment.NewLine, differences));
    }

    private static Population PopulationOf(List<FamilyFacts> families)
    {
        var builder = new PopulationBuilder(families[0].Vocabulary);
        foreach (var family in families)
            builder.Add(family);
        return builder.Build();
    }
}
