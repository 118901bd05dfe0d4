using Cradle.Entitlements.Policies;
using Cradle.Entitlements.Reading;
using Cradle.Rules.Packs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Entitlements.Pages.Policy.Norms;

/// <summary>A law or rule of the nation behind the documents.</summary>
[AllowAnonymous]
public sealed class NormModel(PolicyLibrary library, PolicyIndex index) : PageModel
{
    public PolicyDocument Norm { get; private set; } = null!;

    public IReadOnlyList<PlacedRule> Rules { get; private set; } = [];

    public IReadOnlyList<Clause> Clauses { get; private set; } = [];

    public IActionResult OnGet(string id)
    {
        if (index.Document($"norms/{id}") is not { } norm)
            return NotFound();
        Norm = norm;
        Rules = index.RulesOf(norm);
        Clauses = index.ClausesNaming(norm);
        return Page();
    }

    public string Sentence(PlacedRule placed) => library.Renderer.Rule(placed.Rule, placed.Header);
}
