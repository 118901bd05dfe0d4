using System.Reflection;
using Cradle.Births;
using Cradle.Departments;
using Cradle.Governance;
using Cradle.Platform.Jobs;
using Cradle.Platform.PostgreSql;
using Cradle.Platform.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(PostgreSqlServer))]

namespace Cradle.Platform.Tests;

/// <summary>An empty database of one provider, and how a node uses it.</summary>
public abstract class TestDatabase
{
    // What migrations make is the platform and its modules; without one of them a start finds a model that no migration made.
    internal static readonly Assembly[] Mappings = [typeof(TestDatabase).Assembly, .. InstalledModules.Mappings];

    public abstract Task<Action<IServiceCollection>> NewAsync();

    /// <summary>Lets a node do background work, as the composition root does with this provider; after <see cref="NewAsync"/>.</summary>
    public abstract void AddWork(IServiceCollection services);

    public sealed class Sqlite : TestDatabase
    {
        public override Task<Action<IServiceCollection>> NewAsync()
        {
            // A pooled connection would keep a deleted file of an earlier test alive.
            SqliteConnection.ClearAllPools();
            return Task.FromResult<Action<IServiceCollection>>(services => services.AddSqliteDatabase(Mappings));
        }

        public override void AddWork(IServiceCollection services) => services.AddBackgroundWork();
    }

    public sealed class PostgreSql(PostgreSqlServer server) : TestDatabase
    {
        private string connection = "";

        public override async Task<Action<IServiceCollection>> NewAsync()
        {
            connection = await server.CreateDatabaseAsync();
            return services => services.AddPostgreSqlDatabase(connection, Mappings);
        }

        public override void AddWork(IServiceCollection services) =>
            services.AddClusteredBackgroundWork(connection, new JobOptions { CheckInEvery = TimeSpan.FromSeconds(1), GoneAfter = TimeSpan.FromSeconds(2) });
    }
}
