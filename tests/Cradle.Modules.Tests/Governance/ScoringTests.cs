using Cradle.Governance.Assessment;
using Cradle.Governance.Provisions;
using Cradle.Governance.Research;
using Cradle.Platform.Tables;
using Cradle.Primitives;

namespace Cradle.Modules.Tests.Governance;

/// <summary>What is reckoned without a database: points, places, targets, forms, releases.</summary>
public class ScoringTests
{
    private static readonly Indicator Places = new("places", "每千人口托位", "001/一（二）", "place/1000", 100, ScoringKind.Proportion, TargetBound.AtLeast, 4.5m);

    [Fact]
    public void S71_1_weights_30_30_40_with_90_80_70_points_give_79()
    {
        Indicator[] set = [Judged("a", 30), Judged("b", 30), Judged("c", 40)];
        // 27 + 24 + 28
        Assert.Equal(79.0m, Scoring.Reckon(set, Values(("a", 90), ("b", 80), ("c", 70))).Total);
    }

    [Fact]
    public void S71_2_weights_of_95_in_sum_are_refused() =>
        Assert.Contains("95", Assert.Single(Scoring.Faults([Judged("a", 30), Judged("b", 65)])), StringComparison.Ordinal);

    [Theory]
    [InlineData(4.6, 100)]
    [InlineData(4.5, 100)]
    [InlineData(4.2, 93.33)]   // 4.2 / 4.5
    [InlineData(0, 0)]
    public void S71_3_places_count_in_proportion_to_the_target_and_never_above_it(double value, double points) =>
        Assert.Equal((decimal)points, Scoring.Reckon([Places], Values(("places", (decimal)value))).Total);

    [Theory]
    [InlineData(14.5, 100)]
    [InlineData(12, 100)]
    [InlineData(29, 50)]   // twice the bound, half the points
    public void A_bound_from_above_counts_the_other_way_round(double value, double points) =>
        Assert.Equal((decimal)points, Scoring.Reckon([Places with { Code = "mmr", Bound = TargetBound.AtMost, Target = 14.5m }], Values(("mmr", (decimal)value))).Total);

    [Fact]
    public void A_broken_veto_makes_the_whole_result_zero_and_names_itself()
    {
        Indicator[] set = [Places, new("grave", "重大安全事件", "", "case", 0, ScoringKind.Veto, TargetBound.AtMost, 0)];
        Assert.Equal(100, Scoring.Reckon(set, Values(("places", 5), ("grave", 0))).Total);
        var score = Scoring.Reckon(set, Values(("places", 5), ("grave", 1)));
        Assert.Equal(0, score.Total);
        Assert.Equal(["grave"], score.Vetoed);
    }

    [Fact]
    public void A_target_to_reach_gives_all_its_points_or_none_and_what_was_not_reported_none()
    {
        Indicator[] set = [Places with { Weight = 60, Scoring = ScoringKind.Reach }, Judged("b", 40)];
        Assert.Equal(60, Scoring.Reckon(set, Values(("places", 4.5m))).Total);
        Assert.Equal(0, Scoring.Reckon(set, Values(("places", 4.4999m))).Total);
    }

    [Fact]
    public void Equals_share_a_place_and_the_next_is_counted_on()
    {
        var ranked = Scoring.Rank([("甲", 90m), ("乙", 95m), ("丙", 90m), ("丁", 80m)]);
        Assert.Equal([(1, "乙"), (2, "甲"), (2, "丙"), (4, "丁")], ranked.Select(row => (row.Place, row.Subject)));
    }

    [Fact]
    public void Scores_lie_between_nothing_and_all_whatever_the_values()
    {
        var random = new Random(71);
        for (var round = 0; round < 500; round++)
        {
            Indicator[] set = [Places with { Weight = 50, Target = random.Next(1, 100) }, Places with { Code = "b", Weight = 50, Bound = TargetBound.AtMost, Target = random.Next(0, 100) }];
            Assert.InRange(Scoring.Reckon(set, Values(("places", random.Next(-50, 500)), ("b", random.Next(-50, 500)))).Total, 0, 100);
        }
    }

