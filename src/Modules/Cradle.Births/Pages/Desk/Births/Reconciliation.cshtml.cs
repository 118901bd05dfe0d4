using Cradle.Births.Cases;
using Cradle.Platform.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Births.Pages.Desk.Births;

/// <summary>The supervisor's proof that nothing is lost, with an owner for what hangs.</summary>
[RequirePermission(BirthsModule.Supervise)]
public sealed class ReconciliationModel(CaseReconciliation reconciliation, SignedIn signedIn) : PageModel
{
    public ReconciliationReport Report { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Report = await reconciliation.ReadAsync(signedIn.Authority.RolesGiving(BirthsModule.Supervise), cancellationToken);
}
