using Cradle.Rules.Evaluation;
using Cradle.Rules.Tests.Packs;

namespace Cradle.Rules.Tests.Evaluation;

/// <summary>Answers while something is not known: when they stand all the same, what is missing, what is still possible.</summary>
public class UnknownTests
{
    private const string Here = """{"residence": "220104"}""";

    [Fact]
    public void A_condition_that_cannot_change_the_answer_is_not_asked_for()
    {
        // married or not, the greater of the two stands
        var outcome = One("floor", "cn.a | value: 9 days\ncn.b | value: 5 days, when: family.married");

        Assert.Equal((OutcomeStatus.Entitled, 9L), (outcome.Status, outcome.Value));
        Assert.Empty(outcome.Missing);
    }

    [Fact]
    public void A_condition_that_matters_makes_the_answer_unknown_with_bounds_and_what_is_missing()
    {
        var outcome = One("floor", "cn.a | value: 5 days\ncn.b | value: 9 days, when: family.married");

        Assert.Equal((OutcomeStatus.Unknown, null, (5L, 9L)), (outcome.Status, outcome.Value, outcome.Bounds!.Value));
        Assert.Equal(["married"], outcome.Missing.Select(path => path.ToString()));
    }

    [Fact]
    public void Of_two_open_conditions_only_the_one_that_matters_is_missing()
    {
        var outcome = One("floor", "cn.a | value: 5 days\ncn.b | value: 9 days, when: family.married\ncn.c | value: 4 days, when: family.tenant");

        Assert.Equal(["married"], outcome.Missing.Select(path => path.ToString()));
    }

