using Cradle.Entitlements.Policies;
using Cradle.Entitlements.Reading;
using Cradle.Rules.Binding;
using Cradle.Rules.Packs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Entitlements.Pages.Policy;

/// <summary>A clause and everything it leads to.</summary>
[AllowAnonymous]
public sealed class ClauseModel(PolicyLibrary library, PolicyIndex index, ClauseTracer tracer) : PageModel
{
    private const int NearClauses = 4;

    public ClauseTrail Trail { get; private set; } = null!;

    public IReadOnlyList<IReadOnlyList<TextRun>> Sentences { get; private set; } = [];

    /// <summary>The clauses around this one.</summary>
    public IReadOnlyList<Clause> Near { get; private set; } = [];

    public Clause? Before { get; private set; }

    public Clause? After { get; private set; }

    public IEnumerable<(Citation Cite, string Title)> Corresponding => Trail.Corresponding.Select(cite => (cite, TitleOf(cite)));

    public IActionResult OnGet(string document, string clause)
    {
        if (index.Clause(document, clause) is not ({ IsNorm: false } found, var here))
            return NotFound();
        if (here.Number != clause)
            return Redirect(Url.ToClause(here.Citation));   // one address a clause
        Trail = tracer.Trace(found, here);
        var says = PolicyLibrary.Language == Language.English ? here.SaysEn : here.SaysZh;
        Sentences = [.. says.Select(sentence => MarkedText.Of(sentence, here))];
        var at = found.Clauses.ToList().IndexOf(here);
        var first = Math.Max(0, Math.Min(at - NearClauses, found.Clauses.Count - (2 * NearClauses + 1)));
        Near = [.. found.Clauses.Skip(first).Take(2 * NearClauses + 1)];
        Before = at > 0 ? found.Clauses[at - 1] : null;
        After = at + 1 < found.Clauses.Count ? found.Clauses[at + 1] : null;
        return Page();
    }

    /// <summary>What a rule grants, in as few words as it can be said.</summary>
    public string Headline(PlacedRule placed) => placed.Rule.Value is Constant value
        ? $"{placed.Header.Label.In(PolicyLibrary.Language)} {library.Renderer.Value(value.Value, placed.Own)}"
        : placed.Header.Label.In(PolicyLibrary.Language);

    /// <summary>Where a finding can be looked at; null where the clause itself is the place.</summary>
    public string? PlaceOf(Finding finding) => finding switch
    {
        { Rule: { } rule } => Url.ToRule(rule.Header.Id, rule.Rule.Id),
        { Task: { } task } => Url.ToTask(task.Document.Id, task.Task.Row),
        _ => null,
    };

    public string Sentence(PlacedRule placed) => library.Renderer.Rule(placed.Rule, placed.Header);

    private string TitleOf(Citation cite) =>
        (library.Pack.Find(cite)?.Title ?? index.Document(cite.Document)?.Title)?.In(PolicyLibrary.Language) ?? "";
}
