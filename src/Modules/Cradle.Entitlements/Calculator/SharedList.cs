using System.Text.Json;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;

namespace Cradle.Entitlements.Calculator;

/// <summary>A line of a shared list: what, how much, by which rule. No dates and no answers, so it says nothing about one family.</summary>
public sealed record SharedLine(string Quantity, string Status, long? Value, string Rule, bool Draft, string Beneficiary);

/// <summary>A list somebody shared.</summary>
public sealed record SharedList(int Place, IReadOnlyList<SharedLine> Lines)
{
    /// <summary>The positive outcomes of a result, without dates, children's numbers or missing facts.</summary>
    public static SharedList Of(ResultView view) => new(
        view.Calculation.Answer.Outcomes.Where(outcome => outcome.Rule is not null).Select(outcome => outcome.Rule!.Division).DefaultIfEmpty().Max(),
        [.. view.All
            .Where(outcome => outcome.Status is OutcomeStatus.Entitled or OutcomeStatus.Advisory or OutcomeStatus.Programme or OutcomeStatus.NotSet && OutcomeGroups.IsFamilys(outcome))
            .Select(outcome => new SharedLine(outcome.Header.Id, AnswerWriter.NameOf(outcome.Status), Impersonal(outcome), outcome.Rule!.Id, outcome.IsDraft, outcome.Beneficiary))
            .Distinct()]);

    public string Write() => JsonSerializer.Serialize(this);

    public static SharedList Read(string text) => JsonSerializer.Deserialize<SharedList>(text)!;

    /// <summary>Only a figure that stands in the rule itself is shared; one computed from a family's wage or dates is not.</summary>
    private static long? Impersonal(Outcome outcome) => outcome.Rule?.Value is Rules.Binding.Constant constant ? constant.Value : null;
}
