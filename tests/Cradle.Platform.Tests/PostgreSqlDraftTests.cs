using Cradle.Platform.PostgreSql;

namespace Cradle.Platform.Tests;

public sealed class PostgreSqlDraftTests(PostgreSqlServer server) : DraftTests(new TestDatabase.PostgreSql(server))
{
    [Fact]
    public async Task Nodes_that_start_at_once_on_an_empty_database_migrate_it_once()
    {
        var connection = await server.CreateDatabaseAsync();
        var nodes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ =>
            Node.StartAsync(services => services.AddPostgreSqlDatabase(connection, TestDatabase.Mappings), StateFolder, TimeProvider.System)));
        foreach (var node in nodes)
        {
            Assert.True((await node.DraftsAsync(drafts => drafts.CreateAsync("k", "{}", cancellationToken: TestContext.Current.CancellationToken))).Error is null);
            await node.DisposeAsync();
        }
    }
}
