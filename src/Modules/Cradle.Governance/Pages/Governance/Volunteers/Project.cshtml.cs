using Cradle.Governance.Access;
using Cradle.Governance.Board;
using Cradle.Governance.Ledger;
using Cradle.Governance.SocialForces;
using Cradle.Platform.Data;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.Pages.Governance.Volunteers;

/// <summary>One project: who serves, hours and who confirms them, what came of it.</summary>
[RequirePermission(GovernancePermissions.Read)]
public sealed class ProjectModel(SocialForcesService forces, PlatformDbContext database, SignedIn signedIn, HeldRoleText places) : WorkPage(signedIn, places)
{
    private const int Most = 256;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Guid? Volunteer { get; set; }

    /// <summary>Whose hours are logged.</summary>
    [BindProperty]
    public Guid? Who { get; set; }

    [BindProperty]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public decimal? Hours { get; set; }

    [BindProperty]
    public string? Finding { get; set; }

    public ServiceProject Project { get; private set; } = null!;

    public IReadOnlyList<Volunteer> Sent { get; private set; } = [];

    /// <summary>Who could still be sent: to children only those with a background check.</summary>
    public IReadOnlyList<Volunteer> Free { get; private set; } = [];

    /// <summary>How many are not offered as their background was not checked.</summary>
    public int Unchecked { get; private set; }

    public IReadOnlyList<(ServiceHours Hours, string Number)> Log { get; private set; } = [];

    public decimal Confirmed => Log.Where(row => row.Hours.ConfirmedBy is not null).Sum(row => row.Hours.Hours);

    public decimal Open => Log.Where(row => row.Hours.ConfirmedBy is null).Sum(row => row.Hours.Hours);

    public bool MayKeep => Project.EvaluatedOn is null && May(OwnUnit is null ? GovernancePermissions.Compile : GovernancePermissions.Report, OwnUnit);

    public bool MayConfirm => MayKeep || MayEvaluate;

    public bool MayEvaluate => Project.EvaluatedOn is null && OwnUnit is null && May(GovernancePermissions.Check);

    private string Here => GovernanceLinks.One(GovernanceLinks.Volunteers, Id);

    public Task<IActionResult> OnPostSendAsync(CancellationToken stop) => DoAsync(() => forces.MatchAsync(Id, Volunteer ?? Guid.Empty, stop), Here, stop);

    public Task<IActionResult> OnPostLogAsync(CancellationToken stop) => DoAsync(async () => Day is not { } day ? new LedgerError.Invalid(nameof(Day), Say("请填日期。", "Name the day."))
        : Hours is not { } hours ? new LedgerError.Invalid(nameof(Hours), Say("请填时长。", "Enter the hours."))
        : (await forces.LogAsync(Id, Who ?? Guid.Empty, day, hours, stop)).Error, Here, stop);

    public Task<IActionResult> OnPostConfirmAsync([FromForm(Name = "hours")] Guid logged, CancellationToken stop)
    {
        ModelState.Remove(nameof(Hours));   // the button sends an id under the same name
        return DoAsync(() => forces.ConfirmAsync(logged, stop), Here, stop);
    }

    public Task<IActionResult> OnPostEvaluateAsync(CancellationToken stop) => DoAsync(() => forces.EvaluateAsync(Id, Finding ?? "", stop), Here, stop);

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await database.Set<ServiceProject>().AsNoTracking().SingleOrDefaultAsync(project => project.Id == Id, stop) is not { } project || !Enter(GovernancePermissions.Read, project.Division)
            || (OwnUnit is { } own && own != project.Organisation))
        {
            return false;
        }

        Project = project;
        var near = await database.Set<Volunteer>().AsNoTracking().Where(volunteer => volunteer.Division >= Division && volunteer.Division <= Division.LastWithin).OrderBy(volunteer => volunteer.RegisterNumber).Take(Most).ToListAsync(stop);
        var sent = await database.Set<ServiceMatch>().Where(match => match.ProjectId == Id).Select(match => match.VolunteerId).ToListAsync(stop);
        Sent = await database.Set<Volunteer>().AsNoTracking().Where(volunteer => sent.Contains(volunteer.Id)).OrderBy(volunteer => volunteer.RegisterNumber).ToListAsync(stop);
        var left = near.Where(volunteer => !sent.Contains(volunteer.Id)).ToList();
        Free = [.. left.Where(project.Takes)];
        Unchecked = left.Count - Free.Count;
        var numbers = Sent.ToDictionary(volunteer => volunteer.Id, volunteer => volunteer.RegisterNumber);
        Log = [.. (await database.Set<ServiceHours>().AsNoTracking().Where(hours => hours.ProjectId == Id).OrderByDescending(hours => hours.Day).Take(Most).ToListAsync(stop)).Select(hours => (hours, numbers.GetValueOrDefault(hours.VolunteerId, "")))];
        return true;
    }
}
