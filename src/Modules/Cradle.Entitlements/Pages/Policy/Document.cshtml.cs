using Cradle.Entitlements.Policies;
using Cradle.Entitlements.Reading;
using Cradle.Rules.Packs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Entitlements.Pages.Policy;

/// <summary>A document: all its clauses by part, its responsibility matrix, who signed it.</summary>
[AllowAnonymous]
public sealed class DocumentModel(PolicyIndex index, ClauseTracer tracer) : PageModel
{
    public PolicyDocument Document { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Strength { get; set; }

    public IReadOnlyList<string> Kinds { get; private set; } = [];

    public IReadOnlyList<string> Strengths { get; private set; } = [];

    public IReadOnlyList<PartOfDocument> Parts { get; private set; } = [];

    public int Shown => Parts.Sum(part => part.Clauses.Count);

    public bool IsFiltered => !string.IsNullOrEmpty(Kind) || !string.IsNullOrEmpty(Strength);

    public IActionResult OnGet(string document)
    {
        if (document == "norms")
            return Redirect(Url.ToPolicy() + "#norms");
        if (index.Document(document) is not { IsNorm: false } found)
            return NotFound();
        Document = found;
        Kinds = [.. PolicyWords.KnownKinds.Where(kind => found.Clauses.Any(clause => clause.Kinds.Contains(kind)))];
        Strengths = [.. PolicyWords.KnownStrengths.Where(strength => found.Clauses.Any(clause => HasStrength(clause, strength)))];
        Parts =
        [
            .. found.Clauses.Where(Matches).GroupBy(clause => clause.Part).Select(part => new PartOfDocument(
                part.Key.In(PolicyLibrary.Language), [.. part.Select(Line)])),
        ];
        return Page();
    }

    private bool Matches(Clause clause) =>
        (string.IsNullOrEmpty(Kind) || clause.Kinds.Contains(Kind)) && (string.IsNullOrEmpty(Strength) || HasStrength(clause, Strength));

    private static bool HasStrength(Clause clause, string strength) =>
        clause.Strength == strength || clause.Words.Any(word => word.Strength == strength);

    private ClauseLine Line(Clause clause)
    {
        var trail = tracer.Trace(Document, clause);
        return new ClauseLine(clause, trail.Rules.Count, trail.Findings.Count);
    }
}

public sealed record PartOfDocument(string Name, IReadOnlyList<ClauseLine> Clauses);

public sealed record ClauseLine(Clause Clause, int Rules, int Findings);
