using Cradle.Platform.Web;
using Cradle.Rules.Evaluation;

namespace Cradle.Entitlements.Calculator;

/// <summary>A part of a list that is folded until somebody opens it: on the result and on a list that was shared.</summary>
/// <param name="Status">The word of its mark.</param>
/// <param name="Id">Where a link on the page leads to.</param>
public sealed record FoldedGroup(OutcomeGroup Group, string Status, string Id, Words Name)
{
    public static FoldedGroup NotSet { get; } = new(OutcomeGroup.NotSet, "notSet", "unset", new("本地未定", "Not set here"));

    public static FoldedGroup Programme { get; } = new(OutcomeGroup.Programme, "programme", "programme", new("支持项目", "Programmes"));

    /// <summary>Those after the drafts, in the order of the result.</summary>
    public static IReadOnlyList<FoldedGroup> All { get; } =
    [
        NotSet,
        Programme,
        new(OutcomeGroup.Unlikely, "unknown", "rare", new("要看少见的情况", "Only in rare circumstances")),
        new(OutcomeGroup.Others, "owed", "others", new("单位、机构和政府应做的", "What employers, institutions and governments owe")),
        new(OutcomeGroup.Ended, "ended", "ended", new("已结束", "Ended")),
    ];
}

/// <summary>Names in a folded heading.</summary>
public static class FewNames
{
    private const int Most = 3;

    public static string Of(IEnumerable<string> names) => string.Join(Wording.Say("、", ", "), names.Distinct().Take(Most));
}

/// <summary>What drafts say, folded: what differs from the rules in force in full, what says the same by name only.</summary>
/// <param name="Apart">The names of those that differ.</param>
/// <param name="Alike">The names of those that do not, with the address behind each.</param>
/// <param name="Rows">The partial that shows those that differ, and its model.</param>
public sealed record DraftHints(IReadOnlyList<string> Apart, IReadOnlyList<(string Name, string Address)> Alike, (string Partial, object Model) Rows);
