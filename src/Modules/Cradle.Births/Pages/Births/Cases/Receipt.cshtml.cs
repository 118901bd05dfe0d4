using Cradle.Births.Cases;
using Cradle.Births.Items;
using Cradle.Births.Prints;
using Cradle.Platform.Prints;
using Cradle.Platform.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Births.Pages.Births.Cases;

/// <summary>The receipt, for printing: number, code, what was promised and what comes next. It names nobody.</summary>
[RequirePermission(BirthsModule.Apply)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ReceiptModel(CaseService cases, CaseFlow flow, TypedPlace places, BirthPrints papers, PrintRegister prints) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public JointCase One { get; private set; } = null!;

    public string PlaceName => places.NameOf(One.Division);

    public IssuedPrint Print { get; private set; } = null!;

    public IReadOnlyList<CaseItem> Items { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await cases.OwnAsync(Id, cancellationToken) is not { } one)
            return NotFound();
        (One, Items) = (one, await flow.ItemsAsync(Id, cancellationToken));
        Print = await prints.IssueAsync(papers.ReceiptOf(one), cancellationToken);
        return Page();
    }
}
