using Cradle.Governance.Access;
using Cradle.Governance.Assessment;
using Cradle.Governance.Board;
using Cradle.Governance.Rhythms;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Cradle.Primitives;
using Microsoft.AspNetCore.Mvc;

namespace Cradle.Governance.Pages.Governance;

/// <summary>How long silence may last in a place and how far ahead it is warned: set by the place, never assumed.</summary>
[RequirePermission(GovernancePermissions.Read)]
public sealed class RhythmModel(RhythmService rhythms, DocumentTargets targets, SignedIn signedIn, HeldRoleText places, TimeProvider time) : WorkPage(signedIn, places)
{
    [BindProperty]
    public int? SilentTaskMonths { get; set; }

    [BindProperty]
    public int? SilentBodyMonths { get; set; }

    [BindProperty]
    public int? AheadDays { get; set; }

    [BindProperty]
    public int? OrderLevelDays { get; set; }

    public Rhythm? Rhythm { get; private set; }

    public DateOnly? ReportDueOn => Division.Parent is { } above ? targets.ReportDueOn(above, ChinaTime.Today(time).Year) : null;

    public bool MaySet => OwnUnit is null && May(GovernancePermissions.Compile);

    public Task<IActionResult> OnPostAsync(CancellationToken stop) =>
        DoAsync(() => rhythms.SetAsync(Division, new RhythmInput(SilentTaskMonths, SilentBodyMonths, AheadDays, OrderLevelDays), stop), () => GovernanceLinks.At(GovernanceLinks.Rhythm, Division), stop);

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (!Enter(GovernancePermissions.Read))
        {
            return false;
        }

        Rhythm = await rhythms.FindAsync(Division, stop);
        if (Request.Method == HttpMethod.Get.Method && Rhythm is { } set)
        {
            (SilentTaskMonths, SilentBodyMonths, AheadDays, OrderLevelDays) = (set.SilentTaskMonths, set.SilentBodyMonths, set.AheadDays, set.OrderLevelDays);
        }

        return true;
    }
}
