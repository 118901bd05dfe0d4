using Cradle.Governance.Access;
using Cradle.Governance.Board;
using Cradle.Governance.Papers;
using Cradle.Governance.Provisions;
using Cradle.Governance.Units;
using Cradle.Platform.Data;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Cradle.Primitives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Governance.Pages.Governance.Complaints;

/// <summary>One complaint and its next step.</summary>
[RequirePermission(GovernancePermissions.Read)]
public sealed class ComplaintModel(ProvisionService provisions, UnitService units, PaperService papers, PlatformDbContext database, SignedIn signedIn, HeldRoleText places, TimeProvider time) : WorkPage(signedIn, places)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public IReadOnlyList<Paper> Files { get; private set; } = [];

    public Refusal Complaint { get; private set; } = null!;

    public DateOnly Today => ChinaTime.Today(time);

    public IReadOnlyList<RefusalAction> Steps => Possible(RefusalLifecycle.Table, Complaint, UnitOf);

    /// <summary>The unit that a step is taken for, where it is not the office's.</summary>
    public string? UnitOf(RefusalAction step) => step is RefusalAction.Decide or RefusalAction.Correct && Complaint.Unit is { } unit ? SpeakerOf(unit) ?? unit : null;

    public Task<IActionResult> OnPostStepAsync(RefusalAction step, CancellationToken stop) =>
        DoAsync(() => WithPapersAsync(files => provisions.MoveComplaintAsync(Id, step, Text?.Trim(), files, stop), stop), GovernanceLinks.One(GovernanceLinks.Complaints, Id), stop);

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await database.Set<Refusal>().AsNoTracking().SingleOrDefaultAsync(refusal => refusal.Id == Id, stop) is not { } refusal || !Enter(GovernancePermissions.Read, refusal.Division)
            || !await KnowsAsync(refusal, stop))
        {
            return false;
        }

        Complaint = refusal;
        Files = await papers.OfAsync(refusal.AuditSubject, stop);
        return true;
    }

    private async Task<bool> KnowsAsync(Refusal refusal, CancellationToken stop)
    {
        Know(await units.DirectoryAsync(Division, stop), Today);
        return IsOwn(refusal.Unit);
    }
}
