using Cradle.Governance.Access;
using Cradle.Governance.Board;
using Cradle.Governance.Measures;
using Cradle.Platform.Data;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Governance.Pages.Governance.Filings;

/// <summary>One filing: receipt, check of completeness, answer.</summary>
[RequirePermission(GovernancePermissions.Read)]
public sealed class FilingModel(MeasureService measures, PlatformDbContext database, SignedIn signedIn, HeldRoleText places) : WorkPage(signedIn, places)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public Filing Filing { get; private set; } = null!;

    public IReadOnlyList<FilingAction> Steps => OwnUnit is null ? Possible(FilingLifecycle.Table, Filing.State) : [];

    public Task<IActionResult> OnPostStepAsync(FilingAction step, CancellationToken stop) =>
        DoAsync(() => measures.MoveFilingAsync(Id, step, Text?.Trim(), stop), GovernanceLinks.One(GovernanceLinks.Filings, Id), stop);

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await database.Set<Filing>().AsNoTracking().SingleOrDefaultAsync(filing => filing.Id == Id, stop) is not { } filing || !Enter(GovernancePermissions.Read, filing.Division))
        {
            return false;
        }

        Filing = filing;
        return true;
    }
}
