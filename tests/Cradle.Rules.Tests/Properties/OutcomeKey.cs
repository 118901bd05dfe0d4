using Cradle.Rules.Evaluation;

namespace Cradle.Rules.Tests.Properties;

/// <summary>Which outcome of an answer it is: quantity, beneficiary, child and lane.</summary>
internal readonly record struct OutcomeKey(string Quantity, string Beneficiary, int? Child, bool IsDraft)
{
    public static OutcomeKey Of(Outcome outcome) => new(outcome.Header.Id, outcome.Beneficiary, outcome.Child, outcome.IsDraft);

    public static Dictionary<OutcomeKey, Outcome> Index(IEnumerable<Outcome> outcomes) => outcomes.ToDictionary(Of);

    public static string Show(Outcome outcome) =>
        $"{outcome.Beneficiary}[{outcome.Child}] {outcome.Status} {outcome.Value} {outcome.Bounds} {outcome.From:yyyy-MM-dd}..{outcome.Until:yyyy-MM-dd} by {outcome.Rule?.Id} missing [{string.Join(", ", outcome.Missing)}]";
}
