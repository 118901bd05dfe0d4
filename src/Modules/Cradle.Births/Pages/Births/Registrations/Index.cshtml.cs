using Cradle.Births.Registrations;
using Cradle.Platform.Data;
using Cradle.Platform.Processes;
using Cradle.Platform.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Births.Pages.Births.Registrations;

/// <summary>The registrations of the person's own, and those that he or she filed for others.</summary>
[RequirePermission(BirthsModule.Apply)]
public sealed class IndexModel(PlatformDbContext database, ProcessScope process) : PageModel
{
    private const int AtMost = 50;

    public IReadOnlyList<ChildbearingRegistration> Registrations { get; private set; } = [];

    public bool IsAtCounter => process.Current.Actor.Kind != ActorKind.Citizen;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var who = process.Current.Actor.Id;
        Registrations = await database.Set<ChildbearingRegistration>().AsNoTracking().Where(one => one.Applicant == who || one.FiledBy == who).OrderByDescending(one => one.Id).Take(AtMost).ToListAsync(cancellationToken);
    }
}
