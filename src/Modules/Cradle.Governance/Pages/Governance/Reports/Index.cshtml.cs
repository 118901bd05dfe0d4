using Cradle.Governance.Access;
using Cradle.Governance.Assessment;
using Cradle.Governance.Board;
using Cradle.Governance.Ledger;
using Cradle.Governance.Reports;
using Cradle.Platform.Data;
using Cradle.Platform.Tables;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Cradle.Primitives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.Pages.Governance.Reports;

/// <summary>The yearly reports of a place, and for the level above what came in, what is late and what is missing.</summary>
[RequirePermission(GovernancePermissions.Read)]
public sealed class IndexModel(
    ReportService reports, DocumentTargets targets, DivisionCatalogue divisions, PlatformDbContext database, SignedIn signedIn, HeldRoleText places, TimeProvider time) : WorkPage(signedIn, places)
{
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const int YearsAround = 20;

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty]
    public DateOnly? DueOn { get; set; }

    public int TheYear => Year is { } year && Math.Abs(year - Today.Year) <= YearsAround ? year : Today.Year;

    public DateOnly Today => ChinaTime.Today(time);

    public IReadOnlyList<AnnualReport> Own { get; private set; } = [];

    /// <summary>What places below sent; null for a place with none below it.</summary>
    public Compilation? Compiled { get; private set; }

    public IReadOnlyDictionary<DivisionCode, AnnualReport> Received { get; private set; } = new Dictionary<DivisionCode, AnnualReport>();

    /// <summary>The day that a document sets for reports to the level above; null where none does.</summary>
    public DateOnly? DocumentDay => Division.Parent is { } above ? targets.ReportDueOn(above, TheYear) : null;

    public bool MayDraft => OwnUnit is null && May(GovernancePermissions.Compile) && Division.Parent is not null && Own.All(report => report.Year != TheYear);

    public string NameOf(DivisionCode division) => Places.PlaceOf(division);

    public Task<IActionResult> OnPostDraftAsync(CancellationToken stop) => DoAsync(async () =>
    {
        var (id, error) = (DueOn ?? DocumentDay) is { } due && Division.Parent is { } above
            ? await reports.DraftAsync(Division, PlaceName, above, TheYear, due, stop)
            : (Guid.Empty, new LedgerError.Invalid(nameof(DueOn), Say("文件没有写报送期限，请填。", "No document sets the day; enter it.")));
        return (GovernanceLinks.One(GovernanceLinks.Reports, id), error);
    }, stop);

    /// <summary>The figures of all reports that came in, added up, as a workbook.</summary>
    public async Task<IActionResult> OnGetCompiledAsync(CancellationToken stop)
    {
        if (!await LoadAsync(stop) || Compiled is not { } compiled)
        {
            return NotFound();
        }

        var sent = compiled.InTime.Concat(compiled.Late).Order().Select(place => Received[place]).ToList();
        return File(Workbook.Write(
            new Sheet("汇总", ["指标", "合计", "单位"], compiled.Figures.Select(figure => (IReadOnlyList<object?>)[figure.Name, figure.Value, figure.Unit])),
            new Sheet("各地", ["地区", "报送日期", "按时", .. compiled.Figures.Select(figure => figure.Name)], sent.Select(report => (IReadOnlyList<object?>)
                [NameOf(report.Division), report.SentOn, report.IsSentInTime ? "是" : "否", .. compiled.Figures.Select(figure => (object?)ReportFigures.Snapshot(report).Figures.FirstOrDefault(own => own.Name == figure.Name)?.Value)]))),
            WorkbookType, $"reports-{Division}-{TheYear}.xlsx");
    }

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (!Enter(GovernancePermissions.Read) || OwnUnit is not null)
        {
            return false;
        }

        Own = await database.Set<AnnualReport>().AsNoTracking().Where(report => report.Division == Division).OrderByDescending(report => report.Year).ToListAsync(stop);
        var below = divisions.Children(Division).Select(place => place.Code).ToList();
        if (below.Count > 0)
        {
            Compiled = await reports.CompileAsync(Division, TheYear, below, stop);
            Received = await database.Set<AnnualReport>().AsNoTracking().Where(report => report.To == Division && report.Year == TheYear).ToDictionaryAsync(report => report.Division, stop);
        }

        return true;
    }
}
