using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Tests.Packs;

/// <summary>Which clause a family reads: never one of a province in which nothing of it lies, unless the place of an employer or a fund is still to be told.</summary>
public class WhoseClauseTests
{
    private const string OfChangchun = """{"employment": "none", "medicalInsurance": "resident", "maternityInsurance": false, "poolingRegion": "2201", "householdRegistration": "220104", "onlyChild": true, "providentFund": {"depositor": false}}""";

    [Theory]
    [InlineData("220104", "2201", new[] { "002", "004" })]
    [InlineData("220202", "2202", new[] { "001", "002", "004" })]
    [InlineData("140105", "1401", new[] { "000", "001", "004" })]
    [InlineData("621002", "6210", new[] { "000", "001", "002" })]
    [InlineData("110105", "1101", new[] { "000", "001", "002", "004" })]
    public void A_family_without_employer_and_fund_reads_no_clause_of_another_place(string residence, string pool, string[] foreign)
    {
        var parent = OfChangchun.Replace("\"2201\"", $"\"{pool}\"", StringComparison.Ordinal).Replace("220104", residence, StringComparison.Ordinal);
        var answer = Answer($$"""
            {"asOf": "2026-03-01", "residence": "{{residence}}", "mother": {{parent}}, "father": {{parent}},
             "children": [{"birthDate": "2025-08-15", "birthOrder": 2, "registered": true, "householdRegistration": "{{residence}}"}]}
            """);

        Assert.Empty(answer.Outcomes.Where(outcome => outcome.Voices.Any(rule => rule.Cites.Any(cite => foreign.Contains(cite.Document)))).Select(outcome => $"{outcome.Header.Id} {outcome.Status} {outcome.Rule!.Id}"));
    }

    [Theory]
    [InlineData("140105", "maternity-leave", "sx.maternity-leave")]
    [InlineData("220104", "maternity-leave", "jl.maternity-leave")]
    [InlineData("110105", "maternity-leave", "cn.maternity-leave")]
    [InlineData("620102", "public-rental-exchange", "gs.public-rental-exchange")]
    public void An_answer_that_still_needs_facts_cites_the_rule_where_the_family_lives(string residence, string quantity, string rule)
    {
        var answer = Answer($$"""{"asOf": "2026-03-01", "residence": "{{residence}}", "mother": {"employment": "employed"}, "children": [{"birthDate": "2025-08-15", "birthOrder": 1}]}""");

        var outcome = Assert.Single(answer.Outcomes, outcome => outcome.Header.Id == quantity && !outcome.IsDraft);
        Assert.Equal((OutcomeStatus.Unknown, rule), (outcome.Status, outcome.Rule!.Id));
    }

    [Theory]
    [InlineData("assisted-reproduction-rules", "norms/assisted-reproduction-2001")]
    [InlineData("public-interest-action-for-women", "norms/womens-rights-law-2023/77")]
    [InlineData("target-responsibility-assessment", "003/结尾段")]
    public void What_only_the_national_text_says_is_cited_from_it_in_Gansu_too(string quantity, string clause)
    {
        var outcome = Assert.Single(Answer("""{"asOf": "2026-03-01", "residence": "620102"}""").Outcomes, outcome => outcome.Header.Id == quantity);

        Assert.Contains(clause, outcome.Voices.SelectMany(rule => rule.Cites).Select(cite => cite.ToString()));
        Assert.Contains(outcome.Voices.SelectMany(rule => rule.Cites), cite => cite.Document == "004");
    }

    [Fact]
    public void What_has_ended_says_when_even_where_the_day_that_would_be_printed_is_not_known()
    {
        // a father in Gansu may choose within the mother's leave, whose end is not told; a year after the birth it is over
        var answer = Answer("""{"asOf": "2026-03-01", "father": {"employment": "employed", "employerDivision": "620102"}, "children": [{"birthDate": "2025-01-10", "registered": true}]}""");

        var outcome = Assert.Single(answer.Outcomes, outcome => outcome.Header.Id == "paternity-leave" && !outcome.IsDraft);
        Assert.Equal((OutcomeStatus.Ended, new DateOnly(2026, 1, 9)), (outcome.Status, outcome.Until));
    }

    [Fact]
    public void A_couple_that_expects_a_child_is_not_asked_for_a_loss()
    {
        var answered = """
            {"asOf": "2026-03-01", "residence": "220104", "married": true, "children": [{"dueDate": "2026-05-20", "birthOrder": 1, "babies": 1, "registered": true}],
             "mother": {"employment": "employed", "employerDivision": "220104", "pregnancyWeeks": 29}, "father": {"employment": "none"}}
            """;
        var facts = Facts(answered);
        var loss = RealPack.Vocabulary.Find(EntityKind.Family, "family_planning.special_family")!;

        Assert.NotEqual(Kleene.True, Interpreter.Test(loss.AskWhen!, new Frame(facts)));
    }

    private static Answer Answer(string family) => new Evaluator(RealPack.Policy).Evaluate(Facts(family));

    private static FamilyFacts Facts(string family) => new FamilyReader(RealPack.Vocabulary, RealPack.Divisions).Read(family, new DateOnly(2026, 3, 1)).Facts!;
}