    [Fact]
    public void The_targets_of_the_documents_are_data_with_clause_unit_and_day()
    {
        var targets = TargetFile.Read(Repository.PathOf("policies")).ToDictionary(target => target.Id);
        Assert.Equal((4.5m, "place/1000", "2025-12-31", "at-least", "001/一（二）"), Parts("cc-places-2025"));
        Assert.Equal((8m, "place/1000", "2035-12-31", "about", "001/一（二）"), Parts("cc-places-2035"));
        Assert.Equal((14.5m, "per-100000", "2025-12-31", "at-most", "001/一（二）"), Parts("cc-maternal-mortality-2025"));
        Assert.Equal((12m, "per-100000", "2035-12-31", "at-most", "001/一（二）"), Parts("cc-maternal-mortality-2035"));
        Assert.Equal((4m, "per-1000-live-births", "2025-12-31", "at-most", "001/一（二）"), Parts("cc-infant-mortality-2025"));
        Assert.Equal((60m, "percent", "2025-12-31", "at-least", "002/一-2"), Parts("sx-affordable-share-2025"));
        Assert.Equal((8m, "institution", null, "at-least", "004/（十四）"), Parts("gs-training-bases"));
        Assert.Null(targets["jl-places-per-thousand"].Value);
        Assert.All(targets.Values, target => Assert.NotEmpty(target.Clauses));

        (decimal?, string, string?, string?, string) Parts(string id) => (targets[id].Value, targets[id].Unit, targets[id].Date, targets[id].Bound, targets[id].Clauses[0]);
    }

    [Theory]
    [InlineData("household-registration", "22", "生育证编号（必填）", true)]
    [InlineData("household-registration", "2201", "社会抚养费缴款证明", true)]
    [InlineData("school", "14", "计划生育证明", true)]
    [InlineData("school", "2201", "生育服务证编号", true)]
    [InlineData("hiring", "1401", "是否独生子女", true)]
    [InlineData("promotion", "22", "计划生育意见", true)]
    [InlineData("promotion", "62", "计划生育意见", false)]
    public void S02_1_and_3_a_form_that_asks_for_births_is_found_and_where_the_text_is_silent_left_to_review(string matter, string division, string field, bool isForbidden)
    {
        var lint = DelinkLint.Load(Repository.PathOf("data", "delinking.csv"));
        var finding = Assert.Single(lint.Check(matter, DivisionCode.Parse(division), ["姓名", field, "住址"]));
        Assert.Equal((field, isForbidden), (finding.Field, finding.IsForbidden));
        Assert.Equal(isForbidden && division.StartsWith("22", StringComparison.Ordinal), finding.Clause == "000/二（一）");
    }

    [Fact]
    public void A_form_that_asks_nothing_of_births_passes() =>
        Assert.Empty(DelinkLint.Load(Repository.PathOf("data", "delinking.csv")).Check("school", DivisionCode.Parse("2201"), ["姓名", "出生医学证明编号", "户籍地"]));

    [Fact]
    public void S74_1_a_table_with_identity_numbers_is_found_by_heading_or_by_content()
    {
        Assert.Equal(["身份证号"], DataRelease.PersonalColumns(new Table([["县区", "身份证号"], ["南关区", ""]])));
        // a number of the register whose check digit is right, under a harmless heading
        Assert.Equal(["编号"], DataRelease.PersonalColumns(new Table([["县区", "编号"], ["南关区", "11010519491231002X"]])));
        Assert.Empty(DataRelease.PersonalColumns(new Table([["县区", "人数"], ["南关区", "110105"]])));
    }

    [Fact]
    public void S74_2_cells_under_five_are_put_out_of_sight()
    {
        var table = DataRelease.Suppress(new Table([["县区", "出生"], ["南关区", "4"], ["宽城区", "5"], ["朝阳区", "0"]]), 5);
        Assert.Equal([DataRelease.Suppressed, "5", "0"], Enumerable.Range(1, 3).Select(row => table[row, 1]));
    }

    private static Indicator Judged(string code, decimal weight) => new(code, code, "", "point", weight, ScoringKind.Points, TargetBound.AtLeast, null);

    private static Dictionary<string, decimal> Values(params (string Code, decimal Value)[] values) => values.ToDictionary(pair => pair.Code, pair => pair.Value);
}
