using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Explain;
using Cradle.Rules.Populations;
using Cradle.Rules.Review;

namespace Cradle.Rules.Lowering;

/// <summary>Days between two, both inclusive (day numbers).</summary>
internal readonly record struct DaySpan(long From, long Until)
{
    /// <summary>One day.</summary>
    public static DaySpan Of(DateOnly day) => new(day.DayNumber, day.DayNumber);
}

/// <summary>Spans of days on which the same rules are in force, and parameters have the same values: code for one day of a span serves them all.</summary>
internal sealed class DaySpans
{
    /// <summary>No span leaves its decade, so that what is reckoned from its days keeps narrow ranges.</summary>
    private const int Years = 10;

    private readonly long[] _cuts;

    /// <summary>The spans of some columns of answers.</summary>
    public DaySpans(IReadOnlyList<OutcomeKey> keys)
    {
        var rules = keys.Where(key => key.Quantity.Header.Anchor is AsOf)
            .SelectMany(key => key.Lane.Different).SelectMany(set => set?.Segments ?? []).Select(segment => (long)segment.From);
        var parameters = keys.Select(key => key.Quantity.Quantity).Distinct().SelectMany(RuleNodes.Of).SelectMany(FactWalk.WithAllBelow)
            .OfType<ParameterNumber>().Where(number => number.Date is AsOf).Select(number => number.Parameter).Distinct().SelectMany(parameter => parameter.Cuts);
        _cuts = [.. rules.Concat(parameters).Distinct().Order()];
    }

    /// <summary>The span that a day lies in.</summary>
    public DaySpan Of(DateOnly day)
    {
        var decade = (day.Year - 1) / Years * Years + 1;   // the calendar begins with year 1 and ends with 9999
        var next = Array.FindIndex(_cuts, cut => cut > day.DayNumber);
        var last = next < 0 ? _cuts.Length - 1 : next - 1;
        long first = new DateOnly(decade, 1, 1).DayNumber, end = new DateOnly(Math.Min(decade + Years - 1, DateOnly.MaxValue.Year), 12, 31).DayNumber;
        return new DaySpan(last < 0 ? first : Math.Max(first, _cuts[last]), next < 0 ? end : Math.Min(end, _cuts[next] - 1));
    }
}
