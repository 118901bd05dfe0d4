using System.Text.Json;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;
using Cradle.Rules.Tests.Packs;

namespace Cradle.Rules.Tests.Facts;

/// <summary>A text without a first day answers for any day, but not without a word of doubt for days on which it cannot have been there.</summary>
public class AnswerDoubtsTests
{
    [Fact]
    public void Every_rule_says_from_when_it_holds_or_before_when_it_cannot_have_held() =>
        Assert.Empty(RealPack.Pack.Quantities.SelectMany(quantity => quantity.Rules).Where(rule => rule.From is null && rule.NotBefore is null).Select(rule => $"{rule.Id} at {rule.Position}"));

    [Fact]
    public void A_day_before_its_texts_is_answered_with_a_warning_that_names_them_and_the_day()
    {
        var doubt = Assert.Single(AnswerDoubts.Of(AnswerIn("2015-06-01")));

        Assert.Equal(("asOf", "undatedText"), (doubt.Path, doubt.Code));
        Assert.Contains("002", doubt.Reason.Zh, StringComparison.Ordinal);
        Assert.Contains("2015-06-01", doubt.Reason.En, StringComparison.Ordinal);
        Assert.Empty(AnswerDoubts.Of(AnswerIn("2025-06-01")));
    }

    [Fact]
    public void The_warning_stands_in_the_written_answer()
    {
        using var json = JsonDocument.Parse(AnswerWriter.Write(AnswerIn("2015-06-01"), [], Language.English));

        Assert.Equal("undatedText", Assert.Single(json.RootElement.GetProperty("warnings").EnumerateArray()).GetProperty("code").GetString());
    }

    private static Answer AnswerIn(string day) => new Evaluator(RealPack.Policy).Evaluate(
        new FamilyReader(RealPack.Vocabulary, RealPack.Divisions).Read($$"""{"asOf": "{{day}}", "residence": "140105", "children": []}""", default).Facts!);
}
