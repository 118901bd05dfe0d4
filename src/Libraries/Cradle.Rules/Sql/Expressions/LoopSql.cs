using Cradle.Rules.Binding;

namespace Cradle.Rules.Sql.Expressions;

/// <summary>
/// any, all, count, sum, min and max over a list. The aggregates of SQL pass over NULL, so each says first whether an item left something unknown; a family without
/// items has no row in a grouped relation, and takes what the loop comes to over nothing.
/// </summary>
internal static class LoopSql
{
    public static SqlText? Translate(Node node, SqlContext context) => node switch
    {
        Quantified quantified => Looped(quantified.Collection, quantified.Depth, [quantified.Body], context, quantified.All ? "TRUE" : "FALSE",
            inside => Quantifier(quantified.All, inside.Loops.Body(SqlExpression.Of(quantified.Body, inside)))),
        Aggregate aggregate => Looped(aggregate.Collection, aggregate.Depth, new Node?[] { aggregate.Filter, aggregate.Value }.OfType<Node>(), context,
            aggregate.Aggregation is Aggregation.Count or Aggregation.Sum ? "0" : null, inside => Folded(aggregate, inside)),
        _ => null,
    };

    /// <summary>A condition that the list itself is known.</summary>
    public static string ListKnown(CollectionReference collection, SqlContext context) =>
        collection.Kind == CollectionKind.Children ? "family.children_known" : $"{context.AliasOf(collection.Owner, 0)}.elders_known";

    /// <summary>How many items a list has.</summary>
    public static SqlText Items(CollectionReference collection, int depth, SqlContext context) =>
        Looped(collection, depth, [], context, "0", _ => "count(*)");

    private static SqlText Looped(
        CollectionReference collection, int depth, IEnumerable<Node> bodies, SqlContext context, string? overNothing, Func<SqlContext, string> aggregate)
    {
        var (loop, column) = context.Loops.Add(collection, depth, bodies, context, aggregate);
        var value = overNothing is null ? $"{loop}.{column}" : $"CASE WHEN {loop}.family_id IS NULL THEN {overNothing} ELSE {loop}.{column} END";
        return context.Figure(SqlText.Case((ListKnown(collection, context), value)) with { IsWide = true });
    }

    private static string Quantifier(bool all, SqlText body)
    {
        var (decisive, undecided) = all ? ($"NOT bool_and({body})", "TRUE") : ($"bool_or({body})", "FALSE");
        var open = body.MayBeNull ? SqlText.Case((decisive, all ? "FALSE" : "TRUE"), ($"bool_and({body.Atom} IS NOT NULL)", undecided)).Text : null;
        return open ?? (all ? $"bool_and({body})" : $"bool_or({body})");
    }

    private static string Folded(Aggregate aggregate, SqlContext inside)
    {
        var filter = aggregate.Filter is null ? null : inside.Loops.Body(SqlExpression.Of(aggregate.Filter, inside));
        var value = aggregate.Value is null ? null : inside.Loops.Body(SqlExpression.Of(aggregate.Value, inside));
        var where = filter is null ? "" : $" FILTER (WHERE {filter})";
        var folded = aggregate.Aggregation switch
        {
            Aggregation.Count => $"count(*){where}",
            Aggregation.Sum => $"coalesce(sum({value}){where}, 0)::bigint",
            Aggregation.Min => $"min({value}){where}",
            _ => $"max({value}){where}",
        };
        var unknown = string.Join(" OR ", new[]
        {
            filter is { MayBeNull: true } ? $"{filter.Atom} IS NULL" : null,
            value is not { MayBeNull: true } ? null : filter is null ? $"{value.Atom} IS NULL" : $"{filter.Atom} AND {value.Atom} IS NULL",
        }.OfType<string>());
        return unknown.Length == 0 ? folded : $"CASE WHEN NOT bool_or({unknown}) THEN {folded} END";
    }
}
