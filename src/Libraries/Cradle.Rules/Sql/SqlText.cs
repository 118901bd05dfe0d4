using System.Globalization;

namespace Cradle.Rules.Sql;

/// <summary>A piece of SQL and what must be known to put it beside another.</summary>
/// <param name="Text">The text.</param>
/// <param name="IsAtom">Whether it holds together without parentheses.</param>
/// <param name="IsWide">Whether it is surely <c>bigint</c>: PostgreSQL adds two <c>smallint</c> as <c>smallint</c>, and overflows where the interpreter does not.</param>
/// <param name="MayBeNull">Whether it can be unknown at all.</param>
internal sealed record SqlText(string Text, bool IsAtom = false, bool IsWide = false, bool MayBeNull = true)
{
    /// <summary>Unknown.</summary>
    public static readonly SqlText Null = new("NULL", IsAtom: true);

    /// <summary>The text as an operand.</summary>
    public string Atom => IsAtom ? Text : $"({Text})";

    /// <summary>The text as a <c>bigint</c> operand.</summary>
    public string Wide => IsWide ? Atom : $"{Atom}::bigint";

    /// <summary>A whole number.</summary>
    public static SqlText Whole(long value) => new(value.ToString(CultureInfo.InvariantCulture), IsAtom: value >= 0, MayBeNull: false);

    /// <summary>A day of the calendar.</summary>
    public static SqlText Day(long dayNumber) =>
        new(string.Create(CultureInfo.InvariantCulture, $"DATE '{DateOnly.FromDayNumber((int)dayNumber):yyyy-MM-dd}'"), IsAtom: true, MayBeNull: false);

    /// <summary>A searched CASE without a last branch: unknown where nothing holds.</summary>
    public static SqlText Case(params (string When, string Then)[] branches) =>
        new($"CASE {string.Join(' ', branches.Select(branch => $"WHEN {branch.When} THEN {branch.Then}"))} END", IsAtom: true);

    /// <summary>A condition that every operand is known; empty where that is sure.</summary>
    public static string Known(params IEnumerable<SqlText> operands) =>
        string.Join(" AND ", operands.Where(operand => operand.MayBeNull).Select(operand => $"{operand.Atom} IS NOT NULL").Distinct());

    /// <inheritdoc/>
    public override string ToString() => Text;
}
