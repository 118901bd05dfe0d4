using Cradle.Rules.Packs;
using Cradle.Rules.Syntax;

namespace Cradle.Rules.Review;

/// <summary>Wherever a place has rules of a quantity, worked cases stand beside them; two at least where a value is given.</summary>
internal static class CaseCheck
{
    private const int CasesForValues = 2;

    public static void Run(Quantity quantity, PolicyPack pack, DiagnosticBag diagnostics)
    {
        foreach (var place in quantity.Rules.GroupBy(rule => rule.Division))
        {
            var rules = place.ToList();
            var cases = pack.Cases.Count(item => item.Quantity == quantity.Header.Id && item.Division == place.Key);
            var valued = rules.Find(rule => rule.Value is not null || rule.Table is not null);
            if (cases == 0)
                diagnostics.Error("CR561", rules[0].Position, $"{quantity.Header.Id} has rules of {LevelText.Place(place.Key)} but no worked case beside them.",
                    $"Add {quantity.Header.Id}.cases.yaml in the same folder.");
            else if (valued is not null && cases < CasesForValues)
                diagnostics.Error("CR562", valued.Position, $"{valued.Id} gives a value, but only {cases} worked case stands beside it.",
                    "Add a second one, at a limit or with another result.");
        }

        if (quantity.Rules.Count == 0)
            diagnostics.Error("CR563", quantity.Header.Position, $"{quantity.Header.Id} has no rules.", "Add a rule, or remove the file.");
    }
}
