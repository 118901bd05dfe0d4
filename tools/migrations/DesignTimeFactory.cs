using Cradle.Platform.Data;
using Cradle.Platform.PostgreSql;
using Cradle.Platform.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Cradle.Migrations;

/// <summary>Gives dotnet-ef the model for the provider named after <c>--</c>. It never connects.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<PlatformDbContext>
{
    public PlatformDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PlatformDbContext>();
        switch (args)
        {
            case ["sqlite"]: SqliteProvider.Use(options, "none.db", InstalledModules.Mappings); break;
            case ["postgresql"]: PostgreSqlProvider.Use(options, "Host=none", InstalledModules.Mappings); break;
            default: throw new ArgumentException("Name the provider: -- sqlite, or -- postgresql.");
        }

        return new PlatformDbContext(options.Options);
    }
}
