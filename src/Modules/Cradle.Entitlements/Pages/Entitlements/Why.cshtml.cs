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

    public string Sentence => OutcomeText.Sentence(Explanation.Outcome, library.Renderer);

    public IReadOnlyList<Step> Steps => OutcomeGroups.IsFamilys(Explanation.Outcome) ? Explanation.Steps : [.. Explanation.Steps.Select(Owed)];

    /// <summary>A step about what somebody else owes; the explainer speaks of every rule as of something to have.</summary>
    private Step Owed(Step step)
    {
        var header = Explanation.Outcome.Header;
        var rules = library.Pack.Quantities.First(quantity => quantity.Header.Id == header.Id).Rules;
        return step with { Title = rules.Aggregate(step.Title, Say), Detail = step.Detail is { } detail ? rules.Aggregate(detail, Say) : null, Steps = [.. step.Steps.Select(Owed)] };

        string Say(string text, Rule rule) => text.Replace(library.Renderer.Rule(rule, header), library.Renderer.Rule(rule, header with { Kind = "duty" }), StringComparison.Ordinal);
    }

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
