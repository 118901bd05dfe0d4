using Cradle.Governance.Access;
using Cradle.Governance.Board;
using Cradle.Governance.Measures;
using Cradle.Governance.Units;
using Cradle.Platform.Data;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Cradle.Primitives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Governance.Pages.Governance.Measures;

/// <summary>The ledger of measures: which have their detailed rule, which are on, which were evaluated.</summary>
[RequirePermission(GovernancePermissions.Read)]
public sealed class IndexModel(MeasureService measures, UnitService units, PlatformDbContext database, SignedIn signedIn, HeldRoleText places, TimeProvider time) : WorkPage(signedIn, places)
{
    [BindProperty(SupportsGet = true)]
    public MeasureState? State { get; set; }

    [BindProperty]
    public string? Document { get; set; }

    [BindProperty]
    public string? Clause { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? OwnerUnit { get; set; }

    [BindProperty]
    public string? Beneficiary { get; set; }

    [BindProperty]
    public DateOnly? RuleDueOn { get; set; }

    public IReadOnlyDictionary<MeasureState, int> Counts { get; private set; } = new Dictionary<MeasureState, int>();

    public IReadOnlyList<Measure> Measures { get; private set; } = [];

    public IReadOnlyList<string> Units { get; private set; } = [];

    public DateOnly Today => ChinaTime.Today(time);

    public bool MayList => OwnUnit is null && May(GovernancePermissions.Compile);

    public Task<IActionResult> OnPostListAsync(CancellationToken stop) => DoAsync(async () =>
    {
        var input = new MeasureInput(Document?.Trim() ?? "", Clause?.Trim() ?? "", Title?.Trim() ?? "", OwnerUnit?.Trim() ?? "", Beneficiary?.Trim() ?? "", RuleDueOn);
        return (await measures.ListAsync(Division, input, stop)).Error;
    }, () => GovernanceLinks.At(GovernanceLinks.Measures, Division), stop);

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (!Enter(GovernancePermissions.Read))
        {
            return false;
        }

        var all = await database.Set<Measure>().AsNoTracking().Where(measure => measure.Division == Division)
            .OrderBy(measure => measure.Document).ThenBy(measure => measure.RuleDueOn == null).ThenBy(measure => measure.RuleDueOn).ThenBy(measure => measure.Clause).ToListAsync(stop);
        Counts = all.CountBy(measure => measure.State).ToDictionary();
        Measures = [.. all.Where(measure => State is null || measure.State == State)];
        Units = [.. (await units.DirectoryAsync(Division, stop)).All.Select(unit => unit.Name)];
        return true;
    }
}
