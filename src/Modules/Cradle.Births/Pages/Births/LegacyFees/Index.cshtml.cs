using Cradle.Births.LegacyFees;
using Cradle.Platform.Audit;
using Cradle.Platform.Contracts.Entitlements;
using Cradle.Platform.Data;
using Cradle.Platform.Web;
using Cradle.Platform.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Births.Pages.Births.LegacyFees;

/// <summary>The person concerned finds the own case by what the decision says; no list is shown.</summary>
[RequirePermission(BirthsModule.Apply)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(PlatformDbContext database, LegacyFeeService service, IFeePolicies policies, AuditTrail audit) : PageModel
{
    [BindProperty]
    public string? DecisionNumber { get; set; }

    [BindProperty]
    public string? IdNumber { get; set; }

    public FeeAbolition Abolition => policies.Abolition;

    public LegacyFeeCase? One { get; private set; }

    public void OnGet()
    {
        // Nothing is shown before somebody asks.
    }

    public async Task OnPostAsync(CancellationToken cancellationToken)
    {
        One = await service.OwnAsync(DecisionNumber?.Trim() ?? "", IdNumber?.Trim() ?? "", cancellationToken);
        if (One is null)
        {
            ModelState.AddModelError(nameof(DecisionNumber), Wording.Say("没有找到：核对文号和身份证号；从来没有作出决定的，不会立案", "Not found: check both numbers; where nothing was decided no case is opened"));
            return;
        }

        audit.Record(AuditTrail.Viewed, One.AuditSubject);
        await database.SaveChangesAsync(cancellationToken);
    }
}
