using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;

namespace Cradle.Entitlements.Calculator;

/// <summary>Outcomes that say the same of several people: both parents' leave, each child's check. They share one card.</summary>
public sealed record OutcomeBundle(IReadOnlyList<Outcome> Outcomes)
{
    public Outcome First => Outcomes[0];

    /// <summary>Bundles in the order of their first outcome.</summary>
    public static IReadOnlyList<OutcomeBundle> Of(IEnumerable<Outcome> outcomes) =>
        [.. outcomes.GroupBy(outcome => (outcome.Header.Id, outcome.Answer, outcome.Rule?.Id, outcome.IsDraft, Dated: outcome.Missing.Count > 0 ? outcome.Missing[0].Fact?.Path : null))
            .Select(group => new OutcomeBundle([.. group]))];

    /// <summary>Bundles that name every quantity once, whatever is said of it.</summary>
    public static IReadOnlyList<OutcomeBundle> ByName(IEnumerable<Outcome> outcomes) =>
        [.. outcomes.GroupBy(outcome => outcome.Header.Id).Select(group => new OutcomeBundle([.. group]))];

    /// <summary>The facts that any of them waits for: what one of two parents is asked, the other is asked too.</summary>
    public IReadOnlyList<FactPath> Missing => [.. Outcomes.SelectMany(outcome => outcome.Missing).Distinct()];

    /// <summary>Everybody it is for.</summary>
    public string Who(ChildNames children) => OutcomeText.People(Outcomes.Select(outcome => OutcomeText.Who(outcome, children)), First.Value is not null);
}
