using Npgsql;

namespace Cradle.Rules.Tests.Sql;

/// <summary>What PostgreSQL 15 does where one might expect something else: the reasons for the shape of the statement, pinned.</summary>
public class PostgreSqlTrapsTests(PostgreSqlServer server)
{
    public static TheoryData<string, string> Traps => new()
    {
        // SQL's extremes pass over what is unknown: ArithmeticSql.Extreme asks first
        { "SELECT greatest(98, NULL)", "98" },
        // a test that is unknown takes the last branch: ChoiceSql writes NOT test instead
        { "SELECT CASE WHEN NULL::boolean THEN 1 ELSE 2 END", "2" },
        { "SELECT CASE NULL::boolean WHEN TRUE THEN 1 WHEN FALSE THEN 2 ELSE 3 END", "3" },
        // two ways to round a half: neither is used, RoundingSql divides whole numbers
        { "SELECT round(2.5::numeric)", "3" },
        { "SELECT round(2.5::double precision)", "2" },
        // the quotient of numerics is rounded itself: 2,999,999,999,999,999,999,999 / 6,000,000 lies below a half, and is taken for one
        { "SELECT round(2999999999999999999999::numeric / 6000000000000000000000)", "1" },
        { "SELECT div(2 * 2999999999999999999999::numeric + 6000000000000000000000, 2 * 6000000000000000000000::numeric)", "0" },
        // months clamp to the last of the month, as anniversary_clamped does
        { "SELECT (DATE '2024-02-29' + INTERVAL '36 months')::date", "2027-02-28" },
        // age counts back from the later day: no completed month, where the law has not begun one
        { "SELECT extract(month FROM age(DATE '2024-01-15', DATE '2024-01-20'))", "0" },
        // no rows: unknown for an extreme, nought for a count, and unknown for a sum (LoopSql says nought)
        { "SELECT min(i) IS NULL FROM generate_series(1, 0) AS i", "True" },
        { "SELECT sum(i) IS NULL FROM generate_series(1, 0) AS i", "True" },
        // the aggregates of truth pass over what is unknown
        { "SELECT bool_or(b) FROM unnest(ARRAY[FALSE, NULL]) AS b", "False" },
        // a date counts as a time of the session's zone unless it is cast
        { "SELECT pg_typeof(date_trunc('month', DATE '2026-03-01'))::text", "timestamp with time zone" },
        { "SELECT pg_typeof(date_trunc('month', DATE '2026-03-01'::timestamp))::text", "timestamp without time zone" },
    };

    public static TheoryData<string> Overflows => ["SELECT 30000::smallint + 30000::smallint", "SELECT 100000 * 100000", "SELECT 9223372036854775807 + 1", "SELECT 1e30::numeric::bigint"];

    [Theory]
    [MemberData(nameof(Traps))]
    public async Task PostgreSQL_does_what_the_statement_is_written_for(string sql, string expected)
    {
        await using var source = NpgsqlDataSource.Create(await server.CreateDatabaseAsync());
        await using var command = source.CreateCommand($"SELECT ({sql})::text");
        var found = (string?)await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
        Assert.Equal(expected, found switch { "true" => "True", "false" => "False", _ => found });
    }

    [Theory]
    [MemberData(nameof(Overflows))]
    public async Task What_does_not_fit_is_an_error_and_no_figure(string sql)
    {
        await using var source = NpgsqlDataSource.Create(await server.CreateDatabaseAsync());
        await using var command = source.CreateCommand(sql);
        var error = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        Assert.Equal(PostgresErrorCodes.NumericValueOutOfRange, error.SqlState);
    }
}
