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

    // 10 days are certain; of the 4 or 9 that come on top 4 are certain too
    [Fact]
    public void What_is_certain_of_a_part_that_waits_for_a_fact_is_in_the_figure()
    {
        var (whole, part) = Answer(null, "{id: cn.more, cites: [900/1], strength: must, value: if family.married then 4 days else 9 days}");
        Assert.Equal((OutcomeStatus.Entitled, 14L, true), (whole.Status, whole.Value, whole.AtLeast));
        Assert.Equal((new DateOnly(2026, 3, 14), 4L), (whole.Until, whole.Added));
        Assert.Equal((OutcomeStatus.Unknown, (4L, 9L)), (part.Status, part.Bounds));
    }

    [Theory]
    [InlineData("{id: cn.more, cites: [900/1], strength: must, when: family.married, value: 4 days}", 0, 14)]
    [InlineData("{id: cn.more, cites: [900/1], strength: must, value: 4 days}", 0, 14)]
    [InlineData("{id: cn.more, cites: [900/1], strength: must, value: if family.married then 4 days else 9 days}", 0, 19)]
    public void Bounds_of_a_figure_that_waits_for_a_fact_hold_what_may_be_added(string rule, long low, long high)
    {
        var policy = Policy("thing", "for: family\nunit: day", rule, "family.tenant");
        var whole = SmallPack.Evaluate(policy, Family(null)).Single(outcome => outcome.Header.Id == "thing");
        Assert.Equal((OutcomeStatus.Unknown, (low, high)), (whole.Status, whole.Bounds));
    }

    [Fact]
    public void What_nobody_can_bound_leaves_no_upper_bound()
    {
        var policy = Policy("thing", "for: family\nunit: day", "{id: cn.more, cites: [900/1], strength: must, not-set: {by: {zh: 省, en: the province}, what: {zh: 天数, en: days}}}", "family.tenant");
        Assert.Null(SmallPack.Evaluate(policy, Family(null)).Single(outcome => outcome.Header.Id == "thing").Bounds);
    }

    // from 1 March: 10 days end on the 10th, 14 on the 14th
    [Theory]
    [InlineData("false", "2026-03-10", false)]
    [InlineData("false", "2026-03-11", true)]
    [InlineData("true", "2026-03-14", false)]
    [InlineData("true", "2026-03-15", true)]
    [InlineData(null, "2026-03-14", false)]
    [InlineData(null, "2026-03-15", true)]
    public void Leave_is_over_when_all_its_days_are(string? married, string today, bool isPast)
    {
        var policy = Policy("thing", "for: family\nunit: day", "{id: cn.more, cites: [900/1], strength: must, when: family.married, value: 4 days}");
        var whole = SmallPack.Evaluate(policy, Family(married), today).Single(outcome => outcome.Header.Id == "thing");
        Assert.Equal((OutcomeStatus.Entitled, isPast), (whole.Status, whole.IsPast));
        Assert.Equal(isPast ? OutcomeGroup.Ended : OutcomeGroup.Entitled, OutcomeGroups.Of(whole));
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

    private static (string, string) Thing => ThingWhen("true");

    private static (string, string) ThingWhen(string condition) => ("00-national/leave/thing.yaml", SmallPack.Quantity("floor", $"cn.a | when: {condition}, value: 10 days", SmallPack.Header(more: Period)));

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

    private static CompiledPolicy Policy(string extended, string header, string rule, string condition = "true") =>
        new(SmallPack.Load(ThingWhen(condition), ("00-national/leave/more.yaml", More(extended, header, rule))));

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
