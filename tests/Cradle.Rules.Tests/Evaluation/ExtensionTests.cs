using Cradle.Rules.Evaluation;
using Cradle.Rules.Explain;
using Cradle.Rules.Packs;
using Cradle.Rules.Tests.Packs;

namespace Cradle.Rules.Tests.Evaluation;

/// <summary>A quantity that extends another is added to it: one figure, one last day.</summary>
public class ExtensionTests
{
    private const string Period = "period: {from: family.event_date, until: family.event_date + value - 1 day}";

    // 10 days from 1 March end on the 10th; 4 more end on the 14th
    [Fact]
    public void The_days_are_added_and_the_last_day_moves()
    {
        var (whole, part) = Answer("true", "{id: cn.more, cites: [900/1], strength: must, when: family.married, value: 4 days}");
        Assert.Equal((14L, new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 14)), (whole.Value, whole.From, whole.Until));
        Assert.False(whole.AtLeast);
        Assert.Equal("thing", part.CountedIn);
        Assert.Equal(4, part.Value);
        Assert.Equal(["cn.a", "cn.more"], whole.Voices.Select(voice => voice.Id));
    }

    [Theory]
    [InlineData("true", StepState.Holds, "加上另加：10天 + 4天 = 14天")]
    [InlineData(null, StepState.Missing, "可能还要加上另加")]
    public void The_explanation_adds_up_to_the_figure(string? married, StepState state, string title)
    {
        var policy = Policy("thing", "for: family\nunit: day", "{id: cn.more, cites: [900/1], strength: must, when: family.married, value: 4 days}");
        var family = SmallPack.Family(policy, Family(married));
        var evaluator = new Evaluator(policy);
        var steps = new Explainer(evaluator, Language.Chinese).Explain(evaluator.Evaluate(family).Outcomes.Single(outcome => outcome.Header.Id == "thing"), family).Steps;
        var step = Assert.Single(steps, step => step.Title == title);
        Assert.Equal(state, step.State);
        Assert.Equal(policy.Rules["cn.more"].Cites, step.Cites);
        Assert.NotEmpty(step.Steps);   // the condition, with what is known of it
    }

    [Fact]
    public void What_does_not_apply_adds_nothing()
    {
        var (whole, part) = Answer("false", "{id: cn.more, cites: [900/1], strength: must, when: family.married, value: 4 days}");
        Assert.Equal((10L, new DateOnly(2026, 3, 10)), (whole.Value, whole.Until));
        Assert.Null(whole.Extension);
        Assert.Null(part.CountedIn);
    }

    [Fact]
    public void What_waits_for_a_fact_bounds_the_figure_and_stays_in_the_list()
    {
        var (whole, part) = Answer(null, "{id: cn.more, cites: [900/1], strength: must, when: family.married, value: 4 days}");
        Assert.Equal((OutcomeStatus.Entitled, 10L, ValueLimit.AtLeast), (whole.Status, whole.Value, whole.Limit));
        Assert.Equal(OutcomeStatus.Unknown, part.Status);
        Assert.Null(part.CountedIn);
    }

    [Fact]
    public void A_number_that_the_place_has_not_set_leaves_the_rest_as_the_least()
    {
        var (whole, part) = Answer("true", "{id: cn.more, cites: [900/1], strength: must, not-set: {by: {zh: 省, en: the province}, what: {zh: 天数, en: days}}}");
        Assert.Equal((10L, true), (whole.Value, whole.AtLeast));
        Assert.Equal("thing", part.CountedIn);
    }

    [Theory]
    [InlineData("thing", "for: family\nunit: item")]
    [InlineData("thing", "for: mother\nunit: day")]
    [InlineData("nothing", "for: family\nunit: day")]
    public void An_extension_of_another_unit_or_instance_or_of_nothing_is_an_error(string extended, string header) =>
        Assert.Contains(SmallPack.Load(Thing, ("00-national/leave/more.yaml", More(extended, header, "{id: cn.more, cites: [900/1], strength: must, value: 4}"))).Diagnostics, diagnostic => diagnostic.Code == "CR020");

    private static (string, string) Thing => ("00-national/leave/thing.yaml", SmallPack.Quantity("floor", "cn.a | value: 10 days", SmallPack.Header(more: Period)));

    private static string More(string extended, string header, string rule) => $$"""
        quantity: more
        label: {zh: 另加, en: more}
        about: {zh: 另加。, en: More.}
        kind: leave
        beneficiary: family
        handler: employer
        systems: [S11]
        competence: [nation]
        merge: floor
        region: family.residence
        anchor: as_of
        {{header}}
        extends: {{extended}}
        rules:
          - {{rule}}
        """;

    private static CompiledPolicy Policy(string extended, string header, string rule) =>
        new(SmallPack.Load(Thing, ("00-national/leave/more.yaml", More(extended, header, rule))));

    private static string Family(string? married) => $$"""{"residence": "22", "eventDate": "2026-03-01"{{(married is null ? "" : $", \"married\": {married}")}}}""";

    private static (Outcome Whole, Outcome Part) Answer(string? married, string rule)
    {
        var policy = Policy("thing", "for: family\nunit: day", rule);
        var outcomes = SmallPack.Evaluate(policy, Family(married));
        var whole = outcomes.Single(outcome => outcome.Header.Id == "thing");
        Assert.Equal(whole.Answer, new Evaluator(policy).Evaluate(policy.Quantities.Single(quantity => quantity.Header.Id == "thing"), SmallPack.Family(policy, Family(married)))[0].Answer);
        return (whole, outcomes.Single(outcome => outcome.Header.Id == "more"));
    }
}
