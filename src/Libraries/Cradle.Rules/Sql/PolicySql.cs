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
    /// <summary>A relation has at most 1,664 columns; a key takes a few in each.</summary>
    private const int KeysTogether = 100;

    /// <summary>The columns of answers, numbered as every batch engine numbers them.</summary>
    public IReadOnlyList<OutcomeKey> Keys { get; } = OutcomeKey.AllOf(policy);

    /// <summary>
    /// One row an instance and key: <c>family_id</c>, <c>position</c> (of the child; 0 for families), <c>key</c>, <c>status</c> (<see cref="BatchStatus"/>), <c>value</c>
    /// (fen, days …; NULL without one), <c>rule</c> (its number; 0 where none has won).
    /// </summary>
    /// <param name="keys">The columns wanted, of <see cref="Keys"/>.</param>
    public string Answers(IEnumerable<OutcomeKey> keys) => Statement(keys, (from, child) => $"""
        SELECT family.family_id, {(child ? "coalesce(child.position, 0)" : "0")}::smallint AS position, outcome.key,
          coalesce(outcome.status, 0)::smallint AS status, outcome.value, coalesce(outcome.rule, 0)::smallint AS rule
        {from}
        """);

    /// <summary>
    /// Counts and exact sums: <c>key</c>, <c>status</c>, <c>rule</c>, <c>division</c> (with one named), <c>answers</c> (bigint), <c>total</c> (numeric; NULL where no answer has a value).
    /// The rule leads to its clauses.
    /// </summary>
    /// <param name="keys">The columns wanted, of <see cref="Keys"/>.</param>
    /// <param name="division">A division fact of the family to count by as well.</param>
    public string Totals(IEnumerable<OutcomeKey> keys, FactDefinition? division = null) => Statement(keys, (from, _) => $"""
        SELECT outcome.key, coalesce(outcome.status, 0)::smallint AS status, coalesce(outcome.rule, 0)::smallint AS rule,{(division is null ? "" : $"\n  family.{SqlLayout.ColumnOf(division)} AS division,")}
          count(*) AS answers, sum(outcome.value) AS total
        {from}
        GROUP BY 1, 2, 3{(division is null ? "" : ", 4")}
        """);

    private string Statement(IEnumerable<OutcomeKey> keys, Func<string, bool, string> select)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var parts = keys.GroupBy(key => key.Rows).SelectMany(rows => rows.Chunk(KeysTogether).Select(chunk => select(From(chunk, rows.Key), rows.Key == PopulationTable.Children)));
        return string.Join("\nUNION ALL\n", parts);
    }

    private string From(OutcomeKey[] keys, PopulationTable table)
    {
        var (loops, figures, terms, parts, answers) = (SqlLoops.OfInstance(), new SqlBindings("figure"), new SqlBindings("term"), new SqlBindings("part"), new SqlBindings("answer"));
        var columns = keys.Select(key =>
        {
            var context = new SqlContext(asOf, loops, key.Parent ?? Binding.EntityReference.Mother) { Figures = figures, Terms = terms, Parts = parts };
            return answers.Bind(new SqlText(Typed(new LaneSql(policy, key, context).Answer()))).Text;
        }).ToList();
        var child = table == PopulationTable.Children;
        var joins = loops.Joins + string.Concat(new[] { figures, terms, parts, answers }.Where(binding => !binding.IsEmpty).Select(binding => $"\n{binding.Join}"));
        var numbers = string.Join(", ", keys.Select(key => key.Index));
        var outcome = $"""

            CROSS JOIN LATERAL (SELECT unnest(ARRAY[{numbers}]::smallint[]) AS key,
              unnest(ARRAY[{Elements(columns, 1)}]) AS status,
              unnest(ARRAY[{Elements(columns, 2)}]) AS value,
              unnest(ARRAY[{Elements(columns, 3)}]) AS rule) AS outcome{(child ? "\nWHERE child.position IS NOT NULL OR NOT family.children_known" : "")}
            """;
        return $"FROM families AS family{Parent("mother", SqlLayout.MotherRole, joins)}{Parent("father", SqlLayout.FatherRole, joins)}{(child ? Child(joins) : "")}{joins}{outcome}".ReplaceLineEndings("\n");
    }

    private static string Elements(IEnumerable<string> columns, int element) =>
        string.Join(", ", columns.Select(column => string.Create(CultureInfo.InvariantCulture, $"{column}[{element}]")));

    private static string Typed(string answer) => answer == "NULL" ? "NULL::bigint[]" : answer;

    private static string Parent(string alias, int role, string body) => !body.Contains($"{alias}.", StringComparison.Ordinal) ? ""
        : string.Create(CultureInfo.InvariantCulture, $"\nLEFT JOIN parents AS {alias} ON {alias}.family_id = family.family_id AND {alias}.role = {role}");

    private static string Child(string body) => "\nLEFT JOIN children AS child ON child.family_id = family.family_id" + (!body.Contains("birth.is_first", StringComparison.Ordinal) ? "" : """

        LEFT JOIN (SELECT family_id, position, birth_date IS NULL OR position = min(position) OVER (PARTITION BY family_id, birth_date)
            AND NOT EXISTS (SELECT FROM children AS before WHERE before.family_id = children.family_id AND before.birth_date = children.birth_date - 1) AS is_first
          FROM children) AS birth ON birth.family_id = child.family_id AND birth.position = child.position
        """);
}
