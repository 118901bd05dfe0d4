using Cradle.Linkage.Comparison;
using Cradle.Linkage.Models;

namespace Cradle.Linkage.Scoring;

/// <summary>
/// Estimates the classes of pairs by expectation–maximisation (Dempster, Laird and Rubin 1977; for linkage Winkler 1988) on
/// counts of patterns. Strangers are learnt from pairs drawn at random, all other classes from candidate pairs. Where identity
/// numbers are there, pairs of two valid, different ones are certainly no matches: they teach what households and twins look
/// like, which otherwise would pass for matches (a mixture for the non-matches, after Larsen and Rubin 2001).
/// </summary>
internal sealed class Estimation
{
    private const int Rounds = 40;
    private const double Enough = 1e-5;
    private const double PriorPairs = 2;
    private const double DuplicatesExpected = 0.2;
    private const double HouseholdPairsExpected = 0.5;
    private const double TwinPairsExpected = 0.005;

    private readonly RecordLayout layout;
    private readonly List<(ReadPattern Pattern, double Pairs)> candidates;
    private readonly List<(ReadPattern Pattern, double Pairs)> random;
    private readonly List<(ReadPattern Pattern, double Pairs)>? matched;
    private readonly double allPairs;

    /// <summary>Prepares an estimation.</summary>
    /// <param name="layout">The layout of the records.</param>
    /// <param name="candidates">Patterns of candidate pairs.</param>
    /// <param name="every">How many candidate pairs each counted one stands for.</param>
    /// <param name="random">Patterns of random pairs.</param>
    /// <param name="allPairs">The number of all pairs of records.</param>
    /// <param name="matched">Patterns of pairs known to be matches, of which then none is among the candidates; null where the truth is not known.</param>
    public Estimation(RecordLayout layout, PatternCounts candidates, uint every, PatternCounts random, double allPairs, PatternCounts? matched)
    {
        this.matched = matched is null ? null : [.. matched.InOrder.Select(item => (ReadPattern.Of(layout, item.Key), (double)item.Value * every))];
        this.layout = layout;
        this.allPairs = allPairs;
        this.candidates = [.. candidates.InOrder.Select(item => (ReadPattern.Of(layout, item.Key), (double)item.Value * every))];
        this.random = [.. random.InOrder.Select(item => (ReadPattern.Of(layout, item.Key), (double)item.Value))];
    }

    public TrainedParameters Run()
    {
        var parameters = Start();
        for (var round = 0; round < Rounds; round++)
        {
            var next = Step(new Mixture(layout, parameters));
            var change = Math.Abs(next.Classes[0].Share / parameters.Classes[0].Share - 1);
            parameters = next;
            if (change < Enough)
            {
                break;
            }
        }

        return parameters;
    }

    private TrainedParameters Start()
    {
        string[] names = ClassStart.HasHouseholds(layout)
            ? [ClassStart.Match, ClassStart.Stranger, ClassStart.Household, ClassStart.Twin]
            : [ClassStart.Match, ClassStart.Stranger];
        // About n²/2 pairs in all, so n is about the root of twice that.
        var records = Math.Sqrt(2 * allPairs);
        return new TrainedParameters([.. names.Select(name => new PairClass(name, name switch
        {
            ClassStart.Match => DuplicatesExpected * records / allPairs,
            ClassStart.Household => HouseholdPairsExpected * records / allPairs,
            ClassStart.Twin => TwinPairsExpected * records / allPairs,
            _ => 1,
        }, name == ClassStart.Stranger ? RandomLevels(new double[random.Count]) : [.. layout.Comparers.Select(comparer => ClassStart.Levels(name, comparer))]))]);
    }

    private TrainedParameters Step(Mixture mixture)
    {
        var sums = new double[mixture.Classes];
        var levels = new double[mixture.Classes][];
        for (var c = 0; c < levels.Length; c++)
        {
            levels[c] = new double[layout.Comparers.Count << RecordLayout.BitsPerField];
        }

        Span<double> part = stackalloc double[mixture.Classes];
        foreach (var (pattern, pairs) in candidates)
        {
            mixture.Likelihoods(pattern, part);
            part[0] = matched is null ? part[0] : 0;
            var all = Sum(part);
            for (var c = 0; c < part.Length && all > 0; c++)
            {
                var weight = pairs * part[c] / all;
                sums[c] += weight;
                Count(levels[c], pattern, weight);
            }
        }

        foreach (var (pattern, pairs) in matched ?? [])
        {
            sums[0] += pairs;
            Count(levels[0], pattern, pairs);
        }

        var shares = sums.Select(sum => Math.Max(sum, Enough) / allPairs).ToArray();
        shares[1] = 1 - (shares.Sum() - shares[1]);
        return new TrainedParameters([.. mixture.Parameters.Classes.Select((item, c) => new PairClass(item.Name, shares[c],
            c == 1 ? RandomLevels(MatchShares(mixture)) : Smoothed(levels[c], item.Name)))]);
    }

    // In small registers a random pair is a match often enough to spoil the picture of strangers.
    private double[] MatchShares(Mixture mixture)
    {
        var shares = new double[random.Count];
        Span<double> part = stackalloc double[mixture.Classes];
        for (var i = 0; i < shares.Length; i++)
        {
            mixture.Likelihoods(random[i].Pattern, part);
            shares[i] = 1 - part[1] / Sum(part);
        }

        return shares;
    }

    private IReadOnlyList<double>[] RandomLevels(double[] notStrangers)
    {
        var counts = new double[layout.Comparers.Count << RecordLayout.BitsPerField];
        for (var i = 0; i < random.Count; i++)
        {
            Count(counts, random[i].Pattern, random[i].Pairs * (1 - notStrangers[i]));
        }

        return Smoothed(counts, ClassStart.Stranger);
    }

    private static void Count(double[] levels, in ReadPattern pattern, double weight)
    {
        foreach (var place in pattern.Places)
        {
            levels[place] += weight;
        }
    }

    // A few pairs of prior opinion, so that no level that was not seen is held impossible.
    private IReadOnlyList<double>[] Smoothed(double[] counts, string name) =>
        [.. layout.Comparers.Select((comparer, field) =>
        {
            var start = ClassStart.Levels(name, comparer);
            var seen = counts.AsSpan((field << RecordLayout.BitsPerField) + 1, start.Length).ToArray();
            // What strangers share by chance is far rarer than any opinion about it.
            var opinion = name == ClassStart.Stranger ? PriorPairs / 4 / start.Length : PriorPairs;
            var weights = seen.Select((value, level) => value + opinion * (name == ClassStart.Stranger ? 1 : start[level])).ToArray();
            if (name == ClassStart.Match && comparer.Veto >= 0)
            {
                weights[comparer.Veto - 1] = 0;
            }

            var sum = weights.Sum();
            return (IReadOnlyList<double>)[.. weights.Select(value => value / sum)];
        })];

    private static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum;
    }
}
