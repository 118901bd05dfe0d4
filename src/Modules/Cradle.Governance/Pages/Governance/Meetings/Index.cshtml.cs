using Cradle.Governance.Access;
using Cradle.Governance.Board;
using Cradle.Governance.Ledger;
using Cradle.Governance.Meetings;
using Cradle.Governance.Units;
using Cradle.Platform.Data;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Cradle.Primitives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Governance.Pages.Governance.Meetings;

/// <summary>The leading groups and joint conferences of a place: when they met last, and how far their resolutions are.</summary>
[RequirePermission(GovernancePermissions.Read)]
public sealed class IndexModel(MeetingService meetings, UnitService units, PlatformDbContext database, SignedIn signedIn, HeldRoleText places) : WorkPage(signedIn, places)
{
    [BindProperty]
    public BodyKind Kind { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public DateOnly? Since { get; set; }

    [BindProperty]
    public List<string> Members { get; set; } = [];

    public IReadOnlyList<(Body Body, DateOnly? LastHeld, ResolutionStanding Standing)> Bodies { get; private set; } = [];

    public IReadOnlyList<string> Units { get; private set; } = [];

    public bool MayFound => OwnUnit is null && May(GovernancePermissions.Compile);

    public Task<IActionResult> OnPostFoundAsync(CancellationToken stop) => DoAsync(async () =>
    {
        var (id, error) = await meetings.FoundAsync(Division, Kind, Name?.Trim() ?? "", Members, Since, stop);
        return (GovernanceLinks.One(GovernanceLinks.Meetings, id), error);
    }, stop);

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (!Enter(GovernancePermissions.Read))
        {
            return false;
        }

        Units = [.. (await units.DirectoryAsync(Division, stop)).All.Where(unit => unit.Successor is null).Select(unit => unit.Name)];
        var bodies = await database.Set<Body>().AsNoTracking().Include(body => body.Members).Where(body => body.Division == Division).OrderBy(body => body.Kind).ThenBy(body => body.Name).ToListAsync(stop);
        var listed = new List<(Body, DateOnly?, ResolutionStanding)>();
        foreach (var body in bodies)
        {
            var last = await database.Set<Meeting>().Where(meeting => meeting.BodyId == body.Id).MaxAsync(meeting => (DateOnly?)meeting.HeldOn, stop);
            listed.Add((body, last, await meetings.StandingAsync(body.Id, stop)));
        }

        Bodies = listed;
        return true;
    }
}
