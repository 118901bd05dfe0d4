using Cradle.Rules.Packs;

namespace Cradle.Rules.Sql.Answers;

/// <summary>
/// A decision table. Under <c>unique</c> the first row that surely fits gives the value; under <c>first</c> only if no row before it is open. Otherwise the rows that may
/// fit bound it, and where these agree the value is known. A table no row of which fits is a rule that does not apply.
/// </summary>
internal static class TableSql
{
    public static RuleSql Of(Rule rule, DecisionTable table, SqlText applies, SqlContext context)
    {
        var rows = table.Rows.Select(row => new Row(context.Term(row.When), context.Term(row.Value), Bounds(row, context))).ToList();
        var any = string.Join(" OR ", rows.Select(row => row.When.Atom));
        var fits = new SqlText(applies.Text == "TRUE" ? $"CASE WHEN ({any}) IS NOT FALSE THEN TRUE ELSE FALSE END" : $"{applies.Atom} AND ({any}) IS NOT FALSE", applies.Text == "TRUE", MayBeNull: applies.MayBeNull);
        var (low, high) = (Open(rows, "least", row => row.Bounds.Low), Open(rows, "greatest", row => row.Bounds.High));
        var agreed = $"CASE WHEN {low} = {high} THEN {low} END";
        var value = new SqlText(Pick(rows, table.Unique, row => row.Value.Text, agreed), IsAtom: true);
        var bounds = new SqlBounds(
            new SqlText(Pick(rows, table.Unique, row => row.Bounds.Low.Text, low), IsAtom: true),
            new SqlText(Pick(rows, table.Unique, row => row.Bounds.High.Text, high), IsAtom: true), true);
        return context.Parts is { } parts
            ? new RuleSql(rule, parts.Bind(fits), parts.Bind(value), bounds.In(context))
            : new RuleSql(rule, fits, value, bounds);
    }

    private static SqlBounds Bounds(TableRow row, SqlContext context)
    {
        var bounds = BoundsSql.Of(row.Value, context with { Terms = null, Parts = null });
        return context.Terms is { } terms ? bounds with { Low = terms.Bind(bounds.Low), High = terms.Bind(bounds.High) } : bounds;
    }

    private static string Pick(List<Row> rows, bool unique, Func<Row, string> give, string open)
    {
        var branches = unique
            ? rows.Select(row => $"WHEN {row.When} THEN {give(row)}")
            : rows.Select(row => $"WHEN {row.When} THEN {give(row)}{(row.When.MayBeNull ? $" WHEN {row.When.Atom} IS NULL THEN {open}" : "")}");
        return $"CASE {string.Join(' ', branches)}{(unique ? $" ELSE {open}" : "")} END";
    }

    /// <summary>The extreme over the rows that may fit, up to the first that surely does; NULL where one of them is unbounded.</summary>
    private static string Open(List<Row> rows, string extreme, Func<Row, SqlText> bound)
    {
        var candidates = rows.Select((row, index) =>
        {
            var before = rows.Take(index).Where(earlier => earlier.When.Text != "FALSE").Select(earlier => $"({earlier.When}) IS NOT TRUE");
            return (Live: string.Join(" AND ", before.Prepend($"({row.When}) IS NOT FALSE")), Bound: bound(row));
        }).ToList();
        var unbounded = candidates.Where(candidate => candidate.Bound.MayBeNull).Select(candidate => $"{candidate.Live} AND {candidate.Bound.Atom} IS NULL").ToList();
        var call = $"{extreme}({string.Join(", ", candidates.Select(candidate => $"CASE WHEN {candidate.Live} THEN {candidate.Bound} END"))})";
        return unbounded.Count == 0 ? call : $"CASE WHEN {string.Join(" OR ", unbounded)} THEN NULL ELSE {call} END";
    }

    private sealed record Row(SqlText When, SqlText Value, SqlBounds Bounds);
}
