using Cradle.Rules.Binding;
using Cradle.Rules.Explain;

namespace Cradle.Rules.Review;

/// <summary>The constants of some expressions: where answers may change, so what representative values are taken from.</summary>
internal sealed class Breakpoints
{
    private readonly Dictionary<(ValueKind, MoneyPeriod), SortedSet<long>> _constants = [];

    public Breakpoints(IEnumerable<Node> nodes)
    {
        foreach (var node in nodes)
            Collect(node);
    }

    /// <summary>Whether ages in whole years are asked for: then whole numbers are durations too.</summary>
    public bool CountsYears { get; private set; }

    /// <summary>Whether a collection is counted: then whole numbers are sizes too.</summary>
    public bool CountsItems { get; private set; }

    /// <summary>Whether days are brought to the start or end of a month or year.</summary>
    public bool SnapsDates { get; private set; }

    /// <summary>Constants of a kind, in order.</summary>
    public IEnumerable<long> Of(ValueKind kind) => _constants.Where(pair => pair.Key.Item1 == kind).SelectMany(pair => pair.Value).Distinct();

    /// <summary>Constants of a type, in order.</summary>
    public IEnumerable<long> Of(RuleType type) => _constants.GetValueOrDefault((type.Kind, type.Period)) ?? [];

    private void Collect(Node node)
    {
        switch (node)
        {
            case Constant constant:
                Add(constant.Type, constant.Value);
                break;
            case InList list:
                foreach (var value in list.Values)
                    Add(list.Operand.Type, value);
                break;
            case Within within:
                Add(RuleType.Division, within.Outer);
                break;
            case CalendarCall call:
                CountsYears |= call.Function == CalendarFunction.YearsOld;
                SnapsDates |= call.Function is CalendarFunction.MonthStart or CalendarFunction.YearStart or CalendarFunction.YearEnd
                    or CalendarFunction.YearOf or CalendarFunction.MonthOf or CalendarFunction.MonthsBetween;
                break;
            case Aggregate { Aggregation: Aggregation.Count }:
                CountsItems = true;
                break;
        }

        foreach (var child in FactWalk.Children(node))
            Collect(child);
    }

    private void Add(RuleType type, long value)
    {
        var key = (type.Kind, type.Period);
        (_constants.TryGetValue(key, out var set) ? set : _constants[key] = []).Add(value);
    }
}
