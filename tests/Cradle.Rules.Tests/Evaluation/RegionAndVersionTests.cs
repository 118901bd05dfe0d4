using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;
using Cradle.Rules.Tests.Packs;

namespace Cradle.Rules.Tests.Evaluation;

/// <summary>Whose rules apply, and of which day.</summary>
public class RegionAndVersionTests
{
    private static readonly CompiledPolicy Levels = SmallPack.Compile("replace", "cn.a | value: 1 days",
        ("22-jilin", "jl.a | value: 2 days, replaces: [cn.a]"),
        ("22-jilin/2201-changchun", "cc.a | value: 3 days, replaces: [jl.a]"),
        ("62-gansu", "gs.a | value: 4 days, replaces: [cn.a]"));

    private static readonly CompiledPolicy Versions = SmallPack.Compile("replace",
        "cn.old | value: 15 days, in-force: {from: 2022-01-01, until: 2023-12-31}\ncn.new | value: 20 days, in-force: {from: 2024-01-01}");

    [Theory]
    [InlineData("220104", 3)]
    [InlineData("2201", 3)]
    [InlineData("2202", 2)]
    [InlineData("220204", 2)]
    [InlineData("22", 2)]
    [InlineData("621002", 4)]
    [InlineData("140105", 1)]
    [InlineData("110105", 1)]
    public void A_place_falls_back_to_the_level_above_and_never_to_another_province(string residence, long value) =>
        Assert.Equal(value, Assert.Single(SmallPack.Evaluate(Levels, $$"""{"residence": "{{residence}}"}""")).Value);

    [Fact]
    public void While_the_place_is_unknown_the_answer_spans_all_places_and_asks_for_it()
    {
        var outcome = Assert.Single(SmallPack.Evaluate(Levels, "{}"));

        Assert.Equal((OutcomeStatus.Unknown, (1L, 4L)), (outcome.Status, outcome.Bounds!.Value));
        Assert.Equal(["residence"], outcome.Missing.Select(path => path.ToString()));
    }

    [Fact]
    public void What_every_place_says_alike_stands_while_the_place_is_unknown()
    {
        var policy = SmallPack.Compile("replace", "cn.a | value: 7 days", ("22-jilin", "jl.a | value: 7 days, replaces: [cn.a]"));

        var outcome = Assert.Single(SmallPack.Evaluate(policy, "{}"));

        Assert.Equal((OutcomeStatus.Entitled, 7L), (outcome.Status, outcome.Value));
    }

    [Fact]
    public void A_quantity_of_one_province_has_no_answer_elsewhere()
    {
        var policy = new CompiledPolicy(SmallPack.Load(("22-jilin/leave/thing.yaml", SmallPack.Quantity("replace", "jl.a | value: 2 days"))));

        Assert.Equal(2, Assert.Single(SmallPack.Evaluate(policy, """{"residence": "2202"}""")).Value);
        Assert.Empty(SmallPack.Evaluate(policy, """{"residence": "62"}"""));
        Assert.Equal(OutcomeStatus.Unknown, Assert.Single(SmallPack.Evaluate(policy, "{}")).Status);
    }

    [Theory]
    [InlineData("2022-01-01", 15, "cn.old")]
    [InlineData("2023-12-31", 15, "cn.old")]
    [InlineData("2024-01-01", 20, "cn.new")]
    [InlineData("2030-06-01", 20, "cn.new")]
    public void A_version_holds_from_its_first_day_to_its_last(string day, long value, string rule)
    {
        var outcome = Assert.Single(SmallPack.Evaluate(Versions, $$"""{"asOf": "{{day}}", "residence": "22"}"""));

        Assert.Equal((value, rule), (outcome.Value, outcome.Rule!.Id));
    }

    [Fact]
    public void Before_the_first_version_the_right_is_not_yet_and_says_from_when()
    {
        var outcome = Assert.Single(SmallPack.Evaluate(Versions, """{"asOf": "2021-12-31", "residence": "22"}"""));

        Assert.Equal((OutcomeStatus.NotYet, new DateOnly(2022, 1, 1)), (outcome.Status, outcome.From!.Value));
    }

    [Fact]
    public void After_the_last_version_the_right_has_ended_and_says_when()
    {
        var policy = SmallPack.Compile("replace", "cn.a | value: 15 days, in-force: {from: 2022-01-01, until: 2023-12-31}");

        var outcome = Assert.Single(SmallPack.Evaluate(policy, """{"asOf": "2024-01-01", "residence": "22"}"""));

        Assert.Equal((OutcomeStatus.Ended, new DateOnly(2022, 1, 1), new DateOnly(2023, 12, 31)), (outcome.Status, outcome.From!.Value, outcome.Until!.Value));
    }

