using Cradle.Modules.Tests.Access;

namespace Cradle.Modules.Tests.Departments;

/// <summary>One department and one who asks it, for all tests of a class: each test makes requests of its own and looks at those alone.</summary>
public abstract class ServedDepartment(PostgreSqlServer? server) : IAsyncLifetime
{
    private readonly Dictionary<string, Reader> signedIn = [];
    private DepartmentSite? site;

    internal Asker Asker { get; } = new();

    /// <summary>The department; without its database the test that asks is skipped.</summary>
    internal DepartmentSite Site
    {
        get
        {
            Assert.SkipWhen(server?.WhyMissing is not null, server?.WhyMissing ?? "");
            return site!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (server?.WhyMissing is null)
            site = new DepartmentSite(Asker.Address, server is null ? null : await server.CreateMigratedDatabaseAsync());
    }

    public ValueTask DisposeAsync()
    {
        site?.Dispose();
        Asker.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Somebody who signed in when a test first asked for them.</summary>
    internal async Task<Reader> AsAsync(string userName)
    {
        if (!signedIn.TryGetValue(userName, out var reader))
        {
            reader = new Reader(Site.Address);
            Assert.Equal("/desk", (await People.SignInAsync(reader, userName)).Path);
            signedIn.Add(userName, reader);
        }

        return reader;
    }
}

public sealed class SqliteDepartment() : ServedDepartment(null);

public sealed class PostgreSqlDepartment(PostgreSqlServer server) : ServedDepartment(server);
