using Cradle.Births.Cases;
using Cradle.Births.Items;
using Cradle.Births.Work;
using Cradle.Platform.Web.Access;
using Cradle.Primitives;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Births.Pages.Desk.Births;

/// <summary>The supervisor's proof that nothing is lost, with an owner for what hangs.</summary>
[RequirePermission(BirthsModule.Supervise)]
public sealed class ReconciliationModel(CaseReconciliation reconciliation, WorkService work, SignedIn signedIn) : PageModel
{
    public ReconciliationReport Report { get; private set; } = null!;

    /// <summary>How many were told of what hangs.</summary>
    public int? Told { get; private set; }

    public async Task OnPostAsync(string service, string division, bool above, CancellationToken cancellationToken)
    {
        Told = DivisionCode.TryParse(division, out var place) && ServiceGraph.All.Contains(service) ? await work.PressAsync(service, place, above, cancellationToken) : 0;
        await OnGetAsync(cancellationToken);
    }

    public async Task OnGetAsync(CancellationToken cancellationToken) => Report = await reconciliation.ReadAsync(signedIn.Authority.RolesGiving(BirthsModule.Supervise), cancellationToken);
}
