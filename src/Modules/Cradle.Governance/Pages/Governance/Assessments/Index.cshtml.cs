using Cradle.Governance.Access;
using Cradle.Governance.Assessment;
using Cradle.Governance.Board;
using Cradle.Governance.Ledger;
using Cradle.Platform.Data;
using Cradle.Platform.Tables;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Cradle.Primitives;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.Pages.Governance.Assessments;

/// <summary>The yearly assessments of a place: the sets it publishes for the places below it, and those it is assessed by.</summary>
[RequirePermission(GovernancePermissions.Read)]
public sealed class IndexModel(
    AssessmentService assessments, DocumentTargets targets, DivisionCatalogue divisions, PlatformDbContext database, SignedIn signedIn, HeldRoleText places, TimeProvider time) : WorkPage(signedIn, places)
{
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public int? Year { get; set; }

    public IReadOnlyList<IndicatorSet> Sets { get; private set; } = [];

    public IReadOnlyList<(PlaceAssessment Assessment, IndicatorSet Set)> Own { get; private set; } = [];

    /// <summary>The places that a set of this one is for.</summary>
    public IReadOnlyList<DivisionCode> Below => [.. divisions.Children(Division).Select(place => place.Code)];

    public IReadOnlyList<DocumentTarget> Targets => targets.Of(Division);

    public int ThisYear => ChinaTime.Today(time).Year;

    public bool MayPublish => May(GovernancePermissions.Approve) && Below.Count > 0;

    public async Task<IActionResult> OnGetTemplateAsync(CancellationToken stop) =>
        await LoadAsync(stop) ? File(IndicatorTable.Template(Targets), WorkbookType, $"indicators-{Division}.xlsx") : NotFound();

    public Task<IActionResult> OnPostPublishAsync(IFormFile? file, CancellationToken stop) => DoAsync(async () =>
    {
        if (file is null || file.Length == 0 || file.Length > TableLimits.Usual.Bytes || string.IsNullOrWhiteSpace(Name) || Year is null)
        {
            LedgerError error = string.IsNullOrWhiteSpace(Name) ? new LedgerError.Invalid(nameof(Name), Say("请写名称。", "Name it."))
                : Year is null ? new LedgerError.Invalid(nameof(Year), Say("请填年度。", "Name the year."))
                : new LedgerError.Invalid("file", Say("请选填好权重的指标表。", "Choose the table with its weights filled in."));
            return ("", error);
        }

        using var memory = new MemoryStream();
        await file.CopyToAsync(memory, stop);
        var (indicators, faults) = IndicatorTable.Read(memory.ToArray(), file.FileName);
        var (id, wrong) = faults.Count > 0 ? (Guid.Empty, new LedgerError.Invalid("file", string.Join(Say("；", "; "), faults))) : await assessments.PublishAsync(Division, Year.Value, Name.Trim(), indicators, Below, stop);
        return (GovernanceLinks.One(GovernanceLinks.Assessments, id), wrong);
    }, stop);

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (!Enter(GovernancePermissions.Read) || OwnUnit is not null)
        {
            return false;
        }

        Sets = await database.Set<IndicatorSet>().AsNoTracking().Where(set => set.Division == Division).OrderByDescending(set => set.Year).ThenByDescending(set => set.Revision).ToListAsync(stop);
        Own = [.. (await (from assessment in database.Set<PlaceAssessment>().AsNoTracking() join set in database.Set<IndicatorSet>() on assessment.SetId equals set.Id where assessment.Division == Division orderby set.Year descending, set.Revision descending select new { assessment, set }).ToListAsync(stop))
            .Select(pair => (pair.assessment, pair.set))];
        return true;
    }
}
