using System.Text.RegularExpressions;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Explain;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Tests.Packs;

/// <summary>The shipped packs promise no figure that a place may set otherwise, and say what a step that is open to everybody would bring.</summary>
public partial class PromiseTests
{
    [Theory]
    [InlineData("paternity-leave")]
    [InlineData("parental-leave")]
    public void Where_a_place_may_set_any_figure_nothing_bounds_it(string quantity)
    {
        var outcome = Answer("""{"asOf": "2026-11-26", "residence": "62", "father": {"employment": "employed"}, "children": [{"birthDate": "2026-10-01", "registered": true}]}""")
            .First(outcome => outcome.Header.Id == quantity && outcome.Beneficiary == "father");

        Assert.Equal((OutcomeStatus.Unknown, null), (outcome.Status, outcome.Bounds));
        Assert.Contains(outcome.Missing, path => path.ToString() == "father.employerDivision");
    }

    [Fact]
    public void A_figure_that_its_replacement_always_silences_is_no_open_one()
    {
        var outcome = Answer("""{"asOf": "2026-03-01", "residence": "220202", "children": [{"birthDate": "2021-08-15", "care": "kindergarten"}]}""")
            .First(outcome => outcome.Header.Id == "kindergarten-operating-subsidy");

        Assert.Equal(0, outcome.Bounds?.Low);
    }

    [Theory]
    [InlineData("11", true)]
    [InlineData("2201", false)]
    [InlineData("1401", false)]
    public void Leave_under_rules_that_are_not_on_file_may_be_longer(string employer, bool mayBeMore)
    {
        var leave = Answer($$"""{"asOf": "2026-09-01", "mother": {"employment": "employed", "employerDivision": "{{employer}}"}, "children": [{"birthDate": "2026-08-15", "registered": true, "difficultBirth": false, "babies": 1}]}""")
            .First(outcome => outcome.Header.Id == "maternity-leave" && !outcome.IsDraft);

        Assert.Equal(mayBeMore, leave.AtLeast);
    }

    [Fact]
    public void What_a_change_would_bring_is_told_with_its_figure_before_the_birth_too()
    {
        var facts = Read("""{"asOf": "2026-11-26", "residence": "140105", "mother": {"employment": "employed", "employerDivision": "140105"}, "children": [{"dueDate": "2027-02-10", "babies": 1, "difficultBirth": false, "registered": true}]}""");
        var evaluator = new Evaluator(RealPack.Policy);
        var leave = evaluator.Evaluate(facts).Outcomes.First(outcome => outcome.Header.Id == "maternity-leave");

        var changes = new Explainer(evaluator, Language.Chinese).Explain(leave, facts).Changes;

        Assert.Contains("98", Assert.Single(changes, change => change.If.Contains("未办生育登记", StringComparison.Ordinal)).Then, StringComparison.Ordinal);
    }

    [Fact]
    public void A_heading_for_all_places_states_no_figure_of_one_of_them()
    {
        var headings = RealPack.Pack.Quantities.Where(quantity => quantity.Rules.All(rule => rule.Division != quantity.Header.Division)).Select(quantity => quantity.Header).ToList();

        Assert.NotEmpty(headings);
        Assert.Empty(headings.Where(header => Figure().IsMatch(header.About.Zh)).Select(header => $"{header.Id}: {header.About.Zh}"));
    }

    [GeneratedRegex("[0-9]+ *(周岁|岁|天|日|个月|年|元|%)")]
    private static partial Regex Figure();

    private static IReadOnlyList<Outcome> Answer(string family) => new Evaluator(RealPack.Policy).Evaluate(Read(family)).Outcomes;

    private static FamilyFacts Read(string family) => new FamilyReader(RealPack.Vocabulary, RealPack.Divisions).Read(family, default).Facts!;
}
