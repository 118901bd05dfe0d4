using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.Assessment;

/// <summary>How a value becomes a share of the points.</summary>
public enum ScoringKind
{
    /// <summary>All points where the target is reached, none otherwise.</summary>
    Reach,

    /// <summary>Points in proportion to the target, never more than all.</summary>
    Proportion,

    /// <summary>Carries no points: where the bound is broken the whole result is zero (一票否决).</summary>
    Veto,

    /// <summary>The reviewer's points out of a hundred, for what is judged.</summary>
    Points,
}

/// <summary>On which side of the target a value should lie.</summary>
public enum TargetBound
{
    AtLeast,
    AtMost,
}

/// <summary>One indicator of a set.</summary>
/// <param name="Code">Stable name.</param>
/// <param name="Label">What it measures.</param>
/// <param name="Clause">The clause behind the target, or empty.</param>
/// <param name="Unit">Of value and target.</param>
/// <param name="Weight">Points of a hundred; 0 for a veto.</param>
/// <param name="Scoring">How a value becomes points.</param>
/// <param name="Bound">On which side it should lie.</param>
/// <param name="Target">The target; null for points.</param>
/// <param name="Source"><c>reported</c>, or the name of a live figure such as <c>ledger.closed-share</c>, which nobody types.</param>
public sealed record Indicator(
    string Code, string Label, string Clause, string Unit, decimal Weight, ScoringKind Scoring, TargetBound Bound, decimal? Target, string Source = Indicator.Reported)
{
    public const string Reported = "reported";

    public bool IsLive => Source != Reported;
}

/// <summary>The points of one indicator.</summary>
/// <param name="Code">The indicator.</param>
/// <param name="Value">What counted; null where nothing was reported, which gives no points.</param>
/// <param name="Share">Of its points, 0 to 1.</param>
/// <param name="Points">Weight times share.</param>
public sealed record IndicatorScore(string Code, decimal? Value, decimal Share, decimal Points);

/// <summary>A result.</summary>
/// <param name="Total">0 to 100, to two places.</param>
/// <param name="Vetoed">The indicators that made it zero.</param>
/// <param name="Indicators">How it came about.</param>
public sealed record Score(decimal Total, IReadOnlyList<string> Vetoed, IReadOnlyList<IndicatorScore> Indicators);

/// <summary>Turns values into points. It knows nothing but its arguments, so that a result can be reckoned again at any time.</summary>
public static class Scoring
{
    /// <summary>All points; also the most that a reviewer gives.</summary>
    internal const decimal Hundred = 100m;

    /// <summary>What is wrong with a set: weights that are not a hundred in sum, a target that is missing, a code twice.</summary>
    public static IReadOnlyList<string> Faults(IReadOnlyList<Indicator> indicators) =>
    [
        .. indicators.Sum(indicator => indicator.Weight) is var sum && sum != Hundred ? [Say($"权重合计 {sum:0.##}，不是 100", $"the weights add up to {sum:0.##}, not 100")] : Array.Empty<string>(),
        .. indicators.GroupBy(indicator => indicator.Code).Where(same => same.Count() > 1).Select(same => Say($"{same.Key} 重复", $"{same.Key} stands twice")),
        .. indicators.Where(indicator => indicator.Target is null && indicator.Scoring != ScoringKind.Points).Select(indicator => Say($"{indicator.Code} 没有目标值", $"{indicator.Code} has no target")),
        .. indicators.Where(indicator => indicator.Weight < 0 || (indicator.Weight == 0) != (indicator.Scoring == ScoringKind.Veto)).Select(indicator => Say($"{indicator.Code}：只有一票否决没有权重", $"{indicator.Code}: only a veto has no weight")),
    ];

    /// <summary>The result of a set for some values.</summary>
    /// <param name="indicators">The set.</param>
    /// <param name="values">By code; one that is missing gives no points.</param>
    public static Score Reckon(IReadOnlyList<Indicator> indicators, IReadOnlyDictionary<string, decimal> values)
    {
        var scores = indicators.Select(indicator => ScoreOf(indicator, values.TryGetValue(indicator.Code, out var value) ? value : null)).ToList();
        var vetoed = indicators.Zip(scores).Where(pair => pair.First.Scoring == ScoringKind.Veto && pair.Second is { Value: not null, Share: 0 }).Select(pair => pair.First.Code).ToList();
        var total = vetoed.Count > 0 ? 0 : Math.Round(scores.Sum(score => score.Points), 2, MidpointRounding.AwayFromZero);
        return new Score(total, vetoed, scores);
    }

    /// <summary>Places by result, the best first; equals share a place, and the next one is counted on: 1, 1, 3.</summary>
    public static IReadOnlyList<(int Place, TSubject Subject, decimal Total)> Rank<TSubject>(IEnumerable<(TSubject Subject, decimal Total)> results)
    {
        var ordered = results.OrderByDescending(result => result.Total).ToList();
        return [.. ordered.Select(result => (1 + ordered.Count(other => other.Total > result.Total), result.Subject, result.Total))];
    }

    private static IndicatorScore ScoreOf(Indicator indicator, decimal? value)
    {
        var share = value is { } known ? Math.Clamp(Share(indicator, known), 0, 1) : 0;
        return new IndicatorScore(indicator.Code, value, share, indicator.Weight * share);
    }

    private static decimal Share(Indicator indicator, decimal value) => indicator.Scoring switch
    {
        ScoringKind.Points => value / Hundred,
        ScoringKind.Proportion when indicator.Bound == TargetBound.AtLeast => indicator.Target is > 0 and var target ? value / target : 1,
        ScoringKind.Proportion => value <= indicator.Target ? 1 : indicator.Target!.Value / value,
        _ => (indicator.Bound == TargetBound.AtLeast ? value >= indicator.Target : value <= indicator.Target) ? 1 : 0,
    };
}
