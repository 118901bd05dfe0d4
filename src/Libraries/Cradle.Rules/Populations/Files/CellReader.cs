using System.Globalization;
using System.Text.Json;
using Cradle.Primitives;
using Cradle.Rules.Binding;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Populations.Files;

/// <summary>
/// Reads a cell as the type of its fact. What the JSON contract takes is taken here; dates also as 20260301, choices also by their labels, yes and no also
/// as 1, 0, 是, 否, and sets as members between <c>|</c>. The words for what is wrong are those of the contract.
/// </summary>
internal sealed class CellReader(DivisionCatalogue? divisions)
{
    private readonly Dictionary<string, (long? Value, FactProblem? Problem)> _divisions = [];

    /// <summary>The value, or the problem; an empty cell is unknown and never comes here.</summary>
    public long? Read(ReadOnlySpan<char> cell, FactDefinition fact, string path, out FactProblem? problem)
    {
        problem = null;
        var value = fact.Type.Kind switch
        {
            ValueKind.Date => Date(cell),
            ValueKind.Bool => Bool(cell),
            ValueKind.Enum => Member(cell, fact.Type.Enumeration!),
            ValueKind.Set => Set(cell, fact.Type.Enumeration!),
            ValueKind.Int or ValueKind.Days or ValueKind.Months => long.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
            ValueKind.Division => Division(cell, fact, path, out problem),
            _ => null,
        };
        if (value is { } known && (fact.Minimum is null || known >= fact.Minimum) && (fact.Maximum is null || known <= fact.Maximum) || problem is not null)
            return problem is null ? value : null;
        return Slowly(cell, fact, path, out problem);
    }

    /// <summary>By the reader of the contract: money, and whatever is wrong.</summary>
    private long? Slowly(ReadOnlySpan<char> cell, FactDefinition fact, string path, out FactProblem? problem)
    {
        var problems = new FactProblems();
        var element = fact.Type.Kind == ValueKind.Set
            ? JsonSerializer.SerializeToElement(cell.ToString().Split('|', StringSplitOptions.TrimEntries))
            : JsonSerializer.SerializeToElement(cell.ToString());
        var value = new FactValueReader(new DivisionReader(divisions, problems), problems).Value(element, fact, path);
        problem = problems.Errors.Count > 0 ? WithUnit(problems.Errors[0], cell, fact) : null;
        return value;
    }

    /// <summary>A number followed by words most likely carries a unit; one with too many digits does not.</summary>
    private static FactProblem WithUnit(FactProblem problem, ReadOnlySpan<char> cell, FactDefinition fact)
    {
        if (fact.Type.Kind is not (ValueKind.Money or ValueKind.Int or ValueKind.Days or ValueKind.Months) || cell.IsEmpty || !char.IsAsciiDigit(cell[0]) || problem.Code == "range" || !cell.ContainsAnyExcept("0123456789."))
            return problem;
        var (zh, en) = fact.Type.Kind == ValueKind.Money ? ("元", "yuan") : ("整数", "a whole number");
        return problem with { Code = "unit", Reason = new Bilingual($"数字后面还有别的字；这一列的单位是{zh}。", $"Something follows the figure; the unit of this column is {en}."), Remedy = new Bilingual("只写数字，不写单位和分节号。", "Write digits only, no unit and no grouping.") };
    }

    private long? Division(ReadOnlySpan<char> cell, FactDefinition fact, string path, out FactProblem? problem)
    {
        var lookup = _divisions.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(cell, out var found))
        {
            var value = Slowly(cell, fact, path, out var wrong);
            lookup[cell] = found = (value, wrong);
        }

        problem = found.Problem is { } known ? known with { Path = path } : null;
        return found.Value;
    }

    private static long? Date(ReadOnlySpan<char> cell) =>
        (DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        || DateOnly.TryParseExact(cell, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        && day.Year is >= 1900 and <= 2100 ? day.DayNumber : null;

    internal static long? Bool(ReadOnlySpan<char> cell) => cell switch
    {
        "true" or "1" or "是" or "yes" or "TRUE" or "True" => 1,
        "false" or "0" or "否" or "no" or "FALSE" or "False" => 0,
        _ => null,
    };

    private long? Member(ReadOnlySpan<char> cell, Enumeration enumeration)
    {
        for (var index = 0; index < enumeration.Members.Count; index++)
            if (cell.SequenceEqual(enumeration.JsonMembers[index]) || cell.SequenceEqual(enumeration.Members[index])
                || cell.SequenceEqual(enumeration.Labels[index].Zh) || cell.Equals(enumeration.Labels[index].En, StringComparison.OrdinalIgnoreCase))
                return index;
        return null;
    }

    private long? Set(ReadOnlySpan<char> cell, Enumeration enumeration)
    {
        var set = 0L;
        if (cell is "[]")
            return set;
        foreach (var part in cell.Split('|'))
        {
            if (Member(cell[part].Trim(), enumeration) is not { } member)
                return null;
            set |= 1L << (int)member;
        }

        return set;
    }
}
