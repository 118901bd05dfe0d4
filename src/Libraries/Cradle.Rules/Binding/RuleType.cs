using Cradle.Rules.Packs;

namespace Cradle.Rules.Binding;

/// <summary>What a value is. Every kind is carried as one 64-bit integer, so that a column of a population needs no boxing.</summary>
public enum ValueKind
{
    /// <summary>True or false.</summary>
    Bool,

    /// <summary>A whole number.</summary>
    Int,

    /// <summary>An amount in fen, possibly per day, month or year.</summary>
    Money,

    /// <summary>Calendar days.</summary>
    Days,

    /// <summary>Calendar months.</summary>
    Months,

    /// <summary>A ratio in millionths; 200 % is 2,000,000.</summary>
    Rate,

    /// <summary>A calendar day (<see cref="DateOnly.DayNumber"/>).</summary>
    Date,

    /// <summary>A division code as written (22, 2201, 220104).</summary>
    Division,

    /// <summary>The index of a member of an enumeration.</summary>
    Enum,

    /// <summary>A set of members of an enumeration, one bit each.</summary>
    Set,
}

/// <summary>The period an amount is paid for.</summary>
public enum MoneyPeriod
{
    /// <summary>Once, or no period.</summary>
    Once,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A month.</summary>
    Month,

    /// <summary>A year.</summary>
    Year,
}

/// <summary>The static type of an expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Period">For money: the period.</param>
/// <param name="Enumeration">For enumerations and sets: which.</param>
/// <param name="IsQuotient">An exact fraction that must be rounded by name before it is a value.</param>
public sealed record RuleType(ValueKind Kind, MoneyPeriod Period = MoneyPeriod.Once, Enumeration? Enumeration = null, bool IsQuotient = false)
{
    /// <summary>Millionths in a rate of one.</summary>
    public const long RateScale = 1_000_000;

    /// <summary>True or false.</summary>
    public static readonly RuleType Bool = new(ValueKind.Bool);

    /// <summary>A whole number.</summary>
    public static readonly RuleType Int = new(ValueKind.Int);

    /// <summary>Calendar days.</summary>
    public static readonly RuleType Days = new(ValueKind.Days);

    /// <summary>Calendar months.</summary>
    public static readonly RuleType Months = new(ValueKind.Months);

    /// <summary>A ratio.</summary>
    public static readonly RuleType Rate = new(ValueKind.Rate);

    /// <summary>A calendar day.</summary>
    public static readonly RuleType Date = new(ValueKind.Date);

    /// <summary>A division code.</summary>
    public static readonly RuleType Division = new(ValueKind.Division);

    /// <summary>Money for a period.</summary>
    public static RuleType Money(MoneyPeriod period) => new(ValueKind.Money, period);

    /// <summary>Whether it measures an amount that can be added, divided and multiplied: a date, a place or a choice does not.</summary>
    public bool IsMeasure => Kind is ValueKind.Int or ValueKind.Money or ValueKind.Days or ValueKind.Months or ValueKind.Rate;

    /// <summary>The same type as an exact fraction, or as a value.</summary>
    public RuleType AsQuotient(bool quotient = true) => this with { IsQuotient = quotient };

    /// <inheritdoc/>
    public override string ToString()
    {
        var name = Kind switch
        {
            ValueKind.Money when Period == MoneyPeriod.Once => "yuan",
            ValueKind.Money => $"yuan/{Period.ToString().ToLowerInvariant()}",
            ValueKind.Enum => $"enum {Enumeration!.Name}",
            ValueKind.Set => $"set {Enumeration!.Name}",
            _ => Kind.ToString().ToLowerInvariant(),
        };
        return IsQuotient ? $"quotient of {name}" : name;
    }
}
