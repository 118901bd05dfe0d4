using Cradle.Linkage.Comparison;
using Cradle.Linkage.Models;
using Cradle.Linkage.Reading;
using Cradle.Linkage.Scoring;

namespace Cradle.Linkage.Review;

/// <summary>One step from the odds of any two records to the weight of a pair.</summary>
/// <param name="Field">The field, or <c>prior</c> or <c>rarity</c>.</param>
/// <param name="Level">How the two values agree.</param>
/// <param name="Weight">What it adds to the weight; all steps add up to it.</param>
public readonly record struct WaterfallStep(string Field, string Level, double Weight);

/// <summary>
/// Explains the weight of a pair. Where non-matches are a mixture, what a field adds depends on the fields before it (a shared
/// phone tells little once the home is known to be shared), so each step is the gain over the steps before; they add up exactly.
/// </summary>
public static class Waterfall
{
    /// <summary>The steps for two records.</summary>
    /// <param name="store">The records.</param>
    /// <param name="model">A trained model.</param>
    /// <param name="a">Number of the first record.</param>
    /// <param name="b">Number of the second record.</param>
    /// <exception cref="ModelException">The model is not trained.</exception>
    public static IReadOnlyList<WaterfallStep> Of(RecordStore store, LinkageModel model, int a, int b) =>
        Of(store, new PairWeights(store.Layout, model.Parameters ?? throw new ModelException("The model is not trained; link without --model first."), PairWeights.Frequencies(store)), a, b);

    internal static IReadOnlyList<WaterfallStep> Of(RecordStore store, PairWeights weights, int a, int b)
    {
        var layout = store.Layout;
        var whole = layout.PatternOf(store.Row(a), store.Row(b));
        ulong pattern = 0;
        var before = Weight(weights, pattern);
        var steps = new List<WaterfallStep> { new("prior", "any two records", before) };
        for (var field = 0; field < layout.Comparers.Count; field++)
        {
            var level = RecordLayout.LevelOf(whole, field);
            if (level == FieldComparer.Missing)
            {
                continue;
            }

            pattern |= (ulong)level << (field * RecordLayout.BitsPerField);
            var after = Weight(weights, pattern);
            steps.Add(new WaterfallStep(layout.Comparers[field].Field.Name, layout.Comparers[field].Levels[level], after - before));
            if (double.IsNegativeInfinity(after))
            {
                return steps;
            }

            before = after;
        }

        var final = weights.WeightOf(whole, weights.OddsOf(whole), store.Row(a));
        steps.Add(new WaterfallStep("rarity", "of the values agreed on", final - before));
        return steps;
    }

    private static double Weight(PairWeights weights, ulong pattern)
    {
        var odds = weights.OddsOf(pattern);
        return Math.Log2(odds.Match / (odds.Stranger + odds.Others));
    }
}
