using Cradle.Platform.Tables;

namespace Cradle.Governance.Units;

/// <summary>A part of a text about units: a unit on file, or words that name none.</summary>
/// <param name="Text">The part, without blanks and in half width.</param>
/// <param name="Unit">The unit, or null.</param>
public readonly record struct UnitPart(string Text, UnitEntry? Unit);

/// <summary>The units of one place by every spelling on file. It finds and suggests; it never makes one.</summary>
public sealed class UnitDirectory
{
    private const double Resembles = 0.5;
    private static readonly char[] Separators = ['、', ',', ';', '。', '/'];
    private readonly Dictionary<string, UnitEntry> byKey = new(StringComparer.Ordinal);
    private readonly List<string> longestFirst;

    /// <exception cref="ArgumentException">Two units share a spelling, or a successor is not on file.</exception>
    public UnitDirectory(IEnumerable<UnitEntry> units)
    {
        All = [.. units];
        foreach (var unit in All)
        {
            foreach (var key in unit.Aliases.Prepend(unit.Name).Select(PlainText.Key).Distinct())
            {
                if (!byKey.TryAdd(key, unit))
                {
                    throw new ArgumentException($"'{key}' names both {byKey[key].Name} and {unit.Name}; a spelling leads to one unit.", nameof(units));
                }
            }
        }

        if (All.FirstOrDefault(unit => unit.Successor is { } next && Find(next) is null) is { } orphan)
        {
            throw new ArgumentException($"{orphan.Name} was followed by {orphan.Successor}, which is not on file.", nameof(units));
        }

        longestFirst = [.. byKey.Keys.OrderByDescending(key => key.Length)];
    }

    public IReadOnlyList<UnitEntry> All { get; }

    /// <summary>Whether a text can be the name of one unit: a list is taken apart at its separators, so a name with one in it would never be found.</summary>
    public static bool IsOneName(string text) => PlainText.Key(text).IndexOfAny(Separators) < 0;

    /// <summary>The unit of a spelling, or null.</summary>
    public UnitEntry? Find(string text) => byKey.GetValueOrDefault(PlainText.Key(text));

    /// <summary>The unit that does the work on a day: the successor of one that is no more, and its successor.</summary>
    public UnitEntry Current(UnitEntry unit, DateOnly day)
    {
        for (var steps = 0; steps < All.Count && unit is { Until: { } until, Successor: { } next } && until < day; steps++)
        {
            unit = Find(next)!;
        }

        return unit;
    }

    /// <summary>Whether a unit became another one, at once or by way of others, on whatever day.</summary>
    public bool LeadsTo(UnitEntry unit, string name)
    {
        for (var steps = 0; steps < All.Count && unit.Successor is { } next; steps++)
        {
            unit = Find(next)!;
            if (unit.Name == name)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Every name under which something may stand that a unit does on a day: its own, and those of the units that became it.</summary>
    public IReadOnlyList<string> NamesOf(string unit, DateOnly day) => [unit, .. All.Where(former => former.Name != unit && Current(former, day).Name == unit).Select(former => former.Name)];

    /// <summary>The same the other way: who may do what stands under a name: the unit itself, and the one it became.</summary>
    public IReadOnlyList<string> ActingFor(string unit, DateOnly day) => Find(unit) is { } named && Current(named, day).Name is var now && now != unit ? [unit, now] : [unit];

    /// <summary>Units whose spelling resembles a text, the most alike first; up to three.</summary>
    public IReadOnlyList<UnitEntry> Suggest(string text)
    {
        var key = PlainText.Key(text);
        if (key.Length > 2 * longestFirst.Select(known => known.Length).FirstOrDefault())
        {
            return [];   // no name on file is half like it
        }

        return
        [
            .. byKey.Select(pair => (Unit: pair.Value, Likeness: Likeness(key, pair.Key))).Where(pair => pair.Likeness >= Resembles)
                .OrderByDescending(pair => pair.Likeness).Select(pair => pair.Unit).Distinct().Take(3),
        ];
    }

    /// <summary>
    /// Takes a list of units apart: at separators, and where one is missing, at the names on file, the longest first. Words that
    /// name no unit stay whole.
    /// </summary>
    public IEnumerable<UnitPart> Split(string text)
    {
        foreach (var part in PlainText.Key(text).Split(Separators, StringSplitOptions.RemoveEmptyEntries))
        {
            var unknownFrom = 0;
            for (var at = 0; at < part.Length;)
            {
                if (longestFirst.Find(key => part.AsSpan(at).StartsWith(key, StringComparison.Ordinal)) is not { } name)
                {
                    at++;
                    continue;
                }

                if (unknownFrom < at)
                {
                    yield return new UnitPart(part[unknownFrom..at], null);
                }

                yield return new UnitPart(name, byKey[name]);
                unknownFrom = at += name.Length;
            }

            if (unknownFrom < part.Length)
            {
                yield return new UnitPart(part[unknownFrom..], null);
            }
        }
    }

    // One minus the edit distance by the longer length: 市卫计委 and 市卫健委 differ in one of four.
    private static double Likeness(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return 1 - row[^1] / (double)Math.Max(left.Length, Math.Max(right.Length, 1));
    }
}
