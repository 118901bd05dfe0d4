using Cradle.Entitlements.Policies;
using Cradle.Entitlements.Reading;
using Cradle.Rules.Packs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Entitlements.Pages.Policy;

/// <summary>The documents in use, and the national law behind them.</summary>
[AllowAnonymous]
public sealed class IndexModel(PolicyLibrary library, PolicyIndex index) : PageModel
{
    public IReadOnlyList<DocumentLine> Documents { get; } = [.. index.Documents.Select(document => Line(index, document))];

    public IReadOnlyList<DocumentLine> Norms { get; } = [.. index.Norms.Select(document => Line(index, document))];

    public int RuleCount => library.Policy.Rules.Count;

    public string PlaceOf(PolicyDocument document) => library.NameOf(document.Division);

    private static DocumentLine Line(PolicyIndex index, PolicyDocument document)
    {
        var rules = index.RulesOf(document);
        return new DocumentLine(document, rules.Count, rules.SelectMany(index.CasesOf).Distinct().Count());
    }
}

/// <summary>A document in a list, with what it leads to.</summary>
public sealed record DocumentLine(PolicyDocument Document, int Rules, int Cases);
