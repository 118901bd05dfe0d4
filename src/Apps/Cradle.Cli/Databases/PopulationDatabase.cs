using System.Numerics;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations;
using Cradle.Rules.Sql;
using Npgsql;

namespace Cradle.Cli.Databases;

/// <summary>A population in PostgreSQL: makes its tables, fills them, asks them.</summary>
internal sealed class PopulationDatabase(NpgsqlDataSource source) : IAsyncDisposable
{
    /// <summary>
    /// Opens a database. Compiling a statement of thousands of expressions to machine code takes longer than running it on a million families, and no answer of one
    /// family is worth remembering for the next: both are off in these sessions.
    /// </summary>
    /// <param name="connection">The database.</param>
    /// <param name="schema">The schema of the tables; null for that of the connection.</param>
    public static PopulationDatabase Open(string connection, string? schema = null)
    {
        var builder = new NpgsqlConnectionStringBuilder(connection) { Options = "-c jit=off -c enable_memoize=off" };
        builder.SearchPath = schema ?? builder.SearchPath;
        return new PopulationDatabase(NpgsqlDataSource.Create(builder));
    }

    /// <summary>Makes the tables; those of the same names must not exist.</summary>
    public Task CreateAsync(Vocabulary vocabulary, CancellationToken cancellation) => ExecuteAsync(SqlLayout.Ddl(vocabulary), cancellation);

    /// <summary>Fills the tables and gathers their statistics.</summary>
    public async Task LoadAsync(Population population, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        foreach (var entity in Enum.GetValues<EntityKind>())
        {
            await using var copy = await connection.BeginTextImportAsync(SqlCopy.Command(population, entity), cancellation);
            SqlCopy.Write(population, entity, copy);
        }

        foreach (var entity in Enum.GetValues<EntityKind>())
            await ExecuteAsync($"VACUUM ANALYZE {SqlLayout.TableOf(entity)}", cancellation);
    }

    /// <summary>Counts and sums, added up into the form of every batch engine.</summary>
    public async Task<Totals> TotalsAsync(PolicySql policy, IReadOnlyCollection<OutcomeKey> keys, FactDefinition? division, CancellationToken cancellation)
    {
        var totals = new Totals(policy.Keys);
        await using var command = Command(policy.Totals(keys, division));
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            var (key, status, rule) = (policy.Keys[rows.GetInt16(0)], (byte)rows.GetInt16(1), (int)rows.GetInt16(2));
            var next = division is null ? 3 : 4;
            var (count, sum) = (rows.GetInt64(next), rows.IsDBNull(next + 1) ? 0 : (Int128)rows.GetFieldValue<BigInteger>(next + 1));
            totals.Add(key, status, rule, count, sum);
            if (division is not null)
                totals.AddDivision(key, rows.IsDBNull(3) ? Totals.UnknownDivision : rows.GetInt32(3), status, count, sum);
        }

        return totals;
    }

    /// <summary>How many families there are.</summary>
    public async Task<long> CountAsync(CancellationToken cancellation)
    {
        await using var command = Command("SELECT count(*) FROM families");
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>Every answer, in no order.</summary>
    public async Task ForEachAnswerAsync(PolicySql policy, IReadOnlyCollection<OutcomeKey> keys, Action<SqlAnswer> take, CancellationToken cancellation)
    {
        await using var command = Command(policy.Answers(keys));
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
            take(new SqlAnswer(rows.GetInt64(0), rows.GetInt16(1), policy.Keys[rows.GetInt16(2)], (byte)rows.GetInt16(3), rows.IsDBNull(4) ? null : rows.GetInt64(4), rows.GetInt16(5)));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => source.DisposeAsync();

    private NpgsqlCommand Command(string text)
    {
        var command = source.CreateCommand(text);
        command.CommandTimeout = 0;   // a nation takes as long as it takes; cancelling ends it
        return command;
    }

    private async Task ExecuteAsync(string text, CancellationToken cancellation)
    {
        await using var command = Command(text);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

/// <summary>One row of the statement of answers.</summary>
/// <param name="Family">The family id.</param>
/// <param name="Position">Which child; 0 where the family itself is asked.</param>
/// <param name="Key">What was asked.</param>
/// <param name="Status">See <see cref="BatchStatus"/>.</param>
/// <param name="Value">The value, where there is one.</param>
/// <param name="Rule">The winning rule; 0 without.</param>
internal readonly record struct SqlAnswer(long Family, int Position, OutcomeKey Key, byte Status, long? Value, int Rule);
