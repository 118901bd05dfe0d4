using Cradle.Linkage.Comparison;
using Cradle.Linkage.Models;
using Cradle.Linkage.Reading;
using Cradle.Linkage.Scoring;

namespace Cradle.Linkage.Review;

/// <summary>The weight of one pair and where it comes from.</summary>
/// <param name="Steps">The steps; they add up to the weight.</param>
public sealed record PairExplanation(IReadOnlyList<WaterfallStep> Steps)
{
    /// <summary>The weight: negative infinity where the pair is excluded.</summary>
    public double Weight => Steps.Sum(step => step.Weight);

    /// <summary>The probability that the two records are one person.</summary>
    public double Probability => PairWeights.Probability(Weight);

    /// <summary>Explains a pair of records by a trained model.</summary>
    /// <param name="model">The model file.</param>
    /// <param name="inputs">The registers that were linked; frequencies of values come from them.</param>
    /// <param name="first">A record, written source:id.</param>
    /// <param name="second">The other record.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <exception cref="RegisterException">A register cannot be read, or a record is not in it.</exception>
    /// <exception cref="ModelException">The model cannot be used.</exception>
    public static async Task<PairExplanation> OfAsync(string model, IReadOnlyList<string> inputs, string first, string second, CancellationToken cancel)
    {
        var read = ModelFile.Read(model);
        var store = await new RegisterReader(new RecordLayout(read)).ReadAsync(RegisterFile.Open(inputs), cancel).ConfigureAwait(false);
        var lookup = new RecordLookup(store);
        return new PairExplanation(Waterfall.Of(store, read, Find(lookup, first), Find(lookup, second)));
    }

    private static int Find(RecordLookup lookup, string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && lookup.Find(name.AsSpan(0, colon), name.AsSpan(colon + 1)) is >= 0 and var record ? record
            : throw new RegisterException($"{name}: no register has this record; write it as police:P00000001.");
    }
}
