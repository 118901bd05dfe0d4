using Cradle.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Platform.Audit;

/// <summary>What a person is told about who has looked at the own data.</summary>
public sealed class ViewLog(PlatformDbContext database)
{
    /// <summary>The latest looks at data of one account's holder, newest first, with the name of who looked.</summary>
    public async Task<IReadOnlyList<(AuditEntry Entry, string? By)>> OfAsync(Guid person, int atMost = 100, CancellationToken cancellationToken = default)
    {
        var entries = await database.AuditEntries.AsNoTracking().Where(entry => entry.PersonId == person).OrderByDescending(entry => entry.Sequence).Take(atMost).ToListAsync(cancellationToken);
        var ids = entries.Select(entry => Guid.TryParse(entry.ActorId, out var id) ? id : Guid.Empty).Distinct().ToList();
        var names = await database.Accounts.Where(account => ids.Contains(account.Id)).ToDictionaryAsync(account => account.Id.ToString("N"), account => account.DisplayName, cancellationToken);
        return [.. entries.Select(entry => (entry, names.GetValueOrDefault(entry.ActorId)))];
    }
}
