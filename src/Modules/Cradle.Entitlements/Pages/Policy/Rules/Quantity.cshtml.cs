using Cradle.Entitlements.Policies;
using Cradle.Entitlements.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Entitlements.Pages.Policy.Rules;

/// <summary>One quantity: what it is, its rules from the nation down, and its worked cases.</summary>
[AllowAnonymous]
public sealed class QuantityModel(PolicyLibrary library, PolicyIndex index, CaseReader cases) : PageModel
{
    public Cradle.Rules.Packs.Quantity Quantity { get; private set; } = null!;

    public IReadOnlyList<LevelOfRules> Levels { get; private set; } = [];

    public ILookup<string, CaseText> Cases { get; private set; } = Array.Empty<CaseText>().ToLookup(@case => @case.Place);

    public int CaseCount => Cases.Sum(place => place.Count());

    public IActionResult OnGet(string quantity)
    {
        if (index.Quantity(quantity) is not { } found)
            return NotFound();
        Quantity = found;
        Levels = [.. found.Rules.GroupBy(rule => rule.Division).OrderBy(group => group.Key).Select(group =>
            new LevelOfRules(group.Key, library.NameOf(group.Key), [.. group.Select(rule => new PlacedRule(found, rule))]))];
        Cases = index.CasesOf(quantity).Select(@case => cases.Read(@case, found.Header)).ToLookup(@case => @case.Place);
        return Page();
    }
}

/// <summary>The rules of one place.</summary>
public sealed record LevelOfRules(int Division, string Name, IReadOnlyList<PlacedRule> Rules);
