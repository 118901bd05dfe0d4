using System.Globalization;
using System.Text.Json;
using Cradle.Governance.Access;
using Cradle.Governance.Board;
using Cradle.Governance.Ledger;
using Cradle.Governance.Reports;
using Cradle.Platform.Data;
using Cradle.Platform.Tables;
using Cradle.Platform.Web;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Cradle.Primitives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.Pages.Governance.Reports;

/// <summary>One yearly report: its words, the figures they state against the ledger's, and its way to the level above.</summary>
[RequirePermission(GovernancePermissions.Read)]
public sealed class ReportModel(ReportService reports, PlatformDbContext database, SignedIn signedIn, HeldRoleText places) : WorkPage(signedIn, places)
{
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private readonly Dictionary<ReportAction, LedgerError> refused = [];

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public List<string?> Texts { get; set; } = [];

    /// <summary>Figures that the text states, by the order of the snapshot; an empty one is not stated.</summary>
    [BindProperty]
    public List<string?> Stated { get; set; } = [];

    [BindProperty]
    public List<string?> Whys { get; set; } = [];

    [BindProperty]
    public string? Reason { get; set; }

    public AnnualReport Report { get; private set; } = null!;

    public ReportSnapshot Snapshot { get; private set; } = null!;

    public IReadOnlyList<ReportSection> Sections { get; private set; } = [];

    public IReadOnlyDictionary<string, StatedFigure> StatedFigures { get; private set; } = new Dictionary<string, StatedFigure>();

    public IReadOnlyList<FigureDifference> Differences { get; private set; } = [];

    /// <summary>What this actor can do with it now.</summary>
    public IReadOnlyList<ReportAction> Steps => [.. Possible(AnnualReportLifecycle.Table, Report).Where(step => !refused.ContainsKey(step))];

    /// <summary>What the role would allow and somebody else has to do.</summary>
    public IReadOnlyList<(Words Step, Words Why)> Withheld =>
        [.. Barred(AnnualReportLifecycle.Table, Report, ReportWords.Of), .. Possible(AnnualReportLifecycle.Table, Report).Where(refused.ContainsKey).Select(step => (ReportWords.Of(step), LedgerWords.Of(refused[step])))];

    private string Here => GovernanceLinks.One(GovernanceLinks.Reports, Id);

    public Task<IActionResult> OnPostEditAsync(CancellationToken stop) => DoAsync(() => SaveAsync(stop), Here, stop);

    /// <summary>The figures anew; the words that somebody wrote stay.</summary>
    public Task<IActionResult> OnPostRetakeAsync(CancellationToken stop) => DoAsync(async () => await SaveAsync(stop) ?? await reports.RetakeAsync(Id, Version + 1, stop), Here, stop);

    public Task<IActionResult> OnPostSignAsync(CancellationToken stop) => DoAsync(() => reports.SignAsync(Id, Version, stop), Here, stop);

    public Task<IActionResult> OnPostSendAsync(CancellationToken stop) => DoAsync(() => reports.SendAsync(Id, stop), Here, stop);

    public Task<IActionResult> OnPostReceiveAsync(CancellationToken stop) => DoAsync(() => reports.ReceiveAsync(Id, true, null, stop), Here, stop);

    public Task<IActionResult> OnPostReturnAsync(CancellationToken stop) => DoAsync(() => reports.ReceiveAsync(Id, false, Reason, stop), Here, stop);

    /// <summary>The annex: from the snapshot alone, so the same bytes every time.</summary>
    public async Task<IActionResult> OnGetAnnexAsync(CancellationToken stop) =>
        await LoadAsync(stop) ? File(ReportAnnex.Write(Snapshot), WorkbookType, $"report-{Report.Division}-{Report.Year}.xlsx") : NotFound();

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await database.Set<AnnualReport>().AsNoTracking().SingleOrDefaultAsync(report => report.Id == Id, stop) is not { } report || !Enter(GovernancePermissions.Read, report.Division) || OwnUnit is not null)
        {
            return false;
        }

        (Report, Snapshot, Sections, Differences) = (report, ReportFigures.Snapshot(report), ReportFigures.Sections(report), ReportFigures.Differences(report));
        foreach (var step in AnnualReportLifecycle.Table.ActionsIn(report.State))
        {
            if (await reports.RefusalAsync(report, step, stop) is { } refusal)
            {
                refused[step] = refusal;
            }
        }

        StatedFigures = JsonSerializer.Deserialize<List<StatedFigure>>(report.Stated, JsonSerializerOptions.Web)!.ToDictionary(figure => figure.Name);
        return true;
    }

    private async Task<LedgerError?> SaveAsync(CancellationToken stop)
    {
        var stated = new List<StatedFigure>();
        foreach (var (row, figure) in Snapshot.Figures.Index())
        {
            if (Stated.ElementAtOrDefault(row)?.Trim() is not { Length: > 0 } text)
            {
                continue;
            }

            if (!decimal.TryParse(PlainText.Key(text), NumberStyles.Number, CultureInfo.InvariantCulture, out var value))
            {
                return new LedgerError.Invalid($"{nameof(Stated)}[{row}]", Say($"{figure.Name}：“{text}”不是数字。", $"{figure.Name}: '{text}' is no number."));
            }

            stated.Add(new StatedFigure(figure.Name, value, Whys.ElementAtOrDefault(row)?.Trim()));
        }

        return await reports.EditAsync(Id, [.. Sections.Select((section, row) => section with { Text = Texts.ElementAtOrDefault(row)?.Trim() ?? "" })], stated, Version, stop);
    }
}
