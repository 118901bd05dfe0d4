using Cradle.Governance.Access;
using Cradle.Governance.Board;
using Cradle.Governance.Measures;
using Cradle.Platform.Data;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Governance.Pages.Governance.Filings;

/// <summary>Local schemes filed with the level above: those of the place and, for the level above, of all places below it.</summary>
[RequirePermission(GovernancePermissions.Read)]
public sealed class IndexModel(MeasureService measures, PlatformDbContext database, SignedIn signedIn, HeldRoleText places) : WorkPage(signedIn, places)
{
    private const int Most = 256;

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Clause { get; set; }

    [BindProperty]
    public string? Required { get; set; }

    [BindProperty]
    public string? Enclosed { get; set; }

    public IReadOnlyList<Filing> Filings { get; private set; } = [];

    public bool MayFile => Division.Parent is not null && May(GovernancePermissions.Compile);

    public string NameOf(Filing filing) => Places.PlaceOf(filing.Division);

    public Task<IActionResult> OnPostFileAsync(CancellationToken stop) => DoAsync(async () =>
    {
        var (files, wrong) = await ReadPapersAsync(stop);
        if (wrong is not null)
        {
            return ("", wrong);
        }

        var (id, error) = await measures.FileAsync(Division, Title?.Trim() ?? "", Clause?.Trim() ?? "", LinesOf(Required), LinesOf(Enclosed), files, stop);
        return (GovernanceLinks.One(GovernanceLinks.Filings, id), error);
    }, stop);

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (!Enter(GovernancePermissions.Read))
        {
            return false;
        }

        Filings = await database.Set<Filing>().AsNoTracking().Where(filing => filing.Division >= Division && filing.Division <= Division.LastWithin)
            .OrderBy(filing => filing.State == FilingState.Answered).ThenBy(filing => filing.SubmittedOn).Take(Most).ToListAsync(stop);
        return true;
    }
}
