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

namespace Cradle.Governance.Pages.Governance.Provisions;

/// <summary>Restrictive provisions of a place until they are gone, and the lint that looks through the fields of a form.</summary>
[RequirePermission(GovernancePermissions.Read)]
public sealed class IndexModel(ProvisionService provisions, DelinkLint lint, UnitService units, PlatformDbContext database, SignedIn signedIn, HeldRoleText places, TimeProvider time) : WorkPage(signedIn, places)
{
    private const int MostFields = 500;

    [BindProperty]
    public string? Document { get; set; }

    [BindProperty]
    public string? Clause { get; set; }

    [BindProperty]
    public ProvisionKind Sort { get; set; }

    [BindProperty]
    public string? Owner { get; set; }

    [BindProperty]
    public string? Matter { get; set; }

    [BindProperty]
    public string? Fields { get; set; }

    public IReadOnlyList<Provision> Provisions { get; private set; } = [];

    public IReadOnlyList<string> Units { get; private set; } = [];

    /// <summary>What the lint found; null where it was not asked.</summary>
    public IReadOnlyList<DelinkFinding>? Findings { get; private set; }

    public bool MayFind => OwnUnit is null && May(GovernancePermissions.Compile);

    /// <summary>How many still stand, by the unit that has to clear them.</summary>
    public IEnumerable<(string Unit, int Open)> OpenByUnit => Provisions.Where(provision => provision.State != ProvisionState.Verified).CountBy(provision => provision.Owner).Select(count => (count.Key, count.Value)).OrderByDescending(count => count.Value);

    public Task<IActionResult> OnPostFindAsync(CancellationToken stop) => DoAsync(async () =>
    {
        var (id, error) = await provisions.FindAsync(Division, new ProvisionInput(Document?.Trim() ?? "", Clause?.Trim() ?? "", Sort, Owner?.Trim() ?? ""), stop);
        return (GovernanceLinks.One(GovernanceLinks.Provisions, id), error);
    }, stop);

    public async Task<IActionResult> OnPostLintAsync(CancellationToken stop)
    {
        if (!await LoadAsync(stop))
        {
            return NotFound();
        }

        var fields = LinesOf(Fields).Take(MostFields).ToList();
        if (Matter is null || !ProvisionService.Matters.Contains(Matter) || fields.Count == 0)
        {
            Tell(fields.Count == 0 ? new LedgerError.Invalid(nameof(Fields), Say("请贴上表单的栏目，一行一个。", "Paste the fields of the form, one a line.")) : new LedgerError.Invalid(nameof(Matter), Say("请选一个事项。", "Choose a matter.")));
            return Page();
        }

        Findings = lint.Check(Matter, Division, fields);
        return Page();
    }

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (!Enter(GovernancePermissions.Read))
        {
            return false;
        }

        var directory = await units.DirectoryAsync(Division, stop);
        Know(directory, ChinaTime.Today(time));
        var own = OwnNames;
        Provisions = await database.Set<Provision>().AsNoTracking().Where(provision => provision.Division == Division && (own == null || own.Contains(provision.Owner)))
            .OrderBy(provision => provision.State == ProvisionState.Verified).ThenBy(provision => provision.FoundOn).ToListAsync(stop);
        Units = [.. directory.All.Select(unit => unit.Name)];
        return true;
    }
}
