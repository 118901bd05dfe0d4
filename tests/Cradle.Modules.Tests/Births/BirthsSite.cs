using System.Net;
using System.Net.Sockets;
using Cradle.Tests;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cradle.Modules.Tests.Births;

/// <summary>The site with one department that handles every service everywhere, on a loopback port, over a database of its own.</summary>
internal sealed class BirthsSite : WebApplicationFactory<Program>
{
    public const string KeyId = "births-1";
    public const string Secret = "a-secret-between-this-site-and-its-department";
    public const string Department = "department";
    private readonly DirectoryInfo state = Directory.CreateTempSubdirectory("cradle-births-");
    private readonly string? connection;
    private readonly Uri department;
    private readonly TimeProvider? clock;
    private readonly (string Key, string Value)[] settings;

    public BirthsSite(Uri department, string? connection, TimeProvider? clock, int port = 0, params (string Key, string Value)[] settings)
    {
        (this.department, this.connection, this.clock, this.settings) = (department, connection, clock, settings);
        if (connection is null)
            MigratedDatabase.PutInto(state.FullName);
        UseKestrel(port);
        StartServer();
    }

    public Uri Address => ClientOptions.BaseAddress;

    public static int FreePort()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Demo");
        builder.UseSetting("Cradle:State", state.FullName);
        builder.UseSetting("Policies:Folder", Repository.PathOf("policies"));
        builder.UseSetting("Policies:Data", Repository.PathOf("data"));
        builder.UseSetting("Limits:SignInsPerMinute", "1000000");
        builder.UseSetting("Limits:PagesPerMinute", "1000000");
        builder.UseSetting("Connector:Partners:0:Name", Department);
        builder.UseSetting("Connector:Partners:0:Address", department.ToString());
        builder.UseSetting("Connector:Partners:0:Keys:0:Id", KeyId);
        builder.UseSetting("Connector:Partners:0:Keys:0:Secret", Secret);
        builder.UseSetting("Connector:Partners:0:Divisions:0", "00");
        foreach (var (service, index) in Cradle.Births.Items.ServiceGraph.All.Select((service, index) => (service, index)))
            builder.UseSetting($"Connector:Partners:0:Services:{index}", service);
        if (connection is not null)
            builder.UseSetting("ConnectionStrings:Cradle", connection);
        foreach (var (key, value) in settings)
            builder.UseSetting(key, value);
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureTestServices(services =>
        {
            services.AddQuickPasswords();
            if (clock is not null)
                services.AddSingleton(clock);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (disposing && state.Exists)
            state.Delete(recursive: true);
    }
}
