using Cradle.Rules.Populations.Files;
using Cradle.Rules.Populations.Synthetic;
using Cradle.Rules.Rehearsal;
using Cradle.Rules.Syntax;
using Cradle.Rules.Tests.Packs;
using Cradle.Rules.Tests.Properties;

namespace Cradle.Rules.Tests.Rehearsal;

public class RehearsalRunTests
{
    private static readonly RehearsalOptions Options = new() { AsOf = Village.Day("2027-01-01"), Years = 2, BlockSize = 64, Threads = 2 };

    [Fact]
    public void Missing_facts_are_bounded_apart_and_never_zero()
    {
        // the mother's work is not known: from 1 January to 1 December 12 × 200 at most, nothing at least
        var family = Village.Family("open", """{"residence": "220104", "mother": {"employerDivision": "220104"}, "father": {"employment": "none"}, "children": [{"birthDate": "2026-03-01", "registered": true}]}""");

        var report = Village.Rehearse(Village.Example("jilin-care-fee-200"), Village.Of(family));

        var fee = Village.QuantityOf(report, "employer-infant-care-fee").Whole.After;
        Assert.Equal((0, 0, 240_000, 1), (fee.Amount, fee.UnknownLow, fee.UnknownHigh, fee.Unknown));
        Assert.Equal((0, 0, 1), (Village.Money(report).Gain, Village.Money(report).Stay, Village.Money(report).Undecided));
    }

    [Fact]
    public void A_sample_is_scaled_to_the_place_and_rounded_once()
    {
        var child = """{"residence": "220104", "children": [{"birthDate": "2024-07-20", "birthOrder": 1, "householdRegistration": "220104"}]}""";
        var population = new FamilyList(new PopulationHeader { Scale = new SampleScale(10, 3) }, [Village.Family("one", child, weight: 2)]);

        var report = Village.Rehearse(Village.Example("national-allowance-5000"), population);

        // 7 months of 5,000 a year are 35,000 ÷ 12 yuan; twice, times 10 ÷ 3: 700,000 ÷ 36 = 19,444.444… → 19,444.44
        Assert.Equal(1_944_444, Village.QuantityOf(report, "child-allowance-national").Whole.After.Due);
        Assert.Equal(7, report.Families);   // 20 ÷ 3 = 6.67
    }

    [Fact]
    public void First_births_come_again_every_year_and_further_ones_by_their_rate()
    {
        string First(string birth) => $$"""{"residence": "220104", "children": [{"birthDate": "{{birth}}", "birthOrder": 1, "householdRegistration": "220104"}]}""";
        // one first birth in 2026 and two families with a child of 2024, of which none had another: no further birth has a rate
        var population = Village.Of(Village.Family("new", First("2026-05-15")), Village.Family("a", First("2024-05-15")), Village.Family("b", First("2024-05-15")));

        var report = Village.Rehearse(Village.Example("national-allowance-5000"), population, Options);

        Assert.Equal([1L, 1L], report.Years.Select(year => year.Births));
        // 2027: the child of 2026 12 months; a and b January to May, 5 each; one born 15 May 2027 from June, 7: 29 months × 300
        Assert.Equal(29 * 30_000, Village.QuantityOf(report, "child-allowance-national").Whole.Now.Due);
        // 2028: 12 and 12, and one born 15 May 2028, 7: 31 months
        Assert.Equal(31 * 30_000, Village.QuantityOf(report, "child-allowance-national", year: 2).Whole.Now.Due);
    }

    [Fact]
    public void A_rate_of_further_births_is_births_over_the_families_that_could_have_them()
    {
        // on 1 January 2026 four families had one child under ten; one of them had a second in 2026
        string Family(string children) => $$"""{"residence": "22", "children": [{{children}}]}""";
        var population = Village.Of(
            Village.Family("1", Family("""{"birthDate": "2020-01-01"}, {"birthDate": "2026-04-01"}""")), Village.Family("2", Family("""{"birthDate": "2021-01-01"}""")),
            Village.Family("3", Family("""{"birthDate": "2022-01-01"}""")), Village.Family("4", Family("""{"birthDate": "2023-01-01"}""")),
            Village.Family("old", Family("""{"birthDate": "2012-01-01"}""")));

        var rates = BirthRates.Of(population.Read(RealPack.Vocabulary, TestContext.Current.CancellationToken), RealPack.Vocabulary, Village.Day("2027-01-01"), TestContext.Current.CancellationToken);

        Assert.Equal((1, 4), rates[2]);
        Assert.Equal(0, rates[1].Births);
    }

