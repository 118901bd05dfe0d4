using System.Linq.Expressions;
using Cradle.Primitives;

namespace Cradle.Platform.Access;

/// <summary>Cuts a list down to what somebody may see, in the database.</summary>
public static class ScopeQueries
{
    /// <summary>Only what one of the roles covers; nothing where there is none.</summary>
    public static IQueryable<T> Within<T>(this IQueryable<T> rows, IReadOnlyList<HeldRole> roles)
        where T : IInScope
    {
        var row = Expression.Parameter(typeof(T), "row");
        var covered = roles.Select(role => Covered<T>(row, role)).Aggregate((Expression)Expression.Constant(false), Expression.OrElse);
        return rows.Where(Expression.Lambda<Func<T, bool>>(covered, row));
    }

    // The codes of everything in a division are one range of integers.
    private static Expression Covered<T>(ParameterExpression row, HeldRole role)
    {
        // read from the role when the query runs, so that all scopes share one statement
        var division = Expression.Property(row, nameof(IInScope.Division));
        var first = Expression.Property(Expression.Constant(role), nameof(HeldRole.Division));
        var inDivision = Expression.AndAlso(
            Expression.GreaterThanOrEqual(division, first),
            Expression.LessThanOrEqual(division, Expression.Property(first, nameof(DivisionCode.LastWithin))));
        return role.Unit is null
            ? inDivision
            : Expression.AndAlso(inDivision, Expression.Equal(Expression.Property(row, nameof(IInScope.Unit)), Expression.Property(Expression.Constant(role), nameof(HeldRole.Unit))));
    }
}
