using Cradle.Governance.Access;
using Cradle.Governance.Board;
using Cradle.Governance.Ledger;
using Cradle.Governance.Reports;
using Cradle.Governance.Units;
using Cradle.Platform.Data;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Cradle.Primitives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.Pages.Governance.Matters;

/// <summary>Important matters (重要情况) of a place and those below it: reported at once, sent on, acknowledged.</summary>
[RequirePermission(GovernancePermissions.Read)]
public sealed class IndexModel(ReportService reports, UnitService units, PlatformDbContext database, SignedIn signedIn, HeldRoleText places) : WorkPage(signedIn, places)
{
    private const int Most = 256;

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public DateOnly? Day { get; set; }

    public IReadOnlyList<ImportantMatter> Matters { get; private set; } = [];

    public IReadOnlyList<string> Units { get; private set; } = [];

    public bool MayReport => OwnUnit is null && May(GovernancePermissions.Compile);

    private string Here => GovernanceLinks.At(GovernanceLinks.Matters, Division);

    public string NameOf(ImportantMatter matter) => Places.PlaceOf(matter.Division);

    public Task<IActionResult> OnPostReportAsync(CancellationToken stop) => DoAsync(async () => Day is { } day
        ? (await reports.ReportMatterAsync(Division, Title?.Trim() ?? "", Text?.Trim() ?? "", new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.FromHours(8)).ToUniversalTime(), stop)).Error
        : new LedgerError.Invalid(nameof(Day), Say("请填发生日期。", "Name the day it happened.")), () => Here, stop);

    public Task<IActionResult> OnPostRouteAsync(Guid matter, string? unit, CancellationToken stop) => DoAsync(() => reports.MoveMatterAsync(matter, MatterAction.Route, unit?.Trim() ?? "", stop), () => Here, stop);

    public Task<IActionResult> OnPostAcknowledgeAsync(Guid matter, CancellationToken stop) => DoAsync(() => reports.MoveMatterAsync(matter, MatterAction.Acknowledge, null, stop), () => Here, stop);

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (!Enter(GovernancePermissions.Read) || OwnUnit is not null)
        {
            return false;
        }

        Matters = await database.Set<ImportantMatter>().AsNoTracking().Where(matter => matter.Division >= Division && matter.Division <= Division.LastWithin)
            .OrderBy(matter => matter.State == MatterState.Acknowledged).ThenByDescending(matter => matter.ReportedAt).Take(Most).ToListAsync(stop);
        Units = [.. (await units.DirectoryAsync(Division, stop)).All.Select(unit => unit.Name)];
        return true;
    }
}
