using Cradle.Linkage.Comparison;
using Cradle.Linkage.Models;

namespace Cradle.Linkage.Scoring;

/// <summary>The probabilities of a mixture in the form in which patterns are scored.</summary>
internal sealed class Mixture
{
    private readonly double[][] byClass;
    private readonly double[] shares;
    private readonly RecordLayout layout;

    public Mixture(RecordLayout layout, TrainedParameters parameters)
    {
        this.layout = layout;
        Parameters = parameters;
        shares = [.. parameters.Classes.Select(item => item.Share)];
        foreach (var item in parameters.Classes)
        {
            for (var field = 0; field < layout.Comparers.Count; field++)
            {
                var expected = layout.Comparers[field].Levels.Count - 1;
                if (item.Levels.Count <= field || item.Levels[field].Count != expected)
                {
                    throw new ModelException($"The class {item.Name} needs {expected} probabilities for {layout.Comparers[field].Field.Name}: {string.Join(", ", layout.Comparers[field].Levels.Skip(1))}. Train the model again.");
                }
            }
        }

        byClass = [.. parameters.Classes.Select(Flat)];
    }

    public TrainedParameters Parameters { get; }

    public int Classes => shares.Length;

    /// <summary>Share times likelihood of a pattern in each class; 0 for the matches where the pattern excludes a match.</summary>
    public void Likelihoods(in ReadPattern pattern, Span<double> result)
    {
        for (var c = 0; c < byClass.Length; c++)
        {
            var likelihood = shares[c];
            var levels = byClass[c];
            foreach (var place in pattern.Places)
            {
                likelihood *= levels[place];
            }

            result[c] = likelihood;
        }

        if (pattern.IsVetoed)
        {
            result[0] = 0;
        }
    }

    public void Likelihoods(ulong pattern, Span<double> result) => Likelihoods(ReadPattern.Of(layout, pattern), result);

    /// <summary>Probability of one level in one class; 1 for a missing value, which tells nothing.</summary>
    public double Level(int pairClass, int field, int level) => byClass[pairClass][field << RecordLayout.BitsPerField | level];

    private static double[] Flat(PairClass item)
    {
        var flat = new double[item.Levels.Count << RecordLayout.BitsPerField];
        for (var field = 0; field < item.Levels.Count; field++)
        {
            flat[field << RecordLayout.BitsPerField] = 1;
            for (var level = 0; level < item.Levels[field].Count; level++)
            {
                flat[field << RecordLayout.BitsPerField | level + 1] = item.Levels[field][level];
            }
        }

        return flat;
    }
}
