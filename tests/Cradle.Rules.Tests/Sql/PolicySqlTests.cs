using System.Text.RegularExpressions;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Sql;
using Cradle.Rules.Tests.Packs;

namespace Cradle.Rules.Tests.Sql;

/// <summary>The text of the statement: what it says for small packs, and what it never says.</summary>
public partial class PolicySqlTests
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    [Fact]
    public void A_value_under_one_condition_is_one_case_with_three_branches()
    {
        var sql = Answers(SmallPack.Compile("replace", "cn.a | value: 5 days, when: family.married"));

        Assert.Equal("""
            SELECT family.family_id, 0::smallint AS position, outcome.key,
              coalesce(outcome.status, 0)::smallint AS status, outcome.value, coalesce(outcome.rule, 0)::smallint AS rule
            FROM families AS family
            CROSS JOIN LATERAL (SELECT
              CASE family.married WHEN TRUE THEN '{1,5,1,2}'::bigint[] WHEN FALSE THEN '{2,NULL,0,0}'::bigint[] ELSE '{3,NULL,0,0}'::bigint[] END AS v1,
              generate_series(1, 1) AS row) AS answer
            CROSS JOIN LATERAL (SELECT unnest(ARRAY[0]::smallint[]) AS key,
              unnest(ARRAY[answer.v1[1]]) AS status,
              unnest(ARRAY[answer.v1[2]]) AS value,
              unnest(ARRAY[answer.v1[3]]) AS rule) AS outcome
            """, sql, ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void A_count_over_children_is_grouped_by_family()
    {
        var sql = Answers(SmallPack.Compile("replace", "cn.a | value: 5 days, when: 'count(c in children where c.registered) > 1'"));

        Assert.Contains(
            "LEFT JOIN (SELECT each.family_id, CASE WHEN NOT bool_or(each.b1 IS NULL) THEN count(*) FILTER (WHERE each.b1) END AS value1 "
            + "FROM (SELECT item0.family_id, item0.registered AS b1 FROM children AS item0) AS each GROUP BY each.family_id) AS loop1 ON loop1.family_id = family.family_id", sql, StringComparison.Ordinal);
        Assert.Contains("CASE WHEN family.children_known THEN CASE WHEN loop1.family_id IS NULL THEN 0 ELSE loop1.value1 END END AS v1,", sql, StringComparison.Ordinal);
        Assert.Contains("figure.v1 > 1", sql, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_on_the_day_of_the_question_is_a_list_by_province_with_cities_before_it()
    {
        var policy = ParameterTests.Compile("parameter(days, family.residence)", "\n  - {in: [2201], from: 2025-03-01, value: 40 days, cites: [900/1]}\n  - {in: [24], from: 2021-01-01, value: 50 days, cites: [900/1]}");

        // in 2026 Jilin's own value has ended, so it has the nation's; 23 lies between and has none of its own
        Assert.Contains("CASE WHEN 2201 IN (family.residence, family.residence / 100, family.residence / 10000) THEN 40::bigint ELSE coalesce(('[22:24]={12,12,50}'::bigint[])[", Answers(policy), StringComparison.Ordinal);
    }

    [Fact]
    public void A_loop_that_reads_the_family_is_lateral_and_keyed_by_family()
    {
        var sql = Answers(SmallPack.Compile("replace", "cn.a | value: 5 days, when: 'any(c in children where c.birth_date > family.event_date)'"));

        Assert.Contains("LEFT JOIN LATERAL (SELECT min(each.family_id) AS family_id, ", sql, StringComparison.Ordinal);
        Assert.Contains("FROM children AS item0 WHERE item0.family_id = family.family_id) AS each) AS loop1 ON TRUE", sql, StringComparison.Ordinal);
    }

    /// <summary>Citus is not at hand: what its planner refuses to push down to the shards is kept out of the text.</summary>
    [Fact]
    public void The_statement_of_all_quantities_holds_nothing_that_keeps_it_from_the_shards()
    {
        var sql = new PolicySql(RealPack.Policy, Day);
        foreach (var text in new[] { sql.Answers(sql.Keys), sql.Totals(sql.Keys) })
        {
            // no common table, no limit or offset, no order of rows, no set operation but UNION ALL, no grouping sets
            Assert.DoesNotMatch(Forbidden(), text);
            // rows meet by family id only: every table is joined or filtered by it
            var tables = Regex.Matches(text, @"(?:FROM|JOIN) (?:families|parents|children|elders)\b(?: AS (\w+))?");
            Assert.All(tables.Where(table => table.Groups[1].Success && table.Groups[1].Value is not ("family" or "item0" or "item1")),
                table => Assert.Contains($"{table.Groups[1].Value}.family_id = ", text, StringComparison.Ordinal));
            // only functions of PostgreSQL that depend on their arguments alone
            var functions = Regex.Matches(text, @"\b([a-z_]+)\(").Select(match => match.Groups[1].Value).Distinct();
            Assert.Empty(functions.Except(Immutable));
        }
    }

    [Fact]
    public void Tables_take_the_narrowest_type_of_each_fact_and_are_keyed_by_family()
    {
        var ddl = SqlLayout.Ddl(SmallPack.WithoutQuantities.Vocabulary);

        Assert.Contains("CREATE TABLE children (\n  family_id bigint NOT NULL,\n  position smallint NOT NULL,\n  birth_date date,", ddl.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("  visits smallint,\n  income integer,", ddl.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("PRIMARY KEY (family_id, role, position)", ddl, StringComparison.Ordinal);
    }

    private static readonly string[] Immutable =
    [
        "abs", "bool_and", "bool_or", "coalesce", "count", "date_trunc", "div", "extract", "floor", "generate_series", "greatest", "least", "make_date", "make_interval",
        "max", "min", "nullif", "row", "sign", "sum", "unnest",
    ];

    private static string Answers(CompiledPolicy policy)
    {
        var sql = new PolicySql(policy, Day);
        return sql.Answers(sql.Keys);
    }

    [GeneratedRegex(@"\b(WITH|LIMIT|OFFSET|ORDER BY|INTERSECT|EXCEPT|GROUPING|ROLLUP|CUBE|RECURSIVE|now|random|current_date|clock_timestamp|UNION(?! ALL))\b")]
    private static partial Regex Forbidden();
}
