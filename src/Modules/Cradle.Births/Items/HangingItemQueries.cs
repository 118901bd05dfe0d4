using Cradle.Births.Cases;
using Cradle.Platform.Access;
using Cradle.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Births.Items;

/// <summary>Items that hang, for those who can do something about them: whoever is of their place, and whoever is of their case's.</summary>
internal static class HangingItemQueries
{
    public static IQueryable<CaseItem> HangingFor(this PlatformDbContext database, IReadOnlyList<HeldRole> roles, params ItemState[] states)
    {
        var (hanging, cases) = (database.Set<CaseItem>().AsNoTracking().Where(item => states.Contains(item.State)), database.Set<JointCase>().AsNoTracking().Within(roles));
        return hanging.Within(roles).Union(hanging.Where(item => cases.Any(one => one.Id == item.CaseId)));
    }
}