    [Fact]
    public void A_run_that_is_stopped_goes_on_to_the_same_figures()
    {
        var run = Run(Synthetic(400));
        var whole = new RehearsalTotals();
        run.Observe(whole, cancellation: TestContext.Current.CancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var part = new RehearsalTotals();
        Assert.ThrowsAny<OperationCanceledException>(() => run.Observe(part, blockDone: totals => { if (totals.Families >= 128) stop.Cancel(); }, cancellation: stop.Token));
        Assert.InRange(part.Families, 128, 200);

        var path = Path.Combine(Directory.CreateTempSubdirectory("cradle-state-").FullName, "state.json");
        RehearsalState.Save(path, "key", part);
        var resumed = RehearsalState.Load(path, "key");
        run.Observe(resumed, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(Figures(run, whole), Figures(run, resumed));
        Assert.Throws<InvalidDataException>(() => RehearsalState.Load(path, "another"));
    }

    [Fact]
    public void The_number_of_threads_and_the_size_of_blocks_change_no_figure()
    {
        var (one, other) = (Run(Synthetic(300)), Run(Synthetic(300), Options with { Threads = 1, BlockSize = 1000 }));
        var (totals, others) = (new RehearsalTotals(), new RehearsalTotals());
        one.Observe(totals, cancellation: TestContext.Current.CancellationToken);
        other.Observe(others, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(Figures(one, totals), Figures(other, others));
    }

    [Theory]
    [InlineData("jilin-care-fee-200")]
    [InlineData("jilin-parental-leave-30")]
    [InlineData("national-allowance-5000")]
    public void Compiled_code_comes_to_the_figures_of_the_interpreter(string example)
    {
        var families = Synthetic(150).Read(RealPack.Vocabulary, TestContext.Current.CancellationToken)
            .Concat(Enumerable.Range(0, 60).Select(seed => new FamilyGenerator(seed)).Select((generator, index) => new FamilyRecord($"r{index}", generator.Partly(generator.Whole()), index % 3 + 1)));
        var population = new FamilyList(new PopulationHeader(), [.. families]);
        var (compiled, interpreted) = (RunOf(true), RunOf(false));
        var (found, expected) = (new RehearsalTotals(), new RehearsalTotals());
        compiled.Observe(found, cancellation: TestContext.Current.CancellationToken);
        interpreted.Observe(expected, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(Figures(interpreted, expected), Figures(compiled, found));
        Assert.Equal(Stored(expected), Stored(found));

        RehearsalRun RunOf(bool isCompiled) => new(RealPack.Policy, Village.Reformed(Village.Example(example)), population, Options with { Years = 1, BlockSize = 128, IsCompiled = isCompiled });
    }

    [Theory]
    [InlineData("CR702", "parental-leaf", "jl.parental-leave", "30 days", 6)]
    [InlineData("CR705", "parental-leave", "jl.parental-leaf", "30 days", 8)]
    [InlineData("CR204", "parental-leave", "jl.parental-leave", "30 yuan", 9)]
    public void A_reform_with_an_error_names_line_and_code(string code, string quantity, string rule, string value, int line)
    {
        var text = $"reform: x\nlabel: {{zh: 试, en: try}}\nabout: {{zh: 试, en: try}}\nfrom: 2027-01-01\nchanges:\n  - quantity: {quantity}\n    change:\n      - rule: {rule}\n        value: {value}\n";

        var finding = ReformReader.Read(RealPack.Pack, text, "reform.yaml").Pack.Diagnostics.First(item => item.Severity == Severity.Error);

        Assert.Equal((code, line, "reform.yaml"), (finding.Code, finding.Position.Line, finding.Position.File));
        Assert.NotEmpty(finding.Remedy);
    }

    [Fact]
    public void Two_rules_that_differ_without_rank_are_a_new_conflict()
    {
        const string Text = "reform: x\nlabel: {zh: 试, en: try}\nabout: {zh: 试, en: try}\nfrom: 2027-01-01\nchanges:\n  - quantity: infant-care-tax-deduction\n    add:\n      - {id: jl.infant-care-tax-deduction, at: \"22\", strength: must, value: 2500 yuan/month}\n";
        var family = Village.Family("f", """{"residence": "220104", "children": [{"birthDate": "2025-08-15"}]}""");

        var report = Village.Rehearse(Text, Village.Of(family));

        var conflict = Assert.Single(report.NewConflicts);
        Assert.Equal(("f", "children[0]"), (conflict.Id, conflict.Instance));
        Assert.Contains("jl.infant-care-tax-deduction", conflict.Rules);
        Assert.Equal(1, Village.QuantityOf(report, "infant-care-tax-deduction").Whole.After.Conflicts);
        Assert.Contains(ReformReview.Check(RealPack.Pack, Village.Reformed(Text), new RehearsalCalendar(Village.Day("2027-01-01"), 1)), finding => finding.Code == "CR534");
    }

    private static SyntheticPopulation Synthetic(int families) => new(
        new SyntheticRequest(22, families, Village.Day("2026-12-31"), 3), BirthSeries.Load(Repository.PathOf("data", "facts"), RealPack.Divisions),
        SyntheticAssumptions.Load(Repository.PathOf("data", "synthetic", "assumptions.yaml")), RealPack.Divisions);

    private static RehearsalRun Run(PopulationSource population, RehearsalOptions? options = null) => new(RealPack.Policy, Village.Reformed(Village.Example("jilin-care-fee-200")), population, options ?? Options);

    // the whole state, sorted: sums are kept in the order in which they first come up
    private static IEnumerable<string> Stored(RehearsalTotals totals) => totals.Tallies
        .Select(pair => $"{pair.Key}: {pair.Value.Due} {pair.Value.Offered} {pair.Value.UnknownLow} {pair.Value.UnknownHigh} {pair.Value.Recipients} {pair.Value.Unknown} {pair.Value.Unbounded} {pair.Value.Conflicts}")
        .Concat(totals.Transitions.Select(pair => $"{pair.Key}: {pair.Value}"))
        .Concat(totals.Changes.Select(pair => $"{pair.Key}: {pair.Value.Stay} {pair.Value.Undecided} {string.Join(' ', pair.Value.Distribution.Bins)}")).Order(StringComparer.Ordinal);

    private static string Figures(RehearsalRun run, RehearsalTotals totals) =>
        string.Join('\n', new ReportTables(new ReportBuilder(run, totals).Build(), Cradle.Rules.Packs.Language.English, _ => null).All().SelectMany(table => table.Rows.Select(row => string.Join('|', row))));
}
