using Cradle.Platform.Data;
using Cradle.Platform.Drafts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Cradle.Platform;

/// <summary>What modules share. A provider (Cradle.Platform.Sqlite or .PostgreSql) has to be added beside it.</summary>
public static class PlatformModule
{
    public static IServiceCollection AddPlatform(this IServiceCollection services, Action<PlatformOptions> configure)
    {
        services.AddOptions<PlatformOptions>().Configure(configure).Validate(
            options => Path.IsPathRooted(options.State), "Cradle:State has to name a folder by its full path.").ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        AddKeys(services);

        // First of all hosted services: nothing may ask a database that is not there yet.
        services.AddHostedService<DatabaseStartup>();

        services.AddOptions<DraftOptions>();
        services.AddScoped<DraftStore>();
        services.AddHostedService<DraftSweepJob>();
        return services;
    }

    // The keys stand in a folder and not in the database, so that a copy of the database alone opens nothing.
    // Several nodes share the folder.
    private static void AddKeys(IServiceCollection services)
    {
        var keys = services.AddDataProtection().SetApplicationName("Cradle");
        keys.Services.AddOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>()
            .Configure<IOptions<PlatformOptions>, Microsoft.Extensions.Logging.ILoggerFactory>((management, options, logging) =>
                management.XmlRepository = new Microsoft.AspNetCore.DataProtection.Repositories.FileSystemXmlRepository(
                    Directory.CreateDirectory(options.Value.KeysFolder), logging));
    }
}
