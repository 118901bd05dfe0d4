using Cradle.Governance.Access;
using Cradle.Governance.Board;
using Cradle.Governance.Provisions;
using Cradle.Governance.Units;
using Cradle.Platform.Data;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Cradle.Primitives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Governance.Pages.Governance.Provisions;

/// <summary>One provision and its next step.</summary>
[RequirePermission(GovernancePermissions.Read)]
public sealed class ProvisionModel(ProvisionService provisions, UnitService units, PlatformDbContext database, SignedIn signedIn, HeldRoleText places, TimeProvider time) : WorkPage(signedIn, places)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Decision { get; set; }

    [BindProperty]
    public string? Proof { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public Provision Provision { get; private set; } = null!;

    public IReadOnlyList<ProvisionAction> Steps => Possible(ProvisionLifecycle.Table, Provision, UnitOf);

    /// <summary>The unit that a step is taken for, where it is not the office's.</summary>
    public string? UnitOf(ProvisionAction step) => step == ProvisionAction.Finish ? SpeakerOf(Provision.Owner) ?? Provision.Owner : null;

    public Task<IActionResult> OnPostStepAsync(ProvisionAction step, CancellationToken stop) => DoAsync(() => provisions.MoveAsync(Id, step, Reason, provision =>
    {
        provision.Decision = step == ProvisionAction.Decide ? Decision : provision.Decision;
        if (step == ProvisionAction.Finish)
        {
            (provision.Proof, provision.DoneOn) = (Proof?.Trim(), ChinaTime.Today(time));
        }
    }, stop), GovernanceLinks.One(GovernanceLinks.Provisions, Id), stop);

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await database.Set<Provision>().AsNoTracking().SingleOrDefaultAsync(provision => provision.Id == Id, stop) is not { } provision || !Enter(GovernancePermissions.Read, provision.Division)
            || !await KnowsAsync(provision, stop))
        {
            return false;
        }

        Provision = provision;
        return true;
    }

    private async Task<bool> KnowsAsync(Provision provision, CancellationToken stop)
    {
        Know(await units.DirectoryAsync(Division, stop), ChinaTime.Today(time));
        return IsOwn(provision.Owner);
    }
}
