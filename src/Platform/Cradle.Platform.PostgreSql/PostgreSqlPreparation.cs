using Cradle.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Cradle.Platform.PostgreSql;

/// <summary>
/// Lets one node migrate while the others wait. The lock of the migrations themselves is given back between two of them, and then two nodes
/// that start on an empty database both run the second. This one belongs to the session, and ends with it when a node dies.
/// </summary>
internal sealed class PostgreSqlPreparation : IDatabasePreparation
{
    private const long Lock = 0x4372_6164_6C65;   // "Cradle"

    public async Task PrepareAsync(DatabaseFacade database, CancellationToken cancellationToken)
    {
        await database.OpenConnectionAsync(cancellationToken);   // kept open, so that the migrations run in the session that has the lock
        await database.ExecuteSqlAsync($"SELECT pg_advisory_lock({Lock})", cancellationToken);
    }

    public async Task ReleaseAsync(DatabaseFacade database)
    {
        await database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({Lock})", CancellationToken.None);
        await database.CloseConnectionAsync();
    }
}
