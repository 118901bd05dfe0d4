using System.Globalization;

namespace Cradle.Rules.Sql.Expressions;

/// <summary>A whole <c>numeric</c> factor, and its value where it is a positive literal.</summary>
internal sealed record SqlFactor(SqlText Text, long? Literal)
{
    // a product of bare literals would be an int, and overflow
    private const long SmallEnough = 1_000_000_000;

    public static readonly SqlFactor One = Of(1);

    public bool MayBeNull => Text.MayBeNull;

    public static SqlFactor Of(long value) => value is > 0 and < SmallEnough
        ? new SqlFactor(SqlText.Whole(value), value)
        : new SqlFactor(new SqlText(string.Create(CultureInfo.InvariantCulture, $"({value})::numeric"), IsAtom: true, MayBeNull: false), value > 0 ? value : null);

    public static SqlFactor operator *(SqlFactor a, SqlFactor b)
    {
        if (a.Literal == 1 || b.Literal == 1)
            return a.Literal == 1 ? b : a;
        if (a.Literal is { } left && b.Literal is { } right && left < long.MaxValue / right)
            return Of(left * right);
        return new SqlFactor(new SqlText($"{a.Numeric} * {b.Text.Atom}", MayBeNull: a.MayBeNull || b.MayBeNull), null);
    }

    /// <summary>Division by zero is unknown; in SQL it would be an error.</summary>
    public SqlFactor UnlessZero() => Literal is null ? new SqlFactor(new SqlText($"nullif({Text}, 0)", IsAtom: true), null) : this;

    /// <summary>The factor as the first of an operation, which decides its type.</summary>
    public string Numeric => Literal is null ? Text.Atom : $"{Text.Atom}::numeric";
}

/// <summary>A fraction of two whole factors; either may be unknown.</summary>
internal sealed record SqlFraction(SqlFactor Numerator, SqlFactor Denominator)
{
    public bool IsPositive => Denominator.Literal is not null;

    public bool MayBeNull => Numerator.MayBeNull || Denominator.MayBeNull;
}
