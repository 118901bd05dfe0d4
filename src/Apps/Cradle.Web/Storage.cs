using Cradle.Platform;
using Cradle.Platform.Accounts;
using Cradle.Platform.Connectors;
using Cradle.Platform.Deadlines;
using Cradle.Platform.Drafts;
using Cradle.Platform.Files;
using Cradle.Platform.Jobs;
using Cradle.Platform.Messages;
using Cradle.Platform.PostgreSql;
using Cradle.Platform.Sqlite;
using Cradle.Primitives;

namespace Cradle.Web;

/// <summary>Where the site keeps what outlives a restart: PostgreSQL when a connection string names it, else a SQLite file in the state folder.</summary>
internal static class Storage
{
    public static void AddStorage(this WebApplicationBuilder builder, string stateFolder)
    {
        var section = builder.Configuration.GetSection("Cradle");
        builder.Services.AddPlatform(options =>
        {
            options.State = Path.GetFullPath(section["State"] ?? stateFolder, builder.Environment.ContentRootPath);
            options.Data = Path.GetFullPath(section["Data"] ?? ReferenceFolder.Find("data") ?? "data", builder.Environment.ContentRootPath);
            if (section["KeysFolder"] is { } keys)
                options.KeysFolder = Path.GetFullPath(keys, builder.Environment.ContentRootPath);
            if (section["FilesFolder"] is { } files)
                options.FilesFolder = Path.GetFullPath(files, builder.Environment.ContentRootPath);
        });
        if (builder.Environment.IsEnvironment("Demo"))
            builder.Services.AddDemoAccounts();
        builder.Services.Configure<DraftOptions>(section.GetSection("Drafts"));
        builder.Services.Configure<FileStoreOptions>(section.GetSection("Files"));
        builder.Services.Configure<DeadlineOptions>(section.GetSection("Deadlines"));
        builder.Services.Configure<ConnectorOptions>(builder.Configuration.GetSection(ConnectorOptions.Section));

        if (builder.Configuration.GetConnectionString("Cradle") is { Length: > 0 } connection)
            builder.Services.AddPostgreSqlDatabase(connection, InstalledModules.Mappings)
                .AddClusteredBackgroundWork(connection, section.GetSection("Jobs").Get<JobOptions>() ?? new JobOptions());
        else
            builder.Services.AddSqliteDatabase(InstalledModules.Mappings).AddBackgroundWork();
        builder.Services.Configure<OutboxOptions>(section.GetSection("Outbox"));   // after the database, which has a word of its own
    }
}
