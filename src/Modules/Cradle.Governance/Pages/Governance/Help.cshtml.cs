using Cradle.Governance.Access;
using Cradle.Governance.Board;
using Cradle.Governance.SocialForces;
using Cradle.Platform.Data;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Governance.Pages.Governance;

/// <summary>A worker on the ground asks for help and sees what became of it.</summary>
[RequirePermission(GovernancePermissions.Ask)]
public sealed class HelpModel(SocialForcesService forces, PlatformDbContext database, SignedIn signedIn, HeldRoleText places) : WorkPage(signedIn, places)
{
    private const int Most = 64;

    [BindProperty]
    public SocialFunction? Function { get; set; }

    [BindProperty]
    public string? What { get; set; }

    public IReadOnlyList<(HelpRequest Request, ServiceProject? Project)> Requests { get; private set; } = [];

    public Task<IActionResult> OnPostAskAsync(CancellationToken stop) => DoAsync(async () => (await forces.AskAsync(Division, Function, What ?? "", stop)).Error, () => GovernanceLinks.At(GovernanceLinks.Help, Division), stop);

    public Task<IActionResult> OnPostDoneAsync(Guid request, CancellationToken stop) => DoAsync(() => forces.HelpAsync(request, null, stop), () => GovernanceLinks.At(GovernanceLinks.Help, Division), stop);

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (!Enter(GovernancePermissions.Ask))
        {
            return false;
        }

        var rows = await (from request in database.Set<HelpRequest>().AsNoTracking() where request.Division >= Division && request.Division <= Division.LastWithin
                          join project in database.Set<ServiceProject>() on request.ProjectId equals (Guid?)project.Id into taken from project in taken.DefaultIfEmpty()
                          orderby request.DoneOn != null, request.AskedOn descending select new { request, project }).Take(Most).ToListAsync(stop);
        Requests = [.. rows.Select(row => (row.request, (ServiceProject?)row.project))];
        return true;
    }
}
