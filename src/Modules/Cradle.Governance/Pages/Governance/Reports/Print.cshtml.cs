using Cradle.Governance.Access;
using Cradle.Governance.Reports;
using Cradle.Platform.Data;
using Cradle.Platform.Prints;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Cradle.Primitives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Governance.Pages.Governance.Reports;

/// <summary>A report as it is printed and sealed: drawn from its snapshot and its words alone.</summary>
[RequirePermission(GovernancePermissions.Read)]
public sealed class PrintModel(PlatformDbContext database, PrintRegister prints, DivisionCatalogue divisions, SignedIn signedIn, HeldRoleText places) : WorkPage(signedIn, places)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public AnnualReport Report { get; private set; } = null!;

    public ReportSnapshot Snapshot { get; private set; } = null!;

    public IReadOnlyList<ReportSection> Sections { get; private set; } = [];

    public PrintContent? Says { get; private set; }

    /// <summary>The paper; null while the report is a draft.</summary>
    public IssuedPrint? Print { get; private set; }

    public string To => Places.PlaceOf(Report.To);

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await database.Set<AnnualReport>().AsNoTracking().SingleOrDefaultAsync(report => report.Id == Id, stop) is not { } report || !Enter(GovernancePermissions.Read, report.Division) || OwnUnit is not null)
        {
            return false;
        }

        (Report, Snapshot, Sections) = (report, ReportFigures.Snapshot(report), ReportFigures.Sections(report));
        Says = ReportPrint.Of(report, Snapshot.Place, divisions);
        Print = Says is null ? null : await prints.IssueAsync(Says, stop);
        return true;
    }
}
