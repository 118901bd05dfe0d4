using Cradle.Governance.Access;
using Cradle.Governance.Board;
using Cradle.Governance.Ledger;
using Cradle.Governance.Measures;
using Cradle.Governance.Papers;
using Cradle.Platform.Data;
using Cradle.Platform.Web;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Governance.Pages.Governance.Filings;

/// <summary>One filing: receipt, check of completeness, answer.</summary>
[RequirePermission(GovernancePermissions.Read)]
public sealed class FilingModel(MeasureService measures, PaperService papers, PlatformDbContext database, SignedIn signedIn, HeldRoleText places) : WorkPage(signedIn, places)
{
    private LedgerError? refused;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public IReadOnlyList<Paper> Files { get; private set; } = [];

    public Filing Filing { get; private set; } = null!;

    /// <summary>What this actor can do with it now.</summary>
    public IReadOnlyList<FilingAction> Steps => [.. Possible(FilingLifecycle.Table, Filing).Where(step => step == FilingAction.Supplement || refused is null)];

    /// <summary>What the role would allow and cannot be done now, or not by this actor.</summary>
    public IReadOnlyList<(Words Step, Words Why)> Withheld =>
        [.. Barred(FilingLifecycle.Table, Filing, MeasureWords.Of), .. Possible(FilingLifecycle.Table, Filing).Where(step => step != FilingAction.Supplement && refused is not null).Select(step => (MeasureWords.Of(step), LedgerWords.Of(refused!)))];

    public Task<IActionResult> OnPostStepAsync(FilingAction step, CancellationToken stop) =>
        DoAsync(() => WithPapersAsync(files => measures.MoveFilingAsync(Id, step, Text?.Trim(), files, stop), stop), GovernanceLinks.One(GovernanceLinks.Filings, Id), stop);

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await database.Set<Filing>().AsNoTracking().SingleOrDefaultAsync(filing => filing.Id == Id, stop) is not { } filing || !Enter(GovernancePermissions.Read, filing.Division))
        {
            return false;
        }

        Filing = filing;
        refused = await measures.RefusalAsync(filing, FilingAction.Receive, stop);
        Files = await papers.OfAsync(filing.AuditSubject, stop);
        return true;
    }
}
