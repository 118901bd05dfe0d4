using Cradle.Births.LegacyFees;
using Cradle.Births.Prints;
using Cradle.Platform.Prints;
using Cradle.Platform.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Births.Pages.Desk.Fees;

/// <summary>What the persons concerned are told, for printing; the number of the identity card is masked.</summary>
[RequirePermission(BirthsModule.Decide)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class NoticeModel(LegacyFeeService service, BirthPrints papers, PrintRegister prints) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public LegacyFeeCase One { get; private set; } = null!;

    public PrintContent Says { get; private set; } = null!;

    public IssuedPrint Print { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await service.InScopeAsync(Id, BirthsModule.Decide, cancellationToken) is not { } one)
            return NotFound();
        if (papers.FeeNoticeOf(one, service.PersonsOf(one)) is not { } content)
            return NotFound();
        (One, Says, Print) = (one, content, await prints.IssueAsync(content, cancellationToken));
        return Page();
    }
}
