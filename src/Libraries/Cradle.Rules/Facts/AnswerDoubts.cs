using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Facts;

/// <summary>What an answer as a whole leaves in doubt.</summary>
public static class AnswerDoubts
{
    /// <summary>
    /// A warning where the day of the question is one on which texts that spoke cannot have been in force yet: they name no first day, so their
    /// rules answer for any.
    /// </summary>
    public static IReadOnlyList<FactProblem> Of(Answer answer)
    {
        var early = answer.Outcomes.Where(outcome => outcome.Voices.Any(rule => rule.NotBefore > answer.AsOf)).ToList();
        if (early.Count == 0)
            return [];
        var rules = early.SelectMany(outcome => outcome.Voices).Where(rule => rule.NotBefore > answer.AsOf).ToList();
        var texts = rules.SelectMany(rule => rule.Cites).Select(cite => cite.Document).Distinct().Order(StringComparer.Ordinal).ToList();
        var day = rules.Max(rule => rule.NotBefore);
        return
        [
            new FactProblem("asOf", "undatedText",
                new($"{string.Join("、", texts)} 没有写从哪天起施行，{day:yyyy-MM-dd}以前不可能都已施行；按{answer.AsOf:yyyy-MM-dd}算，其中{early.Count}项当时未必成立。",
                    $"{string.Join(", ", texts)} name no first day and cannot all have been in force before {day:yyyy-MM-dd}; on {answer.AsOf:yyyy-MM-dd}, {early.Count} of these answers may not have held."),
                new("换一个更晚的日期，或者按当时的文件核对。", "Ask for a later day, or compare with the texts of that time.")),
        ];
    }
}