    [Fact]
    public void A_version_by_the_day_of_an_event_is_not_the_version_of_today()
    {
        var policy = SmallPack.CompileWith(SmallPack.Header(anchor: "family.event_date"), "replace",
            "cn.old | value: 15 days, in-force: {from: 2022-01-01, until: 2023-12-31}\ncn.new | value: 20 days, in-force: {from: 2024-01-01}");

        Assert.Equal(15, Assert.Single(SmallPack.Evaluate(policy, """{"residence": "22", "eventDate": "2023-12-31"}""")).Value);
        Assert.Equal(20, Assert.Single(SmallPack.Evaluate(policy, """{"residence": "22", "eventDate": "2024-01-01"}""")).Value);
        Assert.Equal(OutcomeStatus.NotEntitled, Assert.Single(SmallPack.Evaluate(policy, """{"residence": "22", "eventDate": "2021-12-31"}""")).Status);
        var open = Assert.Single(SmallPack.Evaluate(policy, """{"residence": "22"}"""));
        Assert.Equal((OutcomeStatus.Unknown, "eventDate"), (open.Status, Assert.Single(open.Missing).ToString()));
    }

    [Fact]
    public void A_place_whose_rule_has_ended_keeps_the_answer_open_while_the_place_is_unknown()
    {
        var policy = SmallPack.CompileWith(SmallPack.Header(unit: "flag"), "replace", "cn.a | when: family.married", ("22-jilin", "jl.a | replaces: [cn.a]"));
        var later = SmallPack.CompileWith(SmallPack.Header(unit: "flag"), "replace", "cn.a | in-force: {from: 2030-01-01}", ("22-jilin", "jl.a | replaces: [cn.a], in-force: {from: 2022-01-01}, when: family.married"));

        Assert.Equal(OutcomeStatus.Unknown, Assert.Single(SmallPack.Evaluate(policy, """{"married": false}""")).Status);
        Assert.Equal(OutcomeStatus.Unknown, Assert.Single(SmallPack.Evaluate(later, """{"married": false}""")).Status);
    }

    [Fact]
    public void A_draft_advises_in_a_lane_of_its_own_and_never_changes_what_is_in_force()
    {
        var policy = SmallPack.Compile("replace", "cn.a | value: 5 days", ("22-jilin", "jl.draft | value: 9 days, cites: [901/1], replaces: [cn.a]"));

        var outcomes = SmallPack.Evaluate(policy, """{"residence": "22"}""");

        Assert.Equal([(OutcomeStatus.Entitled, (long?)5, false), (OutcomeStatus.Advisory, 9, true)], outcomes.Select(outcome => (outcome.Status, outcome.Value, outcome.IsDraft)));
    }

    [Fact]
    public void A_rule_that_cites_a_draft_and_a_document_in_force_is_in_force()
    {
        var policy = SmallPack.Compile("replace", "cn.a | value: 5 days, cites: [901/1, 900/1]");

        Assert.False(Assert.Single(SmallPack.Evaluate(policy, """{"residence": "22"}""")).IsDraft);
    }

    [Fact]
    public void A_document_gives_its_rules_its_own_days_unless_they_name_theirs()
    {
        var pack = SmallPack.Load(
            ("documents/900.yaml", SmallPack.InForce + "\nin-force: {from: 2023-06-01, until: 2025-05-31}"),
            ("00-national/leave/thing.yaml", SmallPack.Quantity("replace", "cn.a | value: 5 days\ncn.b | value: 5 days, in-force: {from: 2020-01-01}")));

        Assert.Equal([(new DateOnly(2023, 6, 1), new DateOnly(2025, 5, 31)), (new DateOnly(2020, 1, 1), null)],
            pack.Quantities.Single().Rules.Select(rule => (rule.From!.Value, rule.Until)));
    }

    [Theory]
    [InlineData("parent", """{"residence": "22"}""", "mother,father")]
    [InlineData("mother", """{"residence": "22"}""", "mother")]
    [InlineData("child", """{"residence": "22", "children": [{"birthDate": "2024-01-01"}, {"birthDate": "2024-01-01"}]}""", "0,1")]
    [InlineData("birth", """{"residence": "22", "children": [{"birthDate": "2024-01-01"}, {"birthDate": "2024-01-01"}, {"birthDate": "2020-01-01"}]}""", "0,2")]
    [InlineData("birth", """{"residence": "22", "children": [{}, {}]}""", "0,1")]
    [InlineData("child", """{"residence": "22", "children": []}""", "")]
    [InlineData("child", """{"residence": "22"}""", "0")]
    public void A_quantity_is_answered_for_each_of_its_instances(string instance, string family, string expected)
    {
        var beneficiary = instance is "parent" or "mother" ? "parent" : "child";
        var policy = new CompiledPolicy(SmallPack.Load(("00-national/leave/thing.yaml",
            SmallPack.Quantity("replace", "cn.a | value: 5 days", SmallPack.Header(instance)).Replace("beneficiary: family", $"beneficiary: {beneficiary}", StringComparison.Ordinal))));

        Assert.Equal(expected, string.Join(',', SmallPack.Evaluate(policy, family).Select(outcome => outcome.Child?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? outcome.Beneficiary)));
    }

    [Fact]
    public void Notes_of_a_figure_not_set_name_who_sets_it()
    {
        var policy = SmallPack.Compile("floor", "cn.a | not-set: {by: {zh: 省, en: the province}, what: {zh: 天数, en: the number of days}}");

        var outcome = Assert.Single(SmallPack.Evaluate(policy, """{"residence": "22"}"""));

        Assert.Equal("the number of days: set by the province; none is on file here.", Assert.Single(Rules.Facts.AnswerWriter.NotesOf(outcome, Language.English)));
    }
}
