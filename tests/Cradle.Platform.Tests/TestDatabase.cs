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

/// <summary>A database of one provider, and how a node uses it.</summary>
public abstract class TestDatabase
{
    // What migrations make is the platform and its modules; without one of them a start finds a model that no migration made.
    internal static readonly Assembly[] Mappings = [typeof(TestDatabase).Assembly, .. InstalledModules.Mappings];

    /// <summary>One on which the migrations have run.</summary>
    /// <param name="state">The folder of the node that will use it.</param>
    public abstract Task<Action<IServiceCollection>> NewAsync(string state);

    /// <summary>One on which no migration has run; the folder of the node that will use it holds none either.</summary>
    public abstract Task<Action<IServiceCollection>> EmptyAsync();

    /// <summary>Lets a node do background work, as the composition root does with this provider; after <see cref="NewAsync"/>.</summary>
    public abstract void AddWork(IServiceCollection services);

    public sealed class Sqlite : TestDatabase
    {
        public override Task<Action<IServiceCollection>> NewAsync(string state)
        {
            // A pooled connection would keep a deleted file of an earlier test alive.
            SqliteConnection.ClearAllPools();
            MigratedDatabase.PutInto(state);
            return EmptyAsync();
        }

        public override Task<Action<IServiceCollection>> EmptyAsync() => Task.FromResult<Action<IServiceCollection>>(services => services.AddSqliteDatabase(Mappings));

        public override void AddWork(IServiceCollection services) => services.AddBackgroundWork();
    }

    public sealed class PostgreSql(PostgreSqlServer server) : TestDatabase
    {
        private string connection = "";

        public override async Task<Action<IServiceCollection>> NewAsync(string state)
        {
            connection = await server.CreateMigratedDatabaseAsync();
            return services => services.AddPostgreSqlDatabase(connection, Mappings);
        }

        public override async Task<Action<IServiceCollection>> EmptyAsync()
        {
            var empty = await server.CreateDatabaseAsync();
            return services => services.AddPostgreSqlDatabase(empty, Mappings);
        }

        public override void AddWork(IServiceCollection services) =>
            services.AddClusteredBackgroundWork(connection, new JobOptions { CheckInEvery = TimeSpan.FromSeconds(1), GoneAfter = TimeSpan.FromSeconds(2) });
    }
}
