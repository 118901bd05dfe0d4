using Cradle.Platform.Access;

namespace Cradle.Births.Registrations;

/// <summary>Registrations of the places that a reader's roles cover: those that belong there, and those that were filed there.</summary>
public static class RegistrationQueries
{
    public static IQueryable<ChildbearingRegistration> SeenFrom(this IQueryable<ChildbearingRegistration> rows, IReadOnlyList<HeldRole> roles)
    {
        var seen = rows.Within(roles);
        foreach (var role in roles.Where(role => role.Unit is null))
        {
            var (first, last) = (role.Division, role.Division.LastWithin);
            seen = seen.Union(rows.Where(row => row.FiledAt >= first && row.FiledAt <= last));
        }

        return seen;
    }
}
