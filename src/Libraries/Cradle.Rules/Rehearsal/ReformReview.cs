using Cradle.Rules.Packs;
using Cradle.Rules.Review;
using Cradle.Rules.Syntax;

namespace Cradle.Rules.Rehearsal;

/// <summary>Reviews what a reform touches as a change of the pack would be reviewed: ranks, competence, tables, conflicts, reach.</summary>
public static class ReformReview
{
    /// <summary>What is found in the touched quantities of the reformed pack and was not found in the pack.</summary>
    /// <param name="pack">The pack as it stands.</param>
    /// <param name="reformed">The reform laid over it, without errors.</param>
    /// <param name="calendar">The years that are rehearsed; representative families are built around their first day.</param>
    public static IReadOnlyList<Diagnostic> Check(PolicyPack pack, ReformedPack reformed, RehearsalCalendar calendar)
    {
        var reform = reformed.Reform!;
        var touched = reform.Quantities.ToHashSet(StringComparer.Ordinal);
        var before = Findings(pack, touched, calendar.Start).Select(finding => (finding.Code, finding.Message)).ToHashSet();
        var findings = new DiagnosticBag();
        var last = calendar.Until(calendar.Years - 1);
        if (reform.From > last)
            findings.Warning("CR709", reform.FromPosition, $"The reform begins on {reform.From:yyyy-MM-dd}, after the last day that is rehearsed, {last:yyyy-MM-dd}: nothing changes.", "Rehearse later years, or let it begin earlier.");
        return [.. findings, .. Findings(reformed.Pack, touched, calendar.Start).Where(finding => !before.Contains((finding.Code, finding.Message)))];
    }

    private static DiagnosticBag Findings(PolicyPack pack, HashSet<string> touched, DateOnly today)
    {
        var diagnostics = new DiagnosticBag();
        var rules = new RuleIndex(pack);
        foreach (var quantity in pack.Quantities.Where(quantity => touched.Contains(quantity.Header.Id)))
        {
            ReferenceCheck.Run(quantity, rules, diagnostics);
            CompetenceCheck.Run(quantity, pack.Vocabulary, today, diagnostics);
            TableCheck.Run(quantity, pack.Vocabulary, today, diagnostics);
            ConflictCheck.Run(quantity, pack, today, diagnostics);
            ReachCheck.Run(quantity, pack.Vocabulary, today, diagnostics);
            RegionSizeCheck.Run(quantity, pack, diagnostics);
        }

        return diagnostics;
    }
}
