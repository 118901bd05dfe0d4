using Cradle.Governance.Access;
using Cradle.Governance.Board;
using Cradle.Governance.Commendations;
using Cradle.Governance.Ledger;
using Cradle.Platform.Data;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Cradle.Primitives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.Pages.Governance.Commendations;

/// <summary>Calls for demonstration places and advanced units: those of the place, and those of the places above it that it may answer.</summary>
[RequirePermission(GovernancePermissions.Read)]
public sealed class IndexModel(CommendationService commendations, PlatformDbContext database, SignedIn signedIn, HeldRoleText places, TimeProvider time) : WorkPage(signedIn, places)
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Criteria { get; set; }

    [BindProperty]
    public DateOnly? OpensOn { get; set; }

    [BindProperty]
    public DateOnly? ClosesOn { get; set; }

    [BindProperty]
    public int? NoticeDays { get; set; }

    public IReadOnlyList<Programme> Programmes { get; private set; } = [];

    public DateOnly Today => ChinaTime.Today(time);

    public bool MayCall => OwnUnit is null && May(GovernancePermissions.Approve);

    public string NameOf(DivisionCode division) => Places.PlaceOf(division);

    public Task<IActionResult> OnPostCallAsync(CancellationToken stop) => DoAsync(async () =>
    {
        if (OpensOn is not { } opens || ClosesOn is not { } closes)
        {
            return ("", new LedgerError.Invalid(OpensOn is null ? nameof(OpensOn) : nameof(ClosesOn), Say("请填日期。", "Name the day.")));
        }

        var criteria = LinesOf(Criteria);
        var (id, error) = await commendations.CallAsync(Division, Name?.Trim() ?? "", criteria, opens, closes, NoticeDays ?? 0, stop);
        return (GovernanceLinks.One(GovernanceLinks.Commendations, id), error);
    }, stop);

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (!Enter(GovernancePermissions.Read))
        {
            return false;
        }

        var reach = new List<DivisionCode> { Division };
        for (var above = Division.Parent; above is { } place; above = place.Parent)
        {
            reach.Add(place);
        }

        Programmes = await database.Set<Programme>().AsNoTracking().Where(programme => reach.Contains(programme.Division)).OrderByDescending(programme => programme.ClosesOn).ToListAsync(stop);
        return true;
    }
}
