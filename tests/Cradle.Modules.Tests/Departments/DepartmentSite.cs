using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;

namespace Cradle.Modules.Tests.Departments;

/// <summary>The application as a department's receiver, on a real loopback port, over a database of its own.</summary>
internal sealed class DepartmentSite : WebApplicationFactory<Program>
{
    public const string KeyId = "cradle-1";
    public const string Secret = "a-secret-of-this-test-and-of-nothing-else";
    private readonly DirectoryInfo state = Directory.CreateTempSubdirectory("cradle-department-");
    private readonly string? connection;
    private readonly Uri asker;
    private readonly (string Key, string Value)[] settings;

    /// <param name="asker">Where answers go.</param>
    /// <param name="connection">PostgreSQL; SQLite where null.</param>
    /// <param name="settings">More configuration.</param>
    public DepartmentSite(Uri asker, string? connection = null, params (string Key, string Value)[] settings)
    {
        (this.asker, this.connection, this.settings) = (asker, connection, settings);
        if (connection is null)
            MigratedDatabase.PutInto(state.FullName);
        UseKestrel(0);
        StartServer();
    }

    public Uri Address => ClientOptions.BaseAddress;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Demo");
        builder.UseSetting("role", "department");
        builder.UseSetting("Cradle:State", state.FullName);
        builder.UseSetting("Cradle:Outbox:PollEvery", "00:00:00.050");
        builder.UseSetting("Cradle:Outbox:FirstWait", "00:00:00.050");
        builder.UseSetting("Limits:SignInsPerMinute", "1000000");
        builder.UseSetting("Connector:Partners:0:Name", "cradle");
        builder.UseSetting("Connector:Partners:0:Address", asker.ToString());
        builder.UseSetting("Connector:Partners:0:Keys:0:Id", KeyId);
        builder.UseSetting("Connector:Partners:0:Keys:0:Secret", Secret);
        if (connection is not null)
            builder.UseSetting("ConnectionStrings:Cradle", connection);
        foreach (var (key, value) in settings)
            builder.UseSetting(key, value);
        builder.ConfigureLogging(logging => logging.ClearProviders()).ConfigureTestServices(services => services.AddQuickPasswords());
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (disposing && state.Exists)
            state.Delete(recursive: true);
    }
}
