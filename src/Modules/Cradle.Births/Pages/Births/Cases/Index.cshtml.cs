using Cradle.Births.Cases;
using Cradle.Platform.Data;
using Cradle.Platform.Processes;
using Cradle.Platform.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Births.Pages.Births.Cases;

/// <summary>The cases of the person's own, and those that he or she filed for others.</summary>
[RequirePermission(BirthsModule.Apply)]
public sealed class IndexModel(PlatformDbContext database, ProcessScope process) : PageModel
{
    private const int AtMost = 50;

    public IReadOnlyList<JointCase> Cases { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var who = process.Current.Actor.Id;
        Cases = await database.Set<JointCase>().AsNoTracking().Where(one => one.Applicant == who || one.FiledBy == who).OrderByDescending(one => one.Id).Take(AtMost).ToListAsync(cancellationToken);
    }
}
