using Cradle.Rules.Packs;
using Cradle.Rules.Syntax;

namespace Cradle.Rules.Review;

/// <summary>
/// Reviews a pack as a whole: versions, tables, conflicts, competence, citations, coverage and cases. Every finding names its place and its
/// remedy; nothing stops at the first. Codes are listed in docs/policy-diagnostics.md.
/// </summary>
public static class PolicyReview
{
    /// <summary>Reviews a pack.</summary>
    /// <param name="pack">The pack as loaded; findings made while loading are taken over.</param>
    /// <param name="today">The day around which representative families are built.</param>
    public static ReviewReport Check(PolicyPack pack, DateOnly today)
    {
        var diagnostics = new DiagnosticBag();
        foreach (var finding in pack.Diagnostics)
            diagnostics.Add(finding);

        CitationCheck.Run(pack, diagnostics);
        CoverageCheck.Run(pack, diagnostics);
        CatalogueCheck.Run(pack, diagnostics);
        VocabularyCheck.Run(pack, diagnostics);
        ParameterCheck.Run(pack, diagnostics);
        var rules = new RuleIndex(pack);
        foreach (var quantity in pack.Quantities)
        {
            ReferenceCheck.Run(quantity, rules, diagnostics);
            VersionCheck.Run(quantity, diagnostics);
            CompetenceCheck.Run(quantity, pack.Vocabulary, today, diagnostics);
            TableCheck.Run(quantity, pack.Vocabulary, today, diagnostics);
            ConflictCheck.Run(quantity, pack, today, diagnostics);
            ReachCheck.Run(quantity, pack.Vocabulary, today, diagnostics);
            CaseCheck.Run(quantity, pack, diagnostics);
            RegionSizeCheck.Run(quantity, pack, diagnostics);
        }

        return new ReviewReport(diagnostics, CoverageReport.Of(pack));
    }
}
