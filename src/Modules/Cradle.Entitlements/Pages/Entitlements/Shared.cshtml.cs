using Cradle.Entitlements.Calculator;
using Cradle.Entitlements.Policies;
using Cradle.Rules.Packs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Entitlements.Pages.Entitlements;

/// <summary>A list that somebody shared.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[AllowAnonymous]
public sealed class SharedModel(PolicyLibrary library, SharedLists shares) : PageModel
{
    public SharedList List { get; private set; } = null!;

    /// <summary>Whether this browser shared it and may take it back.</summary>
    public bool IsOwn { get; private set; }

    /// <summary>Lines by status; what the mother and the father have alike is one line that names both.</summary>
    public IEnumerable<IGrouping<string, SharedItem>> Groups =>
        from line in List.Lines
        group line.Beneficiary by line with { Beneficiary = "" } into same
        let item = ItemOf(same.Key, same)
        where item is not null
        group item by same.Key.Draft ? "advisory" : same.Key.Status;

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (await shares.FindAsync(id, HttpContext.RequestAborted) is not { } list)
            return NotFound();
        (List, IsOwn) = (list, SharedLists.IsOwn(HttpContext, id));
        return Page();
    }

    /// <summary>Takes the list back.</summary>
    public async Task<IActionResult> OnPostAsync(string id)
    {
        if (!SharedLists.IsOwn(HttpContext, id))
            return NotFound();
        await shares.RevokeAsync(HttpContext, id);
        return Redirect(EntitlementsLinks.Result);
    }

    /// <summary>A line with its rule; null where the rule is in force no more.</summary>
    private SharedItem? ItemOf(SharedLine line, IEnumerable<string> beneficiaries)
    {
        if (Find(line.Quantity, line.Rule) is not var (header, rule))
            return null;
        var added = line.Added is { } part && Find(part.Quantity, part.Rule) is var (more, other) ? (Part: part, Header: more, Rule: other) : ((SharedPart Part, QuantityHeader Header, Rule Rule)?)null;
        return new SharedItem(
            header,
            line.Value is { } value ? library.Renderer.Value(value, header, line.Limit) : "",
            OutcomeText.People(beneficiaries.Select(OutcomeText.Person), line.Value is not null),
            [.. OutcomeText.Parts(rule, added is var (figure, of, _) ? (of, library.Renderer.Value(figure.Value, of, figure.Limit)) : null)],
            [.. rule.Cites.Concat(added?.Rule.Cites ?? []).Distinct()]);
    }

    private (QuantityHeader Header, Rule Rule)? Find(string quantity, string rule) =>
        library.Policy.Quantities.FirstOrDefault(item => item.Header.Id == quantity) is { } found && library.Policy.Rules.GetValueOrDefault(rule) is { } by ? (by.In(found.Header), by) : null;
}

/// <summary>A line of a shared list in words.</summary>
/// <param name="Figure">The figure with its bound and unit; empty where there is none.</param>
/// <param name="Who">Everybody it is for.</param>
/// <param name="Parts">What the figure includes.</param>
/// <param name="Cites">The clauses of the figure and of what was added to it.</param>
public sealed record SharedItem(QuantityHeader Header, string Figure, string Who, IReadOnlyList<string> Parts, IReadOnlyList<Citation> Cites);
