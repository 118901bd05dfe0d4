using System.Globalization;

namespace Cradle.Journeys.Tests.Births;

/// <summary>Three processes that start at once: the site on SQLite, the site on PostgreSQL, and the receiver of the departments, which answers both.</summary>
public sealed class BirthsServed : IAsyncLifetime
{
    private const string Secret = "a-secret-between-the-sites-and-their-department";
    private static readonly string[] Services = ["birth-certificate", "vaccination-record", "household-registration", "medical-insurance", "social-security-card", "medical-bill-settlement"];
    private readonly DirectoryInfo state = Directory.CreateTempSubdirectory("cradle-journeys-");
    private readonly PostgreSqlServer server = new();
    private readonly List<SiteProcess> processes = [];

    public string Department { get; private set; } = "";

    /// <summary>The site on PostgreSQL, or on SQLite.</summary>
    public string Site(bool onPostgreSql)
    {
        Assert.SkipWhen(onPostgreSql && server.WhyMissing is not null, server.WhyMissing ?? "");
        return processes[onPostgreSql ? 2 : 1].Origin;
    }

    public async ValueTask InitializeAsync()
    {
        await server.InitializeAsync();
        var (department, sqlite, postgreSql) = (SiteProcess.FreePort(), SiteProcess.FreePort(), SiteProcess.FreePort());
        processes.Add(new SiteProcess("department", department, PathOf("department"), Settings(("sqlite", sqlite), ("postgresql", postgreSql))));
        processes.Add(new SiteProcess("site", sqlite, PathOf("sqlite"), Settings(("sqlite", department))));
        if (server.WhyMissing is null)
            processes.Add(new SiteProcess("site", postgreSql, PathOf("postgresql"), Settings(("postgresql", department), await server.CreateDatabaseAsync())));
        Department = processes[0].Origin;
        await Task.WhenAll(processes.Select(process => process.StartAsync()));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes)
            await process.DisposeAsync();
        await server.DisposeAsync();
        state.Delete(recursive: true);
    }

    private string PathOf(string name) => Path.Combine(state.FullName, name);

    private static Dictionary<string, string> Settings((string Name, int Port) partner, string connection)
    {
        var settings = Settings(partner);
        settings["ConnectionStrings:Cradle"] = connection;
        return settings;
    }

    // To the department each site is a partner with a key of its own; to a site the department is the one that has its key.
    private static Dictionary<string, string> Settings(params (string Name, int Port)[] partners)
    {
        var settings = new Dictionary<string, string>
        {
            ["Policies:Folder"] = Repository.PathOf("policies"), ["Policies:Data"] = Repository.PathOf("data"), ["Limits:SignInsPerMinute"] = "1000000", ["Cradle:Outbox:FirstWait"] = "00:00:00.200",
            ["Connector:Timeout"] = "00:00:30",
        };
        for (var index = 0; index < partners.Length; index++)
        {
            var (name, port) = partners[index];
            var prefix = string.Create(CultureInfo.InvariantCulture, $"Connector:Partners:{index}:");
            (settings[prefix + "Name"], settings[prefix + "Address"]) = (name, $"http://127.0.0.1:{port}/");
            (settings[prefix + "Keys:0:Id"], settings[prefix + "Keys:0:Secret"], settings[prefix + "Divisions:0"]) = ($"journey-{name}", $"{Secret}-{name}", "00");
            for (var service = 0; service < Services.Length; service++)
                settings[string.Create(CultureInfo.InvariantCulture, $"{prefix}Services:{service}")] = Services[service];
        }

        return settings;
    }
}
