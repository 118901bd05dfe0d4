using Cradle.Births.Cases;
using Cradle.Births.Items;
using Cradle.Platform.Access;
using Cradle.Platform.Data;
using Cradle.Platform.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Births.Pages.Desk.Births;

/// <summary>The worklist of a division: what waits for a person first, and every state by its number.</summary>
[RequirePermission(BirthsModule.Read)]
public sealed class IndexModel(PlatformDbContext database, SignedIn signedIn) : PageModel
{
    private const int AtMost = 50;

    [BindProperty(SupportsGet = true)]
    public CaseState? State { get; set; }

    public IReadOnlyList<(CaseState State, int Count)> Counts { get; private set; } = [];

    public IReadOnlyList<JointCase> Cases { get; private set; } = [];

    public IReadOnlyList<CaseItem> Stuck { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var roles = signedIn.Authority.RolesGiving(BirthsModule.Read);
        var cases = database.Set<JointCase>().AsNoTracking().Within(roles);
        var counts = await cases.GroupBy(one => one.State).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        Counts = [.. counts.OrderBy(row => row.Key).Select(row => (row.Key, row.Count))];
        Cases = await cases.Where(one => State == null ? one.State == CaseState.PreCheck || one.State == CaseState.PartlyCompleted : one.State == State).OrderBy(one => one.Id).Take(AtMost).ToListAsync(cancellationToken);
        Stuck = await database.Set<CaseItem>().AsNoTracking().Within(roles).Where(item => item.State == ItemState.ManualQueue).OrderBy(item => item.Id).Take(AtMost).ToListAsync(cancellationToken);
    }
}
