using System.Globalization;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations;
using Cradle.Rules.Sql.Answers;

namespace Cradle.Rules.Sql;

/// <summary>
/// A policy as SQL for PostgreSQL 15 and later: one set-based statement for any number of quantities, over the tables of <see cref="SqlLayout"/>. The statement only joins
/// rows of one family and only calls immutable functions of PostgreSQL itself, so that Citus runs it unchanged on every shard of tables distributed by family id.
/// </summary>
/// <param name="policy">The rules.</param>
/// <param name="asOf">The day of the question, one for the whole statement.</param>
public sealed class PolicySql(CompiledPolicy policy, DateOnly asOf)
{
    /// <summary>Citus fetches longer VALUES lists to the coordinator instead of sending them to the shards (citus.values_materialization_threshold).</summary>
    private const int LongestValues = 100;

    /// <summary>The columns of answers, numbered as every batch engine numbers them.</summary>
    public IReadOnlyList<OutcomeKey> Keys { get; } = OutcomeKey.AllOf(policy);

    /// <summary>
    /// One row an instance and key: <c>family_id</c>, <c>position</c> (of the child; 0 for families), <c>key</c>, <c>status</c> (<see cref="BatchStatus"/>), <c>value</c>
    /// (fen, days …; NULL without one), <c>rule</c> (its number; 0 where none has won).
    /// </summary>
    /// <param name="keys">The columns wanted, of <see cref="Keys"/>.</param>
    public string Answers(IEnumerable<OutcomeKey> keys) => Statement(keys, (from, child) => $"""
        SELECT family.family_id, {(child ? "coalesce(child.position, 0)" : "0")}::smallint AS position, outcome.key::smallint AS key,
          coalesce(outcome.answer[1], 0)::smallint AS status, outcome.answer[2] AS value, coalesce(outcome.answer[3], 0)::smallint AS rule
        {from}
        """);

    /// <summary>
    /// Counts and exact sums: <c>key</c>, <c>status</c>, <c>rule</c>, <c>division</c> (with one named), <c>answers</c> (bigint), <c>total</c> (numeric; NULL where no answer has a value).
    /// The rule leads to its clauses.
    /// </summary>
    /// <param name="keys">The columns wanted, of <see cref="Keys"/>.</param>
    /// <param name="division">A division fact of the family to count by as well.</param>
    public string Totals(IEnumerable<OutcomeKey> keys, FactDefinition? division = null) => Statement(keys, (from, _) => $"""
        SELECT outcome.key::smallint AS key, coalesce(outcome.answer[1], 0)::smallint AS status, coalesce(outcome.answer[3], 0)::smallint AS rule,{(division is null ? "" : $"\n  family.{SqlLayout.ColumnOf(division)} AS division,")}
          count(*) AS answers, sum(outcome.answer[2]) AS total
        {from}
        GROUP BY 1, 2, 3{(division is null ? "" : ", 4")}
        """);

    private string Statement(IEnumerable<OutcomeKey> keys, Func<string, bool, string> select)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var parts = keys.GroupBy(key => key.Rows).SelectMany(rows => rows.Chunk(LongestValues).Select(chunk => select(From(chunk, rows.Key), rows.Key == PopulationTable.Children)));
        return string.Join("\nUNION ALL\n", parts);
    }

    private string From(OutcomeKey[] keys, PopulationTable table)
    {
        var (loops, terms, parts) = (SqlLoops.OfInstance(), new SqlBindings("term"), new SqlBindings("part"));
        var rows = keys.Select(key =>
        {
            var context = new SqlContext(asOf, loops, key.Parent ?? Binding.EntityReference.Mother) { Terms = terms, Parts = parts };
            return string.Create(CultureInfo.InvariantCulture, $"({key.Index}, {Typed(new LaneSql(policy, key, context).Answer())})");
        }).ToList();
        if (rows.Count == 1)
            rows.Add("(-1, NULL)");   // as in bindings: a single row would be copied into every place that reads it
        var child = table == PopulationTable.Children;
        var bindings = new[] { terms, parts }.Where(binding => !binding.IsEmpty).ToList();
        var conditions = bindings.Select(binding => binding.Filter).Append("outcome.key >= 0").Concat(child ? ["(child.position IS NOT NULL OR NOT family.children_known)"] : []);
        var body = $"""
            {loops.Joins}
            {string.Join('\n', bindings.Select(binding => binding.Join))}
            CROSS JOIN LATERAL (VALUES
              {string.Join(",\n  ", rows)}) AS outcome(key, answer)
            WHERE {string.Join(" AND ", conditions)}
            """.ReplaceLineEndings("\n").Replace("\n\n", "\n", StringComparison.Ordinal).TrimStart('\n');
        return string.Join('\n', new[] { "FROM families AS family", Parent("mother", SqlLayout.MotherRole, body), Parent("father", SqlLayout.FatherRole, body), child ? Child(body) : null, body }.OfType<string>());
    }

    private static string Typed(string answer) => answer == "NULL" ? "NULL::bigint[]" : answer;

    private static string? Parent(string alias, int role, string body) => !body.Contains($"{alias}.", StringComparison.Ordinal) ? null
        : string.Create(CultureInfo.InvariantCulture, $"LEFT JOIN parents AS {alias} ON {alias}.family_id = family.family_id AND {alias}.role = {role}");

    private static string Child(string body) => "LEFT JOIN children AS child ON child.family_id = family.family_id" + (!body.Contains("birth.is_first", StringComparison.Ordinal) ? "" : """

        LEFT JOIN (SELECT family_id, position, birth_date IS NULL OR position = min(position) OVER (PARTITION BY family_id, birth_date) AS is_first
          FROM children) AS birth ON birth.family_id = child.family_id AND birth.position = child.position
        """);
}
