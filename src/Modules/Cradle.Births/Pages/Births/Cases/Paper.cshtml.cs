using Cradle.Births.Cases;
using Cradle.Births.Prints;
using Cradle.Births.Promises;
using Cradle.Platform.Prints;
using Cradle.Platform.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Births.Pages.Births.Cases;

/// <summary>What was sent back or refused, or what was promised, for printing.</summary>
[RequirePermission(BirthsModule.Apply)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PaperModel(CaseService cases, CaseFlow flow, PromiseBook promises, BirthPrints papers, PrintRegister prints) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Kind { get; set; } = "";

    public JointCase One { get; private set; } = null!;

    public PrintContent Says { get; private set; } = null!;

    public IssuedPrint Print { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await cases.OwnAsync(Id, cancellationToken) is not { } one)
            return NotFound();
        if ((Kind switch { "promise" => papers.PromiseOf(one, await promises.OfAsync(Id, cancellationToken)), "notice" => papers.NoticeOf(one, await flow.ItemsAsync(Id, cancellationToken)), _ => null }) is not { } content)
            return NotFound();
        (One, Says, Print) = (one, content, await prints.IssueAsync(content, cancellationToken));
        return Page();
    }
}
