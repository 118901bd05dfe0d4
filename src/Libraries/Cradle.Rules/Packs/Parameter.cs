using Cradle.Rules.Binding;
using Cradle.Rules.Syntax;

namespace Cradle.Rules.Packs;

/// <summary>
/// A figure that has a value for each place and time: declared once, used by any rule as <c>parameter(name, division, date)</c>. A place without a
/// value of its own has that of the nearest one around it; where none has any on the day, the figure is not set there, and never guessed.
/// </summary>
public sealed class Parameter
{
    private readonly Dictionary<int, ParameterValue[]> _byDivision;

    internal Parameter(string name, Bilingual label, string unit, RuleType type, IReadOnlyList<ParameterValue> values, SourcePosition position)
    {
        (Name, Label, Unit, Type, Values, Position) = (name, label, unit, type, values, position);
        _byDivision = values.GroupBy(value => value.Division).ToDictionary(group => group.Key, group => group.OrderBy(value => value.From).ToArray());
    }

    /// <summary>Its name in rules.</summary>
    public string Name { get; }

    /// <summary>What it is called.</summary>
    public Bilingual Label { get; }

    /// <summary>The unit as written, e.g. <c>CNY/month</c>.</summary>
    public string Unit { get; }

    /// <summary>The type of its values.</summary>
    public RuleType Type { get; }

    /// <summary>All values, as written.</summary>
    public IReadOnlyList<ParameterValue> Values { get; }

    /// <summary>Where it is declared.</summary>
    public SourcePosition Position { get; }

    /// <summary>The divisions that have values of their own; 0 is the nation.</summary>
    public IEnumerable<int> Divisions => _byDivision.Keys;

    /// <summary>The days on which some value begins or has ended, in order (day numbers).</summary>
    public IEnumerable<long> Cuts => Values.Select(value => (long)value.From.DayNumber)
        .Concat(Values.Where(value => value.Until is not null).Select(value => value.Until!.Value.DayNumber + 1L)).Distinct().Order();

    /// <summary>Whether another has the same value in a place on every day.</summary>
    internal bool IsSameIn(long division, Parameter other) =>
        Cuts.Concat(other.Cuts).All(day => At(division, day)?.Value == other.At(division, day)?.Value);

    /// <summary>The value in force in a place on a day; null where none is set.</summary>
    /// <param name="division">The place, as rules write it: 22, 2201, 220104; 0 is the nation.</param>
    /// <param name="day">Day number.</param>
    public ParameterValue? At(long division, long day)
    {
        for (var code = (int)division; ; code /= 100)
        {
            if (_byDivision.TryGetValue(code, out var series) && Array.FindLast(series, value => value.From.DayNumber <= day) is { } value && !(value.Until?.DayNumber < day))
                return value;
            if (code == 0)
                return null;
        }
    }
}

/// <summary>One value of a parameter: where, from when, how much, by which text.</summary>
/// <param name="Division">The place; 0 is the nation.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, inclusive; null where it holds until the next value begins.</param>
/// <param name="Value">The value in the parameter's unit (fen, days, months …).</param>
/// <param name="Cites">The clauses that set it.</param>
/// <param name="Position">Where it stands.</param>
public sealed record ParameterValue(int Division, DateOnly From, DateOnly? Until, long Value, IReadOnlyList<Citation> Cites, SourcePosition Position);
