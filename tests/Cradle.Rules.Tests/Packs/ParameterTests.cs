using Cradle.Rules.Evaluation;
using Cradle.Rules.Explain;
using Cradle.Rules.Packs;
using Cradle.Rules.Review;

namespace Cradle.Rules.Tests.Packs;

public class ParameterTests
{
    private const string Days = """
        parameter: days
        label: {zh: 天数, en: number of days}
        unit: day
        values:
          - {from: 2020-01-01, value: 10 days, cites: [900/1]}
          - {from: 2026-01-01, value: 12 days, cites: [900/1]}
          - {in: [22], from: 2025-01-01, until: 2025-12-31, value: 30 days, cites: [900/1]}
        """;

    [Theory]
    [InlineData("62", "2026-03-01", "12")]       // the nation's newest
    [InlineData("62", "2025-12-31", "10")]       // the one before
    [InlineData("2201", "2025-06-01", "30")]     // of the province that the city lies in
    [InlineData("2201", "2026-03-01", "12")]     // the province's has ended
    public void The_value_in_force_of_the_nearest_place_is_used(string place, string day, string value)
    {
        var policy = Compile("parameter(days, family.residence)");
        Assert.Equal(value, SmallPack.Evaluate(policy, $$"""{"residence":"{{place}}"}""", day).Single().Value?.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Before_the_first_value_it_is_not_set_and_the_answer_unknown_with_nothing_to_ask()
    {
        var outcome = SmallPack.Evaluate(Compile("parameter(days, family.residence)"), """{"residence":"62"}""", "2019-12-31").Single();
        Assert.Equal((OutcomeStatus.Unknown, 0), (outcome.Status, outcome.Missing.Count));
    }

    [Fact]
    public void A_date_of_the_family_picks_the_value()
    {
        var policy = Compile("parameter(days, family.residence, family.event_date)");
        Assert.Equal(30, SmallPack.Evaluate(policy, """{"residence":"22","eventDate":"2025-07-01"}""").Single().Value);
        Assert.Equal(["eventDate"], SmallPack.Evaluate(policy, """{"residence":"22"}""").Single().Missing.Select(path => path.ToString()));
    }

    [Fact]
    public void A_rule_names_its_parameter_in_both_languages_and_the_explanation_its_value_place_and_clause()
    {
        var policy = Compile("parameter(days, family.residence)");
        var family = SmallPack.Family(policy, """{"residence":"2201"}""", "2025-06-01");
        var outcome = new Evaluator(policy).Evaluate(family).Outcomes.Single();
        Assert.Contains("“天数”", new RuleRenderer(policy.Pack.Vocabulary, Language.Chinese).Rule(outcome.Rule!, outcome.Header), StringComparison.Ordinal);
        Assert.Contains("the number of days of the family's residence", new RuleRenderer(policy.Pack.Vocabulary, Language.English).Rule(outcome.Rule!, outcome.Header), StringComparison.Ordinal);
        var step = new Explainer(new Evaluator(policy), Language.English, code => code == 22 ? "Jilin" : null).Explain(outcome, family).Steps.SelectMany(step => step.Steps).Single(step => step.Title == "number of days");
        Assert.Contains("set by Jilin from 2025-01-01", step.Detail, StringComparison.Ordinal);
        Assert.Equal("900/1", step.Cites.Single().ToString());
    }

    [Theory]
    [InlineData("CR220", "value: \"parameter(hours)\"", Days)]
    [InlineData("CR204", "value: \"parameter(days, as_of)\"", Days)]
    [InlineData("CR218", "value: \"parameter(days, @22, as_of, 1)\"", Days)]
    [InlineData("CR590", "value: parameter(days)", Days + "\n  - {from: 2026-01-01, value: 13 days, cites: [900/1]}")]
    [InlineData("CR591", "value: parameter(days)", Days + "\n  - {in: [22], from: 2026-02-01, value: 13 days, cites: [900/1]}")]
    [InlineData("CR592", "value: 3 days", Days)]
    [InlineData("CR501", "value: parameter(days)", Days + "\n  - {in: [62], from: 2026-02-01, value: 13 days, cites: [900/7]}")]
    [InlineData("CR032", "value: parameter(days)", Days + "\n  - {in: [62], from: 2026-02-01, value: 13 days}")]
    [InlineData("CR204", "value: parameter(days)", Days + "\n  - {in: [62], from: 2026-02-01, value: 13 yuan, cites: [900/1]}")]
    [InlineData("CR033", "value: parameter(days)", Days + "\n  - {in: [62], from: 2026-02-01, until: 2026-01-01, value: 13 days, cites: [900/1]}")]
    public void A_mistake_is_found(string code, string rule, string parameter)
    {
        var pack = SmallPack.Load(("00-national/leave/thing.yaml", SmallPack.Quantity("replace", $"cn.a | {rule}")), ("00-national/leave/days.parameter.yaml", parameter));
        Assert.Contains(PolicyReview.Check(pack, new DateOnly(2026, 3, 1)).Diagnostics, finding => finding.Code == code);
    }

    [Fact]
    public void A_place_may_not_set_a_figure_for_another_nor_come_without_the_header()
    {
        const string Jilin = "parameter: days\nvalues:\n  - {in: [62], from: 2026-02-01, value: 13 days, cites: [900/1]}";
        Assert.Contains(SmallPack.Load(("00-national/leave/days.parameter.yaml", Days), ("22-jilin/leave/days.parameter.yaml", Jilin)).Diagnostics, finding => finding.Code == "CR017");
        Assert.Contains(SmallPack.Load(("22-jilin/leave/days.parameter.yaml", Jilin)).Diagnostics, finding => finding.Code == "CR019");
    }

    internal static CompiledPolicy Compile(string value, string more = "") => new(SmallPack.Load(
        ("00-national/leave/thing.yaml", SmallPack.Quantity("replace", $"cn.a | value: \"{value}\"")), ("00-national/leave/days.parameter.yaml", Days + more)));
}
