using System.Globalization;
using Cradle.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Options;

namespace Cradle.Platform.Sqlite;

/// <summary>
/// Makes the folder, switches the file to WAL so that readers do not wait for a writer, and clears a migration lock that a
/// process left behind when it was killed: without that the next start would wait for it for ever.
/// </summary>
internal sealed class SqlitePreparation(IOptions<PlatformOptions> options, TimeProvider time) : IDatabasePreparation
{
    private static readonly TimeSpan LongestMigration = TimeSpan.FromMinutes(1);

    public async Task PrepareAsync(DatabaseFacade database, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(options.Value.State);
        await database.ExecuteSqlRawAsync("PRAGMA journal_mode = 'wal'", cancellationToken);
        var hasLockTable = await database.SqlQueryRaw<int>("SELECT count(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancellationToken);
        if (hasLockTable > 0)
        {
            var stale = (time.GetUtcNow() - LongestMigration).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            await database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsLock\" WHERE \"Timestamp\" < {stale}", cancellationToken);
        }
    }

    public Task ReleaseAsync(DatabaseFacade database) => Task.CompletedTask;
}
