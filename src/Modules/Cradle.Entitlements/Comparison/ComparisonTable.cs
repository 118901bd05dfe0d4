using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;

namespace Cradle.Entitlements.Comparison;

/// <summary>The outcomes of one family in several places, a row a quantity.</summary>
public sealed record ComparisonTable(DateOnly AsOf, IReadOnlyList<int> Places, IReadOnlyList<ComparisonRow> Rows);

/// <summary>One quantity in all places; null where a place has no such rule.</summary>
public sealed record ComparisonRow(QuantityHeader Header, IReadOnlyList<string> Beneficiaries, int? Child, bool IsDraft, IReadOnlyList<Outcome?> Outcomes)
{
    /// <summary>Whether the places answer differently. No rule and a rule that does not apply are the same to a family: nothing.</summary>
    public bool Differs => Outcomes.Select(Substance).Distinct().Count() > 1;

    /// <summary>Whether any place has something to say.</summary>
    public bool HasSubstance => Outcomes.Any(outcome => Substance(outcome) is not null);

    /// <summary>Whether it speaks of people rather than of what units must do.</summary>
    public bool IsForPeople => Header.Beneficiary is not ("employer" or "institution" or "government");

    /// <summary>Whether some place names a figure.</summary>
    public bool HasFigure => Outcomes.Any(outcome => outcome?.Value is not null);

    internal bool SaysTheSameAs(ComparisonRow other) =>
        Header == other.Header && Child == other.Child && IsDraft == other.IsDraft && Outcomes.Select(outcome => outcome?.Answer).SequenceEqual(other.Outcomes.Select(outcome => outcome?.Answer));

    private static object? Substance(Outcome? outcome) =>
        outcome is null or { Status: OutcomeStatus.NotEntitled } ? null : outcome.Answer;
}
