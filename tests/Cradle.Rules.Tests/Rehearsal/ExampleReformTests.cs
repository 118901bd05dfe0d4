using Cradle.Rules.Populations.Files;
using Cradle.Rules.Rehearsal;
using Cradle.Rules.Tests.Packs;

namespace Cradle.Rules.Tests.Rehearsal;

/// <summary>The three reforms that ship, on families worked out by hand. The year is 2027; a month counts when it is due on its first day.</summary>
public class ExampleReformTests
{
    private const string Whole = """{"birthDate": "2025-08-15", "birthOrder": 1, "registered": true, "householdRegistration": "220104"}""";   // under three all year: 12 months
    private const string Half = """{"birthDate": "2024-06-10", "birthOrder": 2, "registered": true, "householdRegistration": "220104"}""";    // three on 10 June: 1 January to 1 June, 6 months
    private const string Seven = """{"birthDate": "2024-07-20", "birthOrder": 1, "registered": true, "householdRegistration": "620102"}""";   // three on 20 July: 7 months

    private static readonly FamilyList Families = Village.Of(
        Village.Family("both", $$"""{"residence": "220104", "mother": {"employment": "employed", "employerDivision": "220104"}, "father": {"employment": "employed", "employerDivision": "220104"}, "children": [{{Whole}}]}"""),
        Village.Family("mother", $$"""{"residence": "220104", "mother": {"employment": "employed", "employerDivision": "2201"}, "father": {"employment": "flexible"}, "children": [{{Half}}]}""", weight: 3),
        Village.Family("gansu", $$"""{"residence": "620102", "mother": {"employment": "employed", "employerDivision": "6201"}, "father": {"employment": "none"}, "children": [{{Seven}}]}"""));

    [Fact]
    public void Shanxis_fee_in_Jilin_costs_200_yuan_a_month_and_parent()
    {
        var report = Village.Rehearse(Village.Example("jilin-care-fee-200"), Families);

        var fee = Village.QuantityOf(report, "employer-infant-care-fee");
        // both parents 12 × 200 = 2,400 each; one mother 6 × 200 = 1,200, for three families: 4,800 + 3,600 = 8,400 yuan, offered, not due
        Assert.Equal((0, 840_000), (fee.Whole.After.Due, fee.Whole.After.Offered));
        Assert.Equal(0, fee.Whole.Now.Amount);
        Assert.Equal(2 + 3, fee.Whole.After.Recipients);
        Assert.Equal([(220104L, 480_000L), (2201L, 360_000L)], fee.Divisions.Where(line => line.Change != 0).Select(line => (line.Key, line.Change)).OrderByDescending(line => line.Key));
        Assert.Equal([(1L, 480_000L), (2L, 360_000L)], fee.BirthOrders.Where(line => line.Change != 0).Select(line => (line.Key, line.Change)));
        Assert.Equal("jl.employer-infant-care-fee", report.Rules[fee.Rules.Single(line => line.Change != 0).Key].Id);
        var families = Village.Money(report);
        Assert.Equal((4, 0, 1, 0), (families.Gain, families.Lose, families.Stay, families.Undecided));
        // four families gain: 1,200 three times, 4,800 once; the middle is 1,200
        Assert.Equal(120_000, families.MedianGain);
        Assert.Equal([(100_000L, 200_000L, 3L), (200_000L, 500_000L, 1L)], families.Bins.Select(bin => (bin.From, bin.Until, bin.Families)));
    }

    [Fact]
    public void An_allowance_of_5000_is_paid_by_the_month_and_rounded_once()
    {
        var report = Village.Rehearse(Village.Example("national-allowance-5000"), Families);

        var allowance = Village.QuantityOf(report, "child-allowance-national");
        // now: 3,600 + 3 × 1,800 + 2,100 = 11,100; after: 5,000 + 3 × 2,500 + 5,000 × 7 ÷ 12 (2,916.666…) = 15,416.67
        Assert.Equal((1_110_000, 1_541_667), (allowance.Whole.Now.Due, allowance.Whole.After.Due));
        Assert.Equal(report.Years[0].Cost.Change, allowance.Whole.Change);
        var families = Village.Money(report);
        Assert.Equal((5, 0, 0), (families.Gain, families.Lose, families.Stay));
        Assert.Equal(70_000, families.MedianGain);   // 1,400 ÷ 2, three of five
        Assert.Empty(report.NewConflicts);
    }

    [Fact]
    public void The_sum_of_the_allowance_is_not_counted_beside_it()
    {
        var report = Village.Rehearse(Village.Example("national-allowance-5000"), Families);

        // 11,100 yuan as above; the 10,800 a child in all would be the same money again
        Assert.Equal(1_110_000, report.Years[0].Cost.Now.Due);
        Assert.DoesNotContain(report.Years[0].Quantities, item => item.Quantity.Header.Id == "child-allowance-national-total");
    }

