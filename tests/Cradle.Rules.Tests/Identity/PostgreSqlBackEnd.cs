using Cradle.Cli.Databases;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations;
using Cradle.Rules.Sql;
using Npgsql;

namespace Cradle.Rules.Tests.Identity;

/// <summary>The statements of <see cref="PolicySql"/>, run by PostgreSQL.</summary>
internal sealed class PostgreSqlBackEnd(PostgreSqlServer server) : IBackEnd
{
    private NpgsqlDataSource? _source;
    private Population? _population;

    public async Task LoadAsync(Population population)
    {
        var connection = await server.CreateDatabaseAsync();
        if (_source is not null)
            await _source.DisposeAsync();
        (_source, _population) = (NpgsqlDataSource.Create(connection), population);
        var database = new PopulationDatabase(_source);
        await database.CreateAsync(population.Vocabulary, TestContext.Current.CancellationToken);
        await database.LoadAsync(population, TestContext.Current.CancellationToken);
    }

    public async Task<AnswerTable> AnswerAsync(CompiledPolicy policy, DateOnly asOf)
    {
        var sql = new PolicySql(policy, asOf);
        var table = new AnswerTable(sql.Keys, _population!);
        await new PopulationDatabase(_source!).ForEachAnswerAsync(sql, [.. sql.Keys], Take, TestContext.Current.CancellationToken);
        return table;

        void Take(SqlAnswer answer)
        {
            var row = answer.Key.Rows == PopulationTable.Children ? _population!.Children.Offsets[answer.Family] + answer.Position : (int)answer.Family;
            table[answer.Key, row] = new BatchAnswer(answer.Status, answer.Value, answer.Rule);
        }
    }

    public Task<Totals> TotalsAsync(CompiledPolicy policy, DateOnly asOf, FactDefinition? division)
    {
        var sql = new PolicySql(policy, asOf);
        return new PopulationDatabase(_source!).TotalsAsync(sql, [.. sql.Keys], division, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _source?.DisposeAsync() ?? ValueTask.CompletedTask;
}
