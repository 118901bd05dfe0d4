using Cradle.Births.Cases;
using Cradle.Births.Registrations;
using Cradle.Platform.Access;
using Cradle.Platform.Data;
using Cradle.Platform.Tables;
using Cradle.Platform.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Births.Pages.Desk.Registrations;

/// <summary>The registrations of a division: papers to compare, questions from other places, and every state by its number.</summary>
[RequirePermission(BirthsModule.Read)]
public sealed class IndexModel(PlatformDbContext database, SignedIn signedIn, TypedPlace places) : PageModel
{
    private const int AtMost = 50;

    [BindProperty(SupportsGet = true)]
    public RegistrationState? State { get; set; }

    /// <summary>The number of one that somebody looks for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Number { get; set; }

    public TypedPlace Places => places;

    public bool MayFile => signedIn.Authority.Has(BirthsModule.Apply);

    public IReadOnlyList<(RegistrationState State, int Count)> Counts { get; private set; } = [];

    public IReadOnlyList<ChildbearingRegistration> Registrations { get; private set; } = [];

    public IReadOnlyList<PlaceQuery> Queries { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var roles = signedIn.Authority.RolesGiving(BirthsModule.Read);
        var here = database.Set<ChildbearingRegistration>().AsNoTracking().SeenFrom(roles);
        var counts = await here.GroupBy(one => one.State).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        Counts = [.. counts.OrderBy(row => row.Key).Select(row => (row.Key, row.Count))];
        var number = PlainText.Key(Number ?? "");
        Registrations = await here.Where(one => number.Length > 0 ? one.Number == number : State == null ? one.State == RegistrationState.BeingChecked : one.State == State).OrderBy(one => one.Id).Take(AtMost).ToListAsync(cancellationToken);
        Queries = await database.Set<PlaceQuery>().AsNoTracking().Within(roles).Where(query => query.State == PlaceQueryState.Asked).OrderBy(query => query.Id).Take(AtMost).ToListAsync(cancellationToken);
    }
}
