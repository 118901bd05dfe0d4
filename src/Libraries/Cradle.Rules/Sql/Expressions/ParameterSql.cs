using System.Globalization;
using Cradle.Rules.Binding;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Sql.Expressions;

/// <summary>
/// A parameter as a choice by place, the most specific first, and by day; NULL where none is set. On a day that the statement knows the provinces are a list in which the code
/// is the place: one step instead of one comparison a province.
/// </summary>
internal static class ParameterSql
{
    /// <summary>Codes of provinces have two digits, of cities and counties more.</summary>
    private const int FirstCity = 100;

    public static SqlText? Translate(Node node, SqlContext context)
    {
        if (node is not ParameterNumber number)
            return null;
        if (number.Parameter.Values.Count == 0)
            return SqlText.Null;
        var place = SqlExpression.Of(number.Division, context);
        if (DayOf(number.Date, context) is { } day)
            return context.Figure(OnDay(number.Parameter, place, day));
        var date = SqlExpression.Of(number.Date, context);
        return SqlText.Case([.. number.Parameter.Values.GroupBy(value => value.Division).OrderByDescending(group => group.Key)
            .SelectMany(group => Series([.. group.OrderBy(value => value.From)]))
            .Select(stretch => (When(place, date, stretch), SqlText.Whole(stretch.Value.Value).Wide))]);
    }

    private static long? DayOf(Number date, SqlContext context) => date switch
    {
        AsOf => context.AsOf.DayNumber,
        Constant constant => constant.Value,
        _ => null,
    };

    private static SqlText OnDay(Parameter parameter, SqlText place, long day)
    {
        if (long.TryParse(place.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            return parameter.At(code, day) is { } fixedValue ? SqlText.Whole(fixedValue.Value) : SqlText.Null;
        var finer = parameter.Divisions.Where(division => division >= FirstCity).OrderDescending()
            .Select(division => $"WHEN {ComparisonSql.Within(place, division)} THEN {Literal(parameter, division, day)}").ToList();
        var coarse = Coarse(parameter, place, day);
        return finer.Count == 0 ? coarse : new SqlText($"CASE {string.Join(' ', finer)} ELSE {coarse} END", IsAtom: true, IsWide: coarse.IsWide);
    }

    /// <summary>The value of the province, else of the nation.</summary>
    private static SqlText Coarse(Parameter parameter, SqlText place, long day)
    {
        var provinces = parameter.Divisions.Where(division => division is > 0 and < FirstCity).Order().ToList();
        var nation = new SqlText($"CASE WHEN {place.Atom} IS NOT NULL THEN {Literal(parameter, 0, day)} END", IsAtom: true, IsWide: true);
        if (provinces.Count == 0)
            return nation;
        var list = string.Join(',', Enumerable.Range(provinces[0], provinces[^1] - provinces[0] + 1).Select(division => parameter.At(division, day)?.Value.ToString(CultureInfo.InvariantCulture) ?? "NULL"));
        var province = string.Create(CultureInfo.InvariantCulture, $"CASE WHEN {place.Atom} < 100 THEN {place.Atom} WHEN {place.Atom} < 10000 THEN {place.Atom} / 100 ELSE {place.Atom} / 10000 END");
        var value = string.Create(CultureInfo.InvariantCulture, $"('[{provinces[0]}:{provinces[^1]}]={{{list}}}'::bigint[])[{province}]");
        return new SqlText(parameter.At(0, day) is null ? value : $"coalesce({value}, {nation})", IsAtom: true, IsWide: true);
    }

    private static string Literal(Parameter parameter, int division, long day) =>
        parameter.At(division, day) is { } set ? SqlText.Whole(set.Value).Wide : "NULL::bigint";

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
