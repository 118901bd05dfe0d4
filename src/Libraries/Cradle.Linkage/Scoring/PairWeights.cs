using Cradle.Linkage.Blocking;
using Cradle.Linkage.Comparison;
using Cradle.Linkage.Models;
using Cradle.Linkage.Reading;

namespace Cradle.Linkage.Scoring;

/// <summary>
/// The weight of a pair: the logarithm to base 2 of the odds that it is one person, so that a weight of 0 is even odds and each
/// unit doubles them. The mixture gives the odds of a pattern; agreement on a value that is rarer or more frequent than the
/// average changes how likely strangers are to agree on it.
/// </summary>
internal sealed class PairWeights
{
    /// <summary>The weight of a pair that cannot be one person.</summary>
    public const double Excluded = double.NegativeInfinity;

    // Below these odds no rarity of a name lifts a pair to where it matters.
    private const double FrequencyFrom = 1e-6;

    private readonly RecordLayout layout;
    private readonly (int Field, FieldComparer Comparer, FrequencyTable Table)[] frequencies;

    public PairWeights(RecordLayout layout, TrainedParameters parameters, IReadOnlyDictionary<string, FrequencyTable> tables)
    {
        this.layout = layout;
        Mixture = new Mixture(layout, parameters);
        frequencies = [.. layout.Comparers.Select((comparer, field) => (field, comparer))
            .Where(item => tables.ContainsKey(item.comparer.Field.Name)).Select(item => (item.field, item.comparer, tables[item.comparer.Field.Name]))];
    }

    public Mixture Mixture { get; }

    public static IReadOnlyDictionary<string, FrequencyTable> Frequencies(RecordStore store) => store.Layout.Comparers
        .Where(comparer => comparer.Field.TermFrequency)
        .ToDictionary(comparer => comparer.Field.Name, comparer => FrequencyTable.Of(PassIndex.KeysOf(store, new BlockingPass([new KeyPart(comparer.Field.Name)]))), StringComparer.Ordinal);

    public static double Probability(double weight) => 1 / (1 + Math.Pow(2, -weight));

    /// <summary>What a pattern contributes, computed once for every pattern that occurs.</summary>
    public PatternOdds OddsOf(ulong pattern)
    {
        Span<double> parts = stackalloc double[Mixture.Classes];
        Mixture.Likelihoods(pattern, parts);
        double others = 0;
        foreach (var part in parts[2..])
        {
            others += part;
        }

        return new PatternOdds(parts[0], parts[1], others);
    }

    public double WeightOf(ulong pattern, in PatternOdds odds, ReadOnlySpan<int> row)
    {
        if (odds.Match == 0)
        {
            return Excluded;
        }

        var strangers = odds.Stranger;
        if (odds.Match >= FrequencyFrom * (strangers + odds.Others))
        {
            foreach (var (field, comparer, table) in frequencies)
            {
                if (RecordLayout.LevelOf(pattern, field) == comparer.Exact)
                {
                    strangers *= table.ShareOf(comparer.Key(KeyForm.Value, row)) / Mixture.Level(1, field, comparer.Exact);
                }
            }
        }

        return Math.Log2(odds.Match / (strangers + odds.Others));
    }
}

/// <summary>Share times likelihood of a pattern among matches, strangers and all other pairs.</summary>
internal readonly record struct PatternOdds(double Match, double Stranger, double Others);
