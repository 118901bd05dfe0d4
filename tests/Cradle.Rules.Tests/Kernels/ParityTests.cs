using System.Globalization;
using System.Text.Json;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Kernels;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations;

namespace Cradle.Rules.Tests.Kernels;

public class ParityTests
{
    [Theory]
    [InlineData(KernelVariant.Vector)]
    [InlineData(KernelVariant.Scalar)]
    [InlineData(KernelVariant.Reference)]
    public void The_parity_set_of_the_shared_rules_has_no_mismatch(KernelVariant variant)
    {
        var folder = Path.Combine(Repository.Root, "..", "shared", "benchmarks", "rules");
        Assert.SkipUnless(Directory.Exists(folder), $"{folder} is not there; the smaller check below runs without it.");
        using var parameters = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "parameters.json")));
        var provinces = parameters.RootElement.GetProperty("provinces").EnumerateArray().Select(name => name.GetString()!).ToList();
        var codes = BenchmarkPack.Policy.Pack.Divisions.Where(division => division != 0).ToList();
        var households = File.ReadLines(Path.Combine(folder, "parity_5000.jsonl")).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var population = BenchmarkPack.PopulationOf(households.Select(household => Household(household, codes[provinces.IndexOf(household.GetProperty("province").GetString()!)])));
        var result = new KernelEngine(BenchmarkPack.Policy, variant).Run(population, BenchmarkPack.Day, BatchRequest.Everything, TestContext.Current.CancellationToken);

        Assert.Equal(5000, households.Count);
        var mismatches = households.Index().SelectMany(item => item.Item.GetProperty("expected").EnumerateObject().Select(output => (item.Index, output.Name, output.Value)))
            .Concat(households.SelectMany(household => household.GetProperty("children").EnumerateArray()).Index()
                .SelectMany(item => new[] { "age_months", "under_3" }.Select(name => (item.Index, name, item.Item.GetProperty(name)))))
            .Where(expected => Answer(BenchmarkPack.ColumnOf(result, expected.Item2), expected.Index) != Expected(expected.Item3, BenchmarkPack.ColumnOf(result, expected.Item2).Key))
            .Select(expected => $"{expected.Index} {expected.Item2}").ToList();
        Assert.Empty(mismatches);
    }

    [Fact]
    public void A_household_with_twins_a_difficult_birth_and_a_child_in_kindergarten_gets_what_is_worked_out_by_hand()
    {
        var population = BenchmarkPack.PopulationOf([BenchmarkPack.Household(
            province: 14,   // Shanxi: 158 days, 15 days for the father, 15 of childcare leave, a care fee of 200 yuan a month
            new Dictionary<string, bool> { ["registered_birth"] = true, ["difficult_birth"] = true, ["has_fund_account"] = false, ["mother_employed"] = true, ["father_employed"] = true },
            babies: 2,
            [(new DateOnly(2025, 6, 1), "none"), (new DateOnly(2025, 6, 1), "none"), (new DateOnly(2021, 3, 1), "public")])]);
        foreach (var variant in Enum.GetValues<KernelVariant>())
        {
            var result = new KernelEngine(BenchmarkPack.Policy, variant).Run(population, BenchmarkPack.Day, BatchRequest.Everything, TestContext.Current.CancellationToken);
            Assert.Equal(3, Answer(BenchmarkPack.ColumnOf(result, "n_children"), 0));
            Assert.Equal(188, Answer(BenchmarkPack.ColumnOf(result, "maternity_leave_days"), 0));         // 158 + 15 + 15
            Assert.Equal(30, Answer(BenchmarkPack.ColumnOf(result, "childcare_leave_days"), 0));          // 15 for each parent
            Assert.Equal(40_000, Answer(BenchmarkPack.ColumnOf(result, "infant_care_fee"), 0));           // 2 × 200 yuan
            Assert.Equal(60_000, Answer(BenchmarkPack.ColumnOf(result, "national_subsidy_month"), 0));    // 2 × 3600 yuan / 12
            Assert.Equal(130_000, Answer(BenchmarkPack.ColumnOf(result, "cash_month"), 0));               // 400 + 600 + 300 yuan
            Assert.Equal(0, Answer(BenchmarkPack.ColumnOf(result, "loan_uplift"), 0));                    // no account
            Assert.Equal([7L, 7L, 58L], Enumerable.Range(0, 3).Select(child => Answer(BenchmarkPack.ColumnOf(result, "age_months"), child)));
        }
    }

    [Theory]
    [InlineData(KernelVariant.Vector)]
    [InlineData(KernelVariant.Scalar)]
    [InlineData(KernelVariant.Reference)]
    public void Households_of_which_only_birth_dates_are_known_are_unknown_and_not_refused(KernelVariant variant)
    {
        var birth = BenchmarkPack.Vocabulary.Find(EntityKind.Child, "birth_date")!;
        var families = Enumerable.Range(0, 9).Select(number =>
        {
            var facts = new FamilyFacts(BenchmarkPack.Vocabulary, BenchmarkPack.Day) { Children = [] };
            facts.Children.Add(facts.New(EntityKind.Child));
            facts.Children[0].Set(birth.Slot, new DateOnly(2025, 8, 1).DayNumber + number);
            return facts;
        });
        var totals = new KernelEngine(BenchmarkPack.Policy, variant).Run(BenchmarkPack.PopulationOf(families), BenchmarkPack.Day, BatchRequest.TotalsOnly, TestContext.Current.CancellationToken).Totals;
        Assert.Equal(9, totals.Of(totals.Keys.Single(key => key.Quantity.Header.Id == "eligible-maternity")).Count(FourAnswers.Unknown));
        Assert.Equal(9, totals.Of(totals.Keys.Single(key => key.Quantity.Header.Id == "age-months")).Count(FourAnswers.Yes));
    }

    private static FamilyFacts Household(JsonElement household, int province) => BenchmarkPack.Household(
        province,
        new[] { "registered_birth", "difficult_birth", "has_fund_account", "mother_employed", "father_employed" }.ToDictionary(name => name, name => household.GetProperty(name).GetBoolean()),
        household.GetProperty("babies_last_birth").GetInt32(),
        household.GetProperty("children").EnumerateArray().Select(child => (
            DateOnly.ParseExact(child.GetProperty("birth_date").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture), child.GetProperty("kindergarten").GetString()!.ToLowerInvariant())));

    private static long Answer(OutcomeColumn column, int row) =>
        column.Key.Quantity.Header.ValueType is null ? column.Status(row) == OutcomeStatus.Entitled ? 1 : 0 : column.Value(row) ?? 0;

    private static long Expected(JsonElement value, OutcomeKey key) => value.ValueKind switch
    {
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        _ when key.Quantity.Header.ValueType?.Kind == Cradle.Rules.Binding.ValueKind.Money => (long)(value.GetDecimal() * 100),
        _ => value.GetInt64(),
    };
}
