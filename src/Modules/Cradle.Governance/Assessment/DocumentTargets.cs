using Cradle.Governance.Measures;
using Cradle.Primitives;
using Cradle.Rules.Packs;

namespace Cradle.Governance.Assessment;

/// <summary>The targets of the documents, by the places that the documents are of.</summary>
public sealed class DocumentTargets(IReadOnlyList<DocumentTarget> targets, PolicyPack pack)
{
    private const string ReportDue = "report-due";

    public IReadOnlyList<DocumentTarget> All => targets;

    /// <summary>Those whose document is of the place or of one above it, the nearest first.</summary>
    public IReadOnlyList<DocumentTarget> Of(DivisionCode division) =>
    [
        .. targets.Select(target => (Target: target, Place: NearestOf(target, division))).Where(pair => pair.Place is not null)
            .OrderByDescending(pair => pair.Place!.Value.Level).ThenBy(pair => pair.Target.Id, StringComparer.Ordinal).Select(pair => pair.Target),
    ];

    /// <summary>The last day of a year to report to a place, where a document of that place sets one.</summary>
    public DateOnly? ReportDueOn(DivisionCode to, int year) =>
        targets.FirstOrDefault(target => target.Id.EndsWith(ReportDue, StringComparison.Ordinal) && NearestOf(target, to) == to) is { Date: { } day } && DateOnly.TryParseExact($"{year}-{day}", "yyyy-MM-dd", out var due) ? due : null;

    private DivisionCode? NearestOf(DocumentTarget target, DivisionCode division) =>
        target.Clauses.Select(clause => pack.Documents.GetValueOrDefault(Citation.Parse(clause).Document)).OfType<PolicyDocument>()
            .Select(document => document.Place())
            .Where(place => place.Contains(division)).OrderByDescending(place => place.Level).Select(place => (DivisionCode?)place).FirstOrDefault();
}
