using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations.Files;
using Cradle.Rules.Rehearsal;
using Cradle.Rules.Syntax;
using Cradle.Rules.Tests.Packs;

namespace Cradle.Rules.Tests.Rehearsal;

/// <summary>A reform that sets a figure and leaves the rules as they are.</summary>
public class ParameterReformTests
{
    private const string Fee = """
        parameter: fee
        label: {zh: 补贴, en: fee}
        unit: CNY/month
        values:
          - {from: 2020-01-01, value: 100 yuan/month, cites: [900/1]}
          - {in: [22], from: 2026-07-01, value: 150 yuan/month, cites: [900/1]}
        """;

    private const string Unread = """
        parameter: unread
        label: {zh: 无, en: unread}
        unit: day
        values:
          - {from: 2020-01-01, value: 3 days, cites: [900/1]}
        """;

    private static readonly PolicyPack Pack = SmallPack.Load(
        ("00-national/leave/thing.yaml", SmallPack.Quantity("replace", "cn.a | value: 'parameter(fee, family.residence)'", SmallPack.Header(unit: "CNY/month")).Replace("kind: leave", "kind: payment", StringComparison.Ordinal)),
        ("00-national/leave/fee.parameter.yaml", Fee), ("00-national/leave/unread.parameter.yaml", Unread));

    private static readonly CompiledPolicy Policy = new(Pack);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_province_pays_more_from_the_day_of_the_reform_and_the_others_as_before(bool isCompiled)
    {
        var run = new RehearsalRun(Policy, Reformed("- {in: [22], value: 200 yuan/month}"), Families("""{"residence": "2201"}""", """{"residence": "62"}""", """{"married": true}"""),
            new RehearsalOptions { AsOf = Village.Day("2027-01-01"), ProjectBirths = false, IsCompiled = isCompiled });
        var totals = new RehearsalTotals();
        run.Observe(totals, cancellation: TestContext.Current.CancellationToken);
        var report = new ReportBuilder(run, totals).Build();

        // Jilin: now 12 × 150 = 1,800; after 3 × 150 + 9 × 200 = 2,250 yuan; Gansu 12 × 100 = 1,200 both times
        var thing = Village.QuantityOf(report, "thing");
        Assert.Equal((300_000, 345_000), (thing.Whole.Now.Due, thing.Whole.After.Due));
        // the family of which no place is known waits for it in both worlds
        Assert.Equal((1, 0, 1, 1), (Village.Money(report).Gain, Village.Money(report).Lose, Village.Money(report).Stay, Village.Money(report).Undecided));
        Assert.Equal(["cn.a"], report.Reform.Changes.Select(change => change.Old!.Id));
    }

    [Fact]
    public void A_worked_case_of_any_day_is_asked_as_if_the_figure_had_always_been_so()
    {
        var always = new CompiledPolicy(ReformReader.Read(Pack, Text("- {in: [22], value: 200 yuan/month}"), "reform.yaml", always: true).Pack);

        Assert.Equal(20_000, Assert.Single(SmallPack.Evaluate(always, """{"residence": "2201"}""", "2021-06-01")).Value);
        Assert.Equal(10_000, Assert.Single(SmallPack.Evaluate(always, """{"residence": "62"}""", "2021-06-01")).Value);
    }

    [Fact]
    public void A_figure_with_dates_of_its_own_begins_later_and_a_later_one_of_the_pack_still_takes_over()
    {
        var later = new CompiledPolicy(Reformed("- {in: [22], from: 2028-01-01, until: 2028-12-31, value: 300 yuan/month}", from: "2026-01-01").Pack);
        var earlier = new CompiledPolicy(Reformed("- {in: [22], value: 120 yuan/month}", from: "2026-01-01").Pack);

        Assert.Equal(15_000, Assert.Single(SmallPack.Evaluate(later, """{"residence": "22"}""", "2027-06-01")).Value);
        Assert.Equal(30_000, Assert.Single(SmallPack.Evaluate(later, """{"residence": "22"}""", "2028-06-01")).Value);
        Assert.Equal(12_000, Assert.Single(SmallPack.Evaluate(earlier, """{"residence": "22"}""", "2026-06-01")).Value);
        Assert.Equal(15_000, Assert.Single(SmallPack.Evaluate(earlier, """{"residence": "22"}""", "2026-07-01")).Value);
    }

    [Theory]
    [InlineData("CR707", "fees", "- {value: 200 yuan/month}", 6)]                                  // no such parameter
    [InlineData("CR708", "unread", "- {value: 5 days}", 6)]                                        // one that no rule reads
    [InlineData("CR204", "fee", "- {value: 200 days}", 8)]                                         // days where money is asked for
    [InlineData("CR204", "fee", "- {value: 200 yuan/year}", 8)]                                    // another period
    [InlineData("CR703", "fee", "- {in: [2x], value: 200 yuan/month}", 8)]
    [InlineData("CR003", "fee", "- {in: [22]}", 8)]
    [InlineData("CR033", "fee", "- {in: [22], from: 2028-01-01, until: 2027-06-30, value: 200 yuan/month}", 8)]
    [InlineData("CR701", "fee", "[]", 6)]                                                          // no value at all
    public void A_figure_that_cannot_be_is_named_with_its_line(string code, string parameter, string value, int line)
    {
        var text = Text(value, parameter);

        var finding = ReformReader.Read(Pack, text, "reform.yaml").Pack.Diagnostics.First(item => item.Severity == Severity.Error);

        Assert.Equal((code, line, "reform.yaml"), (finding.Code, finding.Position.Line, finding.Position.File));
        Assert.NotEmpty(finding.Remedy);
    }

    [Fact]
    public void The_packs_themselves_stay_as_they_are()
    {
        Reformed("- {in: [22], value: 200 yuan/month}");

        Assert.Equal(15_000, Assert.Single(SmallPack.Evaluate(Policy, """{"residence": "22"}""", "2027-06-01")).Value);
    }

    private static ReformedPack Reformed(string value, string from = "2027-04-01")
    {
        var reformed = ReformReader.Read(Pack, Text(value, from: from), "reform.yaml");
        Assert.False(reformed.Pack.Diagnostics.HasErrors, string.Join("\n", reformed.Pack.Diagnostics));
        return reformed;
    }

    private static string Text(string value, string parameter = "fee", string from = "2027-04-01") =>
        $"reform: x\nlabel: {{zh: 试, en: try}}\nabout: {{zh: 试, en: try}}\nfrom: {from}\nparameters:\n  - parameter: {parameter}\n    values:{(value == "[]" ? " []" : $"\n      {value}")}\n";

    private static FamilyList Families(params string[] families) =>
        new(new PopulationHeader(), [.. families.Select((family, index) => new FamilyRecord($"f{index}", SmallPack.Family(Policy, family, "2026-12-31"), 1))]);
}
