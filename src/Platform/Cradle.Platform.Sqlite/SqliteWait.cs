using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Cradle.Platform.Sqlite;

/// <summary>
/// Lets the engine wait for the one writer by itself: it looks again after a millisecond or a few. Without it the driver looks every 150 ms, and a
/// queue of writers takes many times as long as what they write.
/// </summary>
internal sealed class SqliteWait : DbConnectionInterceptor
{
    private const string Wait = "PRAGMA busy_timeout = 5000";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Set(connection);
        return Task.CompletedTask;
    }

    private static void Set(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Wait;
        command.ExecuteNonQuery();
    }
}
