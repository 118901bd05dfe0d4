using Cradle.Rules.Evaluation;
using Cradle.Rules.Tests.Packs;

namespace Cradle.Rules.Tests.Evaluation;

/// <summary>How rules that apply together become one answer, mode by mode.</summary>
public class MergeTests
{
    private const string Jilin = """{"residence": "220104"}""";
    private const string Married = """{"residence": "220104", "married": true}""";
    private const string Unmarried = """{"residence": "220104", "married": false}""";

    [Theory]
    [InlineData("floor", 5, "jl.a")]
    [InlineData("cap", 3, "cn.a")]
    [InlineData("add", 8, "jl.a")]
    [InlineData("fill", 3, "cn.a")]
    public void Two_levels_that_apply_merge_by_their_mode(string mode, long value, string rule)
    {
        var outcome = One(mode, "cn.a | value: 3 days", "jl.a | value: 5 days", Jilin);

        Assert.Equal((OutcomeStatus.Entitled, value, rule), (outcome.Status, outcome.Value, outcome.Rule!.Id));
    }

    [Fact]
    public void Under_a_floor_a_lower_level_that_gives_less_changes_nothing()
    {
        var outcome = One("floor", "cn.a | value: 5 days", "jl.a | value: 3 days", Jilin);

        Assert.Equal((5L, "cn.a"), (outcome.Value, outcome.Rule!.Id));
    }

    [Fact]
    public void Under_a_cap_a_lower_level_that_allows_more_changes_nothing()
    {
        var outcome = One("cap", "cn.a | value: 5 days", "jl.a | value: 9 days", Jilin);

        Assert.Equal((5L, "cn.a"), (outcome.Value, outcome.Rule!.Id));
    }

    [Fact]
    public void Every_rule_of_a_sum_speaks_in_the_answer()
    {
        var outcome = One("add", "cn.a | value: 3 days", "jl.a | value: 5 days", Jilin);

        Assert.Equal(["cn.a", "jl.a"], outcome.Voices.Select(rule => rule.Id).Order());
    }

    [Fact]
    public void A_rule_that_replaces_another_wins_even_where_it_gives_less()
    {
        foreach (var mode in new[] { "floor", "cap", "add", "fill", "replace" })
        {
            var outcome = One(mode, "cn.a | value: 5 days", "jl.a | value: 3 days, replaces: [cn.a]", Jilin);

            Assert.Equal((3L, "jl.a"), (outcome.Value, outcome.Rule!.Id));
            Assert.Equal(["jl.a"], outcome.Voices.Select(rule => rule.Id));
        }
    }

    [Fact]
    public void A_replaced_rule_stands_again_where_the_exception_does_not_apply()
    {
        const string Exception = "jl.a | value: 9 days, replaces: [cn.a], when: family.married";

        Assert.Equal((9L, "jl.a"), Said(One("replace", "cn.a | value: 5 days", Exception, Married)));
        Assert.Equal((5L, "cn.a"), Said(One("replace", "cn.a | value: 5 days", Exception, Unmarried)));
    }

    [Fact]
    public void What_an_exception_replaced_does_not_come_back_when_that_exception_is_replaced_itself()
    {
        // written in an order in which the middle one has given way before the first is looked at
        var outcome = One("replace", "cn.c | value: 3 days, replaces: [cn.b]\ncn.b | value: 4 days, replaces: [cn.a]\ncn.a | value: 5 days", null, Jilin);

        Assert.Equal((3L, "cn.c"), Said(outcome));
    }

    [Fact]
    public void Two_unranked_rules_that_differ_are_a_conflict_and_both_are_cited()
    {
        var outcome = One("replace", "cn.a | value: 3 days", "jl.a | value: 5 days", Jilin);

        Assert.Equal(OutcomeStatus.Conflict, outcome.Status);
        Assert.Null(outcome.Value);
        Assert.Equal(["cn.a", "jl.a"], outcome.Voices.Select(rule => rule.Id).Order());
    }

    [Fact]
    public void Two_unranked_rules_that_agree_are_no_conflict_and_both_speak()
    {
        var outcome = One("replace", "cn.a | value: 3 days", "jl.a | value: 3 days", Jilin);

        Assert.Equal((OutcomeStatus.Entitled, 3L), (outcome.Status, outcome.Value));
        Assert.Equal(["cn.a", "jl.a"], outcome.Voices.Select(rule => rule.Id).Order());
    }

    [Fact]
    public void A_rule_that_restates_another_never_conflicts_with_it()
    {
        var outcome = One("replace", "cn.a | value: 3 days", "jl.a | value: 5 days, restates: cn.a", Jilin);

        Assert.Equal((3L, "cn.a"), Said(outcome));
        Assert.Equal(["cn.a", "jl.a"], outcome.Voices.Select(rule => rule.Id).Order());
    }

