using System.Globalization;
using Cradle.Rules.Binding;

namespace Cradle.Rules.Sql.Expressions;

/// <summary>
/// The calendar functions. Months are added as an interval, which clamps to the last of the month as <c>anniversary_clamped</c> does; completed months are counted
/// from the parts of both dates, because <c>age()</c> counts back differently before the first date. No function that depends on a time zone or a setting is used.
/// </summary>
internal static class CalendarSql
{
    public static SqlText? Translate(Node node, SqlContext context)
    {
        if (node is not CalendarCall call)
            return null;
        var first = SqlExpression.Of(call.First, context);
        var second = call.Second is null ? SqlText.Null : SqlExpression.Of(call.Second, context);
        var (text, isAtom) = call.Function switch
        {
            CalendarFunction.Anniversary => (Anniversary(first, call.Second!, second), true),
            CalendarFunction.AnniversaryClamped => (Clamped(first, call.Second!, second), true),
            CalendarFunction.MonthsOld => ($"{Between(first, second)} - CASE WHEN {Part("day", second)} < {Part("day", first)} THEN 1 ELSE 0 END", false),
            CalendarFunction.MonthsOldClamped => (MonthsOldClamped(first, second), false),
            CalendarFunction.YearsOld =>
                ($"floor(({Between(first, second)} - CASE WHEN {Part("day", second)} < {Part("day", first)} THEN 1 ELSE 0 END) / 12.0)::bigint", true),
            CalendarFunction.DaysBetween => ($"({second.Atom} - {first.Atom})::bigint", true),
            CalendarFunction.MonthsBetween => (Between(first, second), false),
            CalendarFunction.YearOf => ($"{Part("year", first)}::bigint", true),
            CalendarFunction.MonthOf => ($"{Part("month", first)}::bigint", true),
            CalendarFunction.MonthStart => (StartOf("month", first), true),
            CalendarFunction.YearStart => (StartOf("year", first), true),
            _ => ($"make_date({Part("year", first)}::integer, 12, 31)", true),
        };
        return new SqlText(text, isAtom, IsWide: call.Type.Kind != ValueKind.Date, first.MayBeNull || call.Second is not null && second.MayBeNull);
    }

    private static string Anniversary(SqlText date, Node months, SqlText count)
    {
        var clamped = Clamped(date, months, count);
        return $"CASE WHEN {Part("day", new SqlText(clamped, IsAtom: true))} = {Part("day", date)} THEN {clamped} ELSE {clamped} + 1 END";
    }

    private static string Clamped(SqlText date, Node months, SqlText count) => months is Constant constant
        ? string.Create(CultureInfo.InvariantCulture, $"({date.Atom} + INTERVAL '{constant.Value} months')::date")
        : $"({date.Atom} + make_interval(months => {count.Atom}::integer))::date";

    private static string MonthsOldClamped(SqlText from, SqlText to) =>
        $"{Between(from, to)} - CASE WHEN {Part("day", to)} < least({Part("day", from)}, extract(day FROM date_trunc('month', {to.Atom}::timestamp) + INTERVAL '1 month - 1 day')) THEN 1 ELSE 0 END";

    private static string Between(SqlText from, SqlText to) =>
        $"(extract(year FROM {to}) - extract(year FROM {from}))::bigint * 12 + ({Part("month", to)} - {Part("month", from)})::bigint";

    // date_trunc of a bare date takes it as a time of the session's zone
    private static string StartOf(string unit, SqlText date) => $"date_trunc('{unit}', {date.Atom}::timestamp)::date";

    private static string Part(string part, SqlText date) => $"extract({part} FROM {date})";
}
