using System.Text.RegularExpressions;
using Cradle.Governance.Units;
using Cradle.Platform.Tables;

namespace Cradle.Governance.Matrix;

/// <summary>What a row says of who leads.</summary>
public enum DutyKind
{
    /// <summary>Units are listed and nothing is said of their duty.</summary>
    NotWritten,

    /// <summary>各按职责分工负责: each by its own duties, and none leads.</summary>
    ByDuties,

    /// <summary>牵头负责: the named ones lead and nobody joins them.</summary>
    LeadOnly,

    /// <summary>Some lead, the others join by their duties.</summary>
    LeadAndJoint,
}

/// <summary>The cell of responsible units, taken apart. What names no unit of the directory stays as words.</summary>
public sealed partial record UnitsCell(DutyKind Duty, IReadOnlyList<UnitPart> Lead, IReadOnlyList<UnitPart> Joint)
{
    /// <summary>How a cell says that nobody leads and each does its own part.</summary>
    public const string ByDuties = "按职责分工负责";

    private const string LeadMark = "牵头";
    private static readonly string[] Endings = [ByDuties, "按职责分工落实", "按职责负责", "配合负责", "配合落实", "分工负责", "负责落实", "负责", "配合"];

    /// <summary>Whether words that name no unit belong to how a cell is written: a second 牵头, a heading, a bracket.</summary>
    public static bool IsOfForm(string text) => FormMark().IsMatch(text);

    /// <summary>Reads a cell.</summary>
    /// <param name="text">As given.</param>
    /// <param name="directory">The units of the place.</param>
    /// <param name="place">The short name of the place, which some write before a unit: 长春.</param>
    public static UnitsCell Read(string text, UnitDirectory directory, string place)
    {
        var key = PlainText.Key(text).Replace($"({LeadMark})", LeadMark, StringComparison.Ordinal);
        key = Headed().Replace(key, "${lead}" + LeadMark + ",${joint}");
        var mark = key.IndexOf(LeadMark, StringComparison.Ordinal);
        var (leading, rest) = mark < 0 ? ("", key) : (key[..mark], key[(mark + LeadMark.Length)..]);
        var (joining, ended) = WithoutEnding(rest);
        var joint = Parts(joining, directory, place);
        var duty = mark >= 0 ? joint.Count == 0 ? DutyKind.LeadOnly : DutyKind.LeadAndJoint : ended ? DutyKind.ByDuties : DutyKind.NotWritten;
        return new UnitsCell(duty, Parts(leading, directory, place), joint);
    }

    [GeneratedRegex("牵头|配合|负责|分工|[:()]")]
    private static partial Regex FormMark();

    // 牵头单位：甲；配合单位：乙
    [GeneratedRegex("^牵头(?:单位|部门)?:(?<lead>.+?)[;,。]*(?:配合|责任|协同)(?:单位|部门)?:(?<joint>.+)$")]
    private static partial Regex Headed();

    private static (string Text, bool Ended) WithoutEnding(string text)
    {
        if (text.StartsWith("负责", StringComparison.Ordinal))
        {
            text = text["负责".Length..];
        }

        return Endings.FirstOrDefault(ending => text.EndsWith(ending, StringComparison.Ordinal)) is { } found ? (text[..^found.Length], true) : (text, false);
    }

    private static List<UnitPart> Parts(string text, UnitDirectory directory, string place)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. directory.Split(text).Where(part => (part.Unit is not null || part.Text != place) && seen.Add(part.Unit?.Name ?? part.Text))];
    }
}
