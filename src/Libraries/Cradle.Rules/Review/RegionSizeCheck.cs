using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;
using Cradle.Rules.Syntax;

namespace Cradle.Rules.Review;

/// <summary>A region's rules of one quantity fit the 32 bits that evaluation and kernels keep them in.</summary>
internal static class RegionSizeCheck
{
    public const int MostRules = 32;

    public static void Run(Quantity quantity, PolicyPack pack, DiagnosticBag diagnostics)
    {
        foreach (var division in pack.Divisions)
        {
            foreach (var lane in quantity.Rules.Where(rule => Interpreter.Lies(division, rule.Division)).GroupBy(rule => rule.IsDraft))
            {
                if (lane.Count() <= MostRules || !lane.Any(rule => rule.Division == division))
                    continue;
                diagnostics.Error("CR541", lane.First(rule => rule.Division == division).Position,
                    $"{lane.Count()} rules of {quantity.Header.Id} meet in {LevelText.Place(division)}; {MostRules} is the most.",
                    "Put the variants into a decision table, or split the quantity.");
            }
        }
    }
}