    [Fact]
    public void An_unknown_value_beside_a_known_one_is_not_taken_for_the_same()
    {
        // visits may be 5 or not: then the rules conflict
        var outcome = One("replace", "cn.a | value: 5 days", "jl.a | value: 'if family.visits > 3 then 5 days else 6 days'", Jilin);

        Assert.Equal((OutcomeStatus.Unknown, "visits"), (outcome.Status, Assert.Single(outcome.Missing).ToString()));
    }

    [Fact]
    public void A_figure_left_open_beside_a_value_is_at_least_that_value_under_a_floor()
    {
        var outcome = One("floor", "cn.a | value: 3 days", $"jl.a | {NotSet}", Jilin);

        Assert.Equal((OutcomeStatus.Entitled, 3L, true), (outcome.Status, outcome.Value, outcome.AtLeast));
        Assert.Equal(["cn.a", "jl.a"], outcome.Voices.Select(rule => rule.Id).Order());
    }

    [Fact]
    public void A_figure_left_open_that_replaces_the_value_leaves_none()
    {
        var outcome = One("replace", "cn.a | value: 3 days", $"jl.a | replaces: [cn.a], {NotSet}", Jilin);

        Assert.Equal((OutcomeStatus.NotSet, null, false), (outcome.Status, outcome.Value, outcome.AtLeast));
    }

    [Theory]
    [InlineData("may")]
    [InlineData("encouraged")]
    [InlineData("programme")]
    public void An_offer_is_a_programme_with_its_value_and_gives_way_to_a_duty(string strength)
    {
        var offer = One("floor", $"cn.a | value: 9 days, strength: {strength}", null, Jilin);
        var duty = One("floor", $"cn.a | value: 9 days, strength: {strength}", "jl.a | value: 3 days", Jilin);

        Assert.Equal((OutcomeStatus.Programme, 9L), (offer.Status, offer.Value));
        Assert.Equal((OutcomeStatus.Entitled, 3L), (duty.Status, duty.Value));
    }

    [Fact]
    public void Closed_keeps_one_value_and_calls_two_a_conflict()
    {
        Assert.Equal((3L, "cn.a"), Said(One("closed", "cn.a | value: 3 days", null, Jilin)));
        Assert.Equal(OutcomeStatus.Conflict, One("closed", "cn.a | value: 3 days\ncn.b | value: 4 days", null, Jilin).Status);
    }

    [Fact]
    public void Fill_leaves_to_the_lower_level_what_the_higher_does_not_reach()
    {
        const string Higher = "cn.a | value: 3 days, when: family.married";

        Assert.Equal((3L, "cn.a"), Said(One("fill", Higher, "jl.a | value: 5 days", Married)));
        Assert.Equal((5L, "jl.a"), Said(One("fill", Higher, "jl.a | value: 5 days", Unmarried)));
    }

    [Fact]
    public void No_rule_that_applies_is_not_entitled_and_names_the_nearest()
    {
        var outcome = One("floor", "cn.a | value: 3 days, when: family.married", null, Unmarried);

        Assert.Equal((OutcomeStatus.NotEntitled, null, "cn.a"), (outcome.Status, outcome.Value, outcome.Rule!.Id));
    }

    [Fact]
    public void A_table_takes_the_row_that_fits()
    {
        const string Table = "cn.a | table: {hit: unique, rows: [{when: family.visits <= 3, value: 10 days}, {when: family.visits > 3, value: 20 days}]}";

        Assert.Equal(10, One("replace", Table, null, """{"residence": "22", "visits": 3}""").Value);
        Assert.Equal(20, One("replace", Table, null, """{"residence": "22", "visits": 4}""").Value);
        var open = One("replace", Table, null, """{"residence": "22"}""");
        Assert.Equal((OutcomeStatus.Unknown, (10L, 20L)), (open.Status, open.Bounds!.Value));
        Assert.Equal(["visits"], open.Missing.Select(path => path.ToString()));
    }

    [Fact]
    public void A_table_by_first_hit_stops_at_the_first_row_that_holds()
    {
        const string Table = "cn.a | table: {hit: first, rows: [{when: family.married, value: 30 days}, {when: family.visits > 3, value: 20 days}, {when: 'true', value: 10 days}]}";

        Assert.Equal(30, One("replace", Table, null, """{"residence": "22", "married": true}""").Value);
        Assert.Equal(10, One("replace", Table, null, """{"residence": "22", "married": false, "visits": 0}""").Value);
        // a row above is open, so that the one below holds only perhaps
        Assert.Equal((20L, 30L), One("replace", Table, null, """{"residence": "22", "visits": 5}""").Bounds);
    }

    private const string NotSet = "not-set: {by: {zh: 省, en: the province}, what: {zh: 天数, en: number of days}}";

    private static (long? Value, string Rule) Said(Outcome outcome) => (outcome.Value, outcome.Rule!.Id);

    private static Outcome One(string merge, string nation, string? province, string family) => Assert.Single(SmallPack.Evaluate(
        province is null ? SmallPack.Compile(merge, nation) : SmallPack.Compile(merge, nation, ("22-jilin", province)), family));
}
