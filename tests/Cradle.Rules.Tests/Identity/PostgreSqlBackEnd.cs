using Cradle.Cli.Databases;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations;
using Cradle.Rules.Sql;

namespace Cradle.Rules.Tests.Identity;

/// <summary>The statements of <see cref="PolicySql"/>, run by PostgreSQL.</summary>
internal sealed class PostgreSqlBackEnd(PostgreSqlServer server) : IBackEnd
{
    private PopulationDatabase? _database;
    private Population? _population;

    public async Task LoadAsync(Population population)
    {
        var connection = await server.CreateDatabaseAsync();
        if (_database is not null)
            await _database.DisposeAsync();
        (_database, _population) = (PopulationDatabase.Open(connection), population);
        await _database.CreateAsync(population.Vocabulary, TestContext.Current.CancellationToken);
        await _database.LoadAsync(population, TestContext.Current.CancellationToken);
    }

    public async Task<AnswerTable> AnswerAsync(CompiledPolicy policy, DateOnly asOf, IReadOnlySet<string>? quantities)
    {
        var sql = new PolicySql(policy, asOf);
        var table = new AnswerTable(sql.Keys, _population!);
        await _database!.ForEachAnswerAsync(sql, [.. sql.Keys.Where(key => quantities is null || quantities.Contains(key.Quantity.Header.Id))], Take, TestContext.Current.CancellationToken);
        return table;

        void Take(SqlAnswer answer)
        {
            var row = answer.Key.Rows == PopulationTable.Children ? _population!.Children.Offsets[(int)answer.Family] + answer.Position : (int)answer.Family;
            table[answer.Key, row] = new BatchAnswer(answer.Status, answer.Value, answer.Rule);
        }
    }

    public Task<Totals> TotalsAsync(CompiledPolicy policy, DateOnly asOf, FactDefinition? division)
    {
        var sql = new PolicySql(policy, asOf);
        return _database!.TotalsAsync(sql, [.. sql.Keys], division, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _database?.DisposeAsync() ?? ValueTask.CompletedTask;
}