    [Fact]
    public void Under_add_every_open_condition_matters_and_the_bounds_reach_from_none_to_all()
    {
        var outcome = One("add", "cn.a | value: 5 days\ncn.b | value: 9 days, when: family.married\ncn.c | value: 4 days, when: family.tenant");

        Assert.Equal((5L, 18L), outcome.Bounds);
        Assert.Equal(["married", "tenant"], outcome.Missing.Select(path => path.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_open_exception_puts_both_values_in_the_bounds()
    {
        var outcome = One("replace", "cn.a | value: 9 days\ncn.b | value: 5 days, replaces: [cn.a], when: family.married");

        Assert.Equal((OutcomeStatus.Unknown, (5L, 9L)), (outcome.Status, outcome.Bounds!.Value));
    }

    [Fact]
    public void An_exception_that_says_the_same_leaves_nothing_open()
    {
        var outcome = One("replace", "cn.a | value: 9 days\ncn.b | value: 9 days, replaces: [cn.a], when: family.married");

        Assert.Equal((OutcomeStatus.Entitled, 9L), (outcome.Status, outcome.Value));
    }

    [Fact]
    public void A_possible_conflict_is_unknown_until_it_is_one()
    {
        const string Rules = "cn.a | value: 9 days\ncn.b | value: 5 days, when: family.married";

        Assert.Equal(OutcomeStatus.Unknown, One("replace", Rules).Status);
        Assert.Equal(OutcomeStatus.Conflict, One("replace", Rules, """{"residence": "22", "married": true}""").Status);
        Assert.Equal(OutcomeStatus.Entitled, One("replace", Rules, """{"residence": "22", "married": false}""").Status);
    }

    [Fact]
    public void Not_entitled_counts_as_nothing_in_the_bounds()
    {
        var outcome = One("floor", "cn.a | value: 9 days, when: family.married");

        Assert.Equal((OutcomeStatus.Unknown, (0L, 9L)), (outcome.Status, outcome.Bounds!.Value));
    }

    [Fact]
    public void A_value_that_rests_on_an_unknown_figure_is_bounded_by_the_range_of_the_figure()
    {
        // visits lie between 0 and 9
        var outcome = One("replace", "cn.a | value: 2 days * family.visits + 1 day");

        Assert.Equal((OutcomeStatus.Unknown, (1L, 19L)), (outcome.Status, outcome.Bounds!.Value));
        Assert.Equal(["visits"], outcome.Missing.Select(path => path.ToString()));
    }

    [Fact]
    public void A_value_without_a_range_has_no_bounds()
    {
        var outcome = One("replace", "cn.a | value: as_of - family.event_date");

        Assert.Equal(OutcomeStatus.Unknown, outcome.Status);
        Assert.Null(outcome.Bounds);
    }

    [Fact]
    public void More_open_rules_than_can_be_tried_one_by_one_still_give_an_unknown_with_all_that_is_missing()
    {
        var rules = string.Join('\n', Enumerable.Range(1, 9).Select(number => $"cn.r{number} | value: {number} days, when: family.visits = {number}"));

        var outcome = One("floor", rules);

        Assert.Equal((OutcomeStatus.Unknown, (0L, 9L)), (outcome.Status, outcome.Bounds!.Value));
        Assert.Equal(["visits"], outcome.Missing.Select(path => path.ToString()));
    }

    [Fact]
    public void A_part_of_an_and_that_is_settled_is_not_missing()
    {
        var outcome = One("floor", "cn.a | value: 9 days, when: family.married and family.tenant", """{"residence": "22", "married": true}""");

        Assert.Equal(["tenant"], outcome.Missing.Select(path => path.ToString()));
    }

    [Fact]
    public void A_list_that_is_not_given_is_itself_what_is_missing()
    {
        var outcome = One("floor", "cn.a | value: 9 days, when: any(c in children where c.registered)");

        Assert.Equal(["children"], outcome.Missing.Select(path => path.ToString()));
    }

    [Fact]
    public void The_items_of_a_list_that_is_given_are_missing_one_by_one()
    {
        var outcome = One("floor", "cn.a | value: 9 days, when: any(c in children where c.registered)", """{"residence": "22", "children": [{"registered": false}, {}, {}]}""");

        Assert.Equal(["children[1].registered", "children[2].registered"], outcome.Missing.Select(path => path.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_next_question_is_the_fact_that_most_answers_wait_for()
    {
        var policy = SmallPack.Compile("add", "cn.a | value: 5 days, when: family.married\ncn.b | value: 9 days, when: family.tenant and family.married");
        var facts = SmallPack.Family(policy, """{"residence": "22", "tenant": true}""");

        var next = new Evaluator(policy).Evaluate(facts).NextQuestion!;

        Assert.Equal(("married", 1), (next.Path.ToString(), next.Settles));
    }

    [Fact]
    public void A_window_that_cannot_be_placed_makes_a_right_unknown_with_its_value_in_the_bounds()
    {
        var policy = SmallPack.CompileWith(SmallPack.Header(more: "window: {from: family.event_date, until: family.event_date + 9 days}"), "replace", "cn.a | value: 9 days");

        var outcome = Assert.Single(SmallPack.Evaluate(policy, Here));

        Assert.Equal((OutcomeStatus.Unknown, null, (9L, 9L)), (outcome.Status, outcome.Value, outcome.Bounds!.Value));
        Assert.Equal(["eventDate"], outcome.Missing.Select(path => path.ToString()));
    }

    [Theory]
    [InlineData("2026-02-19", OutcomeStatus.Ended)]      // ends 2026-02-28
    [InlineData("2026-02-20", OutcomeStatus.Entitled)]   // ends 2026-03-01, the day itself
    [InlineData("2026-03-01", OutcomeStatus.Entitled)]
    [InlineData("2026-03-02", OutcomeStatus.NotYet)]
    public void A_window_includes_both_its_days(string day, OutcomeStatus expected)
    {
        var policy = SmallPack.CompileWith(SmallPack.Header(more: "window: {from: family.event_date, until: family.event_date + 9 days}"), "replace", "cn.a | value: 9 days");

        Assert.Equal(expected, Assert.Single(SmallPack.Evaluate(policy, $$"""{"residence": "22", "eventDate": "{{day}}"}""")).Status);
    }

    private static Outcome One(string merge, string rules, string family = Here) => Assert.Single(SmallPack.Evaluate(SmallPack.Compile(merge, rules), family));
}