    [Fact]
    public void Thirty_days_of_parental_leave_are_ten_more_for_each_parent_in_Jilin()
    {
        var report = Village.Rehearse(Village.Example("jilin-parental-leave-30"), Families);

        var leave = Village.QuantityOf(report, "parental-leave");
        // two parents 20 each, and the mother of three families 20 × 6 ÷ 12 = 10: 40 + 30 = 70 days; with 30 days 60 + 45 = 105
        Assert.Equal((70, 105), (leave.Whole.Now.Due, leave.Whole.After.Due));
        var families = report.Years[0].Families.Single(item => item.Quantity?.Id == "parental-leave");
        // the two parents gain 20 days together, each of the three mothers 5; Gansu leaves the days open
        Assert.Equal((4, 0, 1, 5), (families.Gain, families.Lose, families.Stay, families.MedianGain));
        Assert.DoesNotContain(report.Years[0].Families, item => item.Quantity is null);
        Assert.Equal(0, report.Years[0].Cost.Change);
    }

    [Fact]
    public void A_reform_that_begins_in_July_counts_from_July()
    {
        var text = Village.Example("national-allowance-5000").Replace("from: 2027-01-01", "from: 2027-07-01", StringComparison.Ordinal);

        var report = Village.Rehearse(text, Village.Of(Families.Read(RealPack.Vocabulary, TestContext.Current.CancellationToken).First()));

        // 6 × 300 + 6 × 5,000 ÷ 12 = 1,800 + 2,500
        Assert.Equal(430_000, Village.QuantityOf(report, "child-allowance-national").Whole.After.Due);
    }

    [Fact]
    public void Worked_cases_that_would_answer_otherwise_are_named()
    {
        var changes = CaseChanges.Find(RealPack.Policy, Village.Example("jilin-parental-leave-30"), "reform.yaml", RealPack.Divisions);

        Assert.NotEmpty(changes);
        Assert.All(changes, change => Assert.Equal("parental-leave", change.Case.Quantity));
        Assert.Contains(changes, change => change is { Now.Value: 20, After.Value: 30 });
        Assert.DoesNotContain(changes, change => change.Now?.Value is 15);   // Shanxi's own 15 days stay
    }

    [Theory]
    [InlineData("jilin-care-fee-200")]
    [InlineData("national-allowance-5000")]
    public void A_reform_that_ships_passes_the_review_of_the_pack(string name) =>
        Assert.Empty(ReformReview.Check(RealPack.Pack, Village.Reformed(Village.Example(name)), new RehearsalCalendar(Village.Day("2027-01-01"), 1)));

    [Fact]
    public void More_leave_in_Jilin_leaves_the_draft_of_Changchun_behind_and_review_says_so()
    {
        var finding = Assert.Single(ReformReview.Check(RealPack.Pack, Village.Reformed(Village.Example("jilin-parental-leave-30")), new RehearsalCalendar(Village.Day("2027-01-01"), 1)));

        Assert.Equal("CR545", finding.Code);
        Assert.Contains("cc.parental-leave", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5000 yuan/year", "-5000 yuan/year", "CR037")]             // a slip of the pen that would be taken from families
    [InlineData("from: 2027-01-01", "from: 9999-12-31", "CR004")]
    [InlineData("国家", "\uFFFD\uFFFD", "CR010")]                          // what a file in GBK looks like when it is read as UTF-8
    [InlineData("value: 5000 yuan/year", "value: 5000 yuan/year\n    repeal: [cn.child-allowance-national]", "CR710")]
    public void A_reform_that_cannot_be_meant_is_refused(string words, string others, string code)
    {
        var reformed = ReformReader.Read(RealPack.Pack, Village.Example("national-allowance-5000").Replace(words, others, StringComparison.Ordinal), "reform.yaml");

        Assert.Equal(code, Assert.Single(reformed.Pack.Diagnostics, finding => finding.Severity == Cradle.Rules.Syntax.Severity.Error).Code);
    }

    [Fact]
    public void A_reform_that_begins_after_the_last_day_says_that_nothing_changes()
    {
        var reformed = Village.Reformed(Village.Example("national-allowance-5000").Replace("from: 2027-01-01", "from: 2029-01-01", StringComparison.Ordinal));

        Assert.Equal("CR709", Assert.Single(ReformReview.Check(RealPack.Pack, reformed, new RehearsalCalendar(Village.Day("2027-01-01"), 2))).Code);
        Assert.Empty(ReformReview.Check(RealPack.Pack, reformed, new RehearsalCalendar(Village.Day("2027-01-01"), 3)));
    }
}
