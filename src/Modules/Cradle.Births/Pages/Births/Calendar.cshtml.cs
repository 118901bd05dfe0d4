using Cradle.Births.Cases;
using Cradle.Births.Newborns;
using Cradle.Births.Registrations;
using Cradle.Platform.Data;
using Cradle.Platform.Processes;
using Cradle.Platform.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Births.Pages.Births;

/// <summary>Everything the family was offered, over all its registrations and children.</summary>
[RequirePermission(BirthsModule.Apply)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class CalendarModel(PlatformDbContext database, ProcessScope process, OfferList offers) : PageModel
{
    public IReadOnlyList<OfferLine> Offers { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var who = process.Current.Actor.Id;
        var children = await (from one in database.Set<JointCase>() where one.Applicant == who join child in database.Set<ChildRecord>() on one.Id equals child.CaseId select child.Id).ToListAsync(cancellationToken);
        var registered = await database.Set<ChildbearingRegistration>().Where(one => one.Applicant == who && one.State != RegistrationState.Closed).Select(one => one.Id).ToListAsync(cancellationToken);
        Offers = [.. (await offers.OfAsync([.. children, .. registered], cancellationToken)).OrderByDescending(line => line.IsDone).DistinctBy(line => (line.Offer.Quantity, line.Offer.Until, line.ChildDate)).OrderBy(line => line.IsDone)];
    }
}
