using Cradle.Governance.Commendations;
using Cradle.Platform.Data;
using Cradle.Platform.Web.Accounts;
using Cradle.Primitives;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Governance.Pages.Notices;

/// <summary>What everybody may see: who is on public notice until when, and who was awarded.</summary>
[AllowAnonymous]
public sealed class CommendationsModel(PlatformDbContext database, HeldRoleText places, TimeProvider time) : PageModel
{
    private const int Most = 256;

    public IReadOnlyList<(Nomination Nomination, Programme Programme)> OnNotice { get; private set; } = [];

    public IReadOnlyList<(Nomination Nomination, Programme Programme)> Awarded { get; private set; } = [];

    public DateOnly Today => ChinaTime.Today(time);

    public string NameOf(DivisionCode division) => places.PlaceOf(division);

    public async Task OnGetAsync(CancellationToken stop)
    {
        OnNotice = await ListAsync(NominationState.OnNotice, stop);
        Awarded = await ListAsync(NominationState.Awarded, stop);
    }

    private async Task<IReadOnlyList<(Nomination, Programme)>> ListAsync(NominationState state, CancellationToken stop) =>
        [.. (await (from nomination in database.Set<Nomination>().AsNoTracking() join programme in database.Set<Programme>() on nomination.ProgrammeId equals programme.Id where nomination.State == state orderby nomination.NoticeUntil descending, nomination.Applicant select new { nomination, programme }).Take(Most).ToListAsync(stop))
            .Select(pair => (pair.nomination, pair.programme))];
}
