using Cradle.Governance.Access;
using Cradle.Governance.Board;
using Cradle.Governance.SocialForces;
using Cradle.Platform.Data;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Cradle.Primitives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Governance.Pages.Governance.Volunteers;

/// <summary>What social forces do in a place by their six functions: projects, volunteers, hours, and what is asked of them.</summary>
[RequirePermission(GovernancePermissions.Read)]
public sealed class IndexModel(SocialForcesService forces, PlatformDbContext database, SignedIn signedIn, HeldRoleText places) : WorkPage(signedIn, places)
{
    private const int Most = 256;

    [BindProperty]
    public string? Organisation { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public SocialFunction? Function { get; set; }

    [BindProperty]
    public bool WithChildren { get; set; }

    [BindProperty]
    public string? RegisterNumber { get; set; }

    [BindProperty]
    public DateOnly? CheckedOn { get; set; }

    public IReadOnlyList<ServiceProject> Projects { get; private set; } = [];

    public IReadOnlyList<Volunteer> Volunteers { get; private set; } = [];

    public IReadOnlyList<HelpRequest> Requests { get; private set; } = [];

    public IReadOnlyDictionary<SocialFunction, decimal> Hours { get; private set; } = null!;

    public bool MayKeep => May(OwnUnit is null ? GovernancePermissions.Compile : GovernancePermissions.Report, OwnUnit);

    private string Here => GovernanceLinks.At(GovernanceLinks.Volunteers, Division);

    public string NameOf(DivisionCode division) => Places.PlaceOf(division);

    /// <summary>Projects that can take a request.</summary>
    public IReadOnlyList<ServiceProject> FittingTo(HelpRequest request) => [.. Projects.Where(project => project.EvaluatedOn is null && project.Function == request.Function && project.Division.Contains(request.Division))];

    public Task<IActionResult> OnPostProjectAsync(CancellationToken stop) => DoAsync(async () =>
        (await forces.AddProjectAsync(Division, new ProjectInput(OwnUnit ?? Organisation?.Trim() ?? "", Name?.Trim() ?? "", Function, WithChildren), stop)).Error, () => Here, stop);

    public Task<IActionResult> OnPostVolunteerAsync(CancellationToken stop) => DoAsync(async () =>
    {
        var number = RegisterNumber?.Trim() ?? "";
        return CheckedOn is { } day && Volunteers.FirstOrDefault(volunteer => volunteer.RegisterNumber == number) is { } known
            ? await forces.NoteCheckAsync(known.Id, day, stop)
            : (await forces.AddVolunteerAsync(Division, number, CheckedOn, stop)).Error;
    }, () => Here, stop);

    public Task<IActionResult> OnPostHelpAsync(Guid request, Guid project, CancellationToken stop) => DoAsync(() => forces.HelpAsync(request, project, stop), () => Here, stop);

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (!Enter(GovernancePermissions.Read))
        {
            return false;
        }

        var last = Division.LastWithin;
        Projects = await database.Set<ServiceProject>().AsNoTracking().Where(project => project.Division >= Division && project.Division <= last && (OwnUnit == null || project.Organisation == OwnUnit))
            .OrderBy(project => project.EvaluatedOn != null).ThenBy(project => project.Function).ThenBy(project => project.Name).Take(Most).ToListAsync(stop);
        Volunteers = await database.Set<Volunteer>().AsNoTracking().Where(volunteer => volunteer.Division >= Division && volunteer.Division <= last).OrderBy(volunteer => volunteer.RegisterNumber).Take(Most).ToListAsync(stop);
        Requests = await database.Set<HelpRequest>().AsNoTracking().Where(request => request.Division >= Division && request.Division <= last && request.DoneOn == null)
            .OrderBy(request => request.ProjectId != null).ThenBy(request => request.AskedOn).Take(Most).ToListAsync(stop);
        Hours = await forces.CountAsync(Division, stop);
        return true;
    }
}
