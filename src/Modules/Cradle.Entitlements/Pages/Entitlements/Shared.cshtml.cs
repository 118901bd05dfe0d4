using Cradle.Entitlements.Calculator;
using Cradle.Entitlements.Policies;
using Cradle.Rules.Packs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Entitlements.Pages.Entitlements;

/// <summary>A list that somebody shared.</summary>
[AllowAnonymous]
public sealed class SharedModel(PolicyLibrary library, SharedLists shares) : PageModel
{
    public SharedList List { get; private set; } = null!;

    public IEnumerable<IGrouping<string, (SharedLine Line, Rule Rule, QuantityHeader Header)>> Groups =>
        from line in List.Lines
        join quantity in library.Policy.Quantities on line.Quantity equals quantity.Header.Id
        let rule = library.Policy.Rules.GetValueOrDefault(line.Rule)
        where rule is not null
        group (line, rule, quantity.Header) by line.Draft ? "advisory" : line.Status;

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (await shares.FindAsync(id, HttpContext.RequestAborted) is not { } list)
            return NotFound();
        List = list;
        return Page();
    }
}
