using Cradle.Rules.Binding;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Sql.Expressions;

/// <summary>A parameter as a choice by place, the most specific first, and by day; NULL where none is set.</summary>
internal static class ParameterSql
{
    public static SqlText? Translate(Node node, SqlContext context)
    {
        if (node is not ParameterNumber number)
            return null;
        if (number.Parameter.Values.Count == 0)
            return SqlText.Null;
        var (place, date) = (SqlExpression.Of(number.Division, context), SqlExpression.Of(number.Date, context));
        return SqlText.Case([.. number.Parameter.Values.GroupBy(value => value.Division).OrderByDescending(group => group.Key)
            .SelectMany(group => Series([.. group.OrderBy(value => value.From)]))
            .Select(stretch => (When(place, date, stretch), SqlText.Whole(stretch.Value.Value).Wide))]);
    }

    /// <summary>Each value until its last day, or the day before the next begins.</summary>
    private static IEnumerable<(ParameterValue Value, DateOnly? Until)> Series(ParameterValue[] series)
    {
        for (var index = 0; index < series.Length; index++)
        {
            var (until, next) = (series[index].Until, index + 1 < series.Length ? series[index + 1].From.AddDays(-1) : (DateOnly?)null);
            yield return (series[index], until < next || next is null ? until : next);
        }
    }

    private static string When(SqlText place, SqlText date, (ParameterValue Value, DateOnly? Until) stretch)
    {
        var from = $"{ComparisonSql.Within(place, stretch.Value.Division).Atom} AND {date.Atom} >= {SqlText.Day(stretch.Value.From.DayNumber)}";
        return stretch.Until is { } until ? $"{from} AND {date.Atom} <= {SqlText.Day(until.DayNumber)}" : from;
    }
}
