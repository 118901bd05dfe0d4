using Cradle.Governance.Access;
using Cradle.Governance.Board;
using Cradle.Governance.Ledger;
using Cradle.Governance.Provisions;
using Cradle.Governance.Units;
using Cradle.Platform.Data;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Cradle.Primitives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.Pages.Governance.Complaints;

/// <summary>Complaints that something was refused because of births: each goes to the unit that answers for the matter, with a day.</summary>
[RequirePermission(GovernancePermissions.Read)]
public sealed class IndexModel(ProvisionService provisions, UnitService units, PlatformDbContext database, SignedIn signedIn, HeldRoleText places, TimeProvider time) : WorkPage(signedIn, places)
{
    [BindProperty]
    public string? Matter { get; set; }

    [BindProperty]
    public string? Institution { get; set; }

    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public DateOnly? AnswerBy { get; set; }

    public IReadOnlyList<Refusal> Complaints { get; private set; } = [];

    public DateOnly Today => ChinaTime.Today(time);

    public bool MayTake => OwnUnit is null && May(GovernancePermissions.Compile);

    public Task<IActionResult> OnPostTakeAsync(CancellationToken stop) => DoAsync(async () =>
    {
        var (files, wrong) = await ReadPapersAsync(stop);
        var (id, error) = wrong is not null ? (Guid.Empty, wrong)
            : AnswerBy is { } day ? await provisions.ComplainAsync(Division, Matter ?? "", What?.Trim() ?? "", Institution?.Trim() ?? "", day, files, stop)
            : (Guid.Empty, new LedgerError.Invalid(nameof(AnswerBy), Say("请填答复期限。", "Name the day to answer by.")));
        return (GovernanceLinks.One(GovernanceLinks.Complaints, id), error);
    }, stop);

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (!Enter(GovernancePermissions.Read))
        {
            return false;
        }

        Know(await units.DirectoryAsync(Division, stop), Today);
        var own = OwnNames;
        Complaints = await database.Set<Refusal>().AsNoTracking().Where(refusal => refusal.Division == Division && (own == null || own.Contains(refusal.Unit!)))
            .OrderBy(refusal => refusal.State == RefusalState.Closed).ThenBy(refusal => refusal.Due).ToListAsync(stop);
        return true;
    }
}
