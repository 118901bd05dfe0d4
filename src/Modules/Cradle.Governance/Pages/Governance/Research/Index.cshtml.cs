using Cradle.Governance.Access;
using Cradle.Governance.Board;
using Cradle.Governance.Research;
using Cradle.Platform.Data;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Governance.Pages.Governance.Research;

/// <summary>The studies of a place.</summary>
[RequirePermission(GovernancePermissions.Read)]
public sealed class IndexModel(ResearchService research, PlatformDbContext database, SignedIn signedIn, HeldRoleText places) : WorkPage(signedIn, places)
{
    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Institute { get; set; }

    [BindProperty]
    public string? DataAsked { get; set; }

    [BindProperty]
    public DateOnly? DueOn { get; set; }

    public IReadOnlyList<ResearchTopic> Topics { get; private set; } = [];

    public bool MayPropose => OwnUnit is null && May(GovernancePermissions.Compile);

    public Task<IActionResult> OnPostProposeAsync(CancellationToken stop) => DoAsync(async () =>
    {
        var asked = LinesOf(DataAsked);
        var (id, error) = await research.ProposeAsync(Division, new TopicInput(Title ?? "", Institute ?? "", asked, DueOn), stop);
        return (GovernanceLinks.One(GovernanceLinks.Research, id), error);
    }, stop);

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (!Enter(GovernancePermissions.Read))
        {
            return false;
        }

        Topics = await database.Set<ResearchTopic>().AsNoTracking().Where(topic => topic.Division >= Division && topic.Division <= Division.LastWithin).OrderBy(topic => topic.State == TopicState.Used).ThenBy(topic => topic.Due).ToListAsync(stop);
        return true;
    }
}
