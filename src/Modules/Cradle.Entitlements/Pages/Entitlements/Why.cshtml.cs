using Cradle.Entitlements.Calculator;
using Cradle.Entitlements.Policies;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Explain;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Entitlements.Pages.Entitlements;

/// <summary>Why one outcome is what it is, and what would change it.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[AllowAnonymous]
public sealed class WhyModel(PolicyLibrary library, FamilyDrafts drafts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Quantity { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public int? Child { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Who { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Draft { get; set; }

    public Explanation Explanation { get; private set; } = null!;

    public ChildNames Children { get; private set; } = ChildNames.None;

    /// <summary>From when until when, in words.</summary>
    public string? When { get; private set; }

    public string Sentence => Explanation.Outcome is { Rule: { } rule, Header: var header } ? library.Renderer.Rule(rule, header) : "";

    public async Task<IActionResult> OnGetAsync()
    {
        if (await drafts.CurrentAsync(HttpContext) is not { } draft)
            return Redirect(drafts.Start(HttpContext));
        var calculation = Calculation.Of(draft, library);
        var outcome = calculation.Answer.Outcomes.FirstOrDefault(item =>
            item.Header.Id == Quantity && item.IsDraft == Draft && (Child is null || item.Child == Child) && (Who is null || item.Beneficiary == Who));
        if (outcome is null)
            return NotFound();
        Children = ChildNames.Of(calculation.Facts, PolicyLibrary.Language);
        When = new ResultView(calculation, library).When(outcome);
        Explanation = library.Explainer.Explain(outcome, calculation.Facts);
        return Page();
    }
}
