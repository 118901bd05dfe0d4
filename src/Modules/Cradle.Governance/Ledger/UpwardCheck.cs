using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Processes;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Governance.Ledger;

/// <summary>What a place sends up is taken by the level above, and there by somebody who had no hand in it (maker is not checker, G6).</summary>
public sealed class UpwardCheck(PlatformDbContext database, ProcessScope process)
{
    /// <summary>Why this actor may not take something for the level above; null where it may be taken.</summary>
    /// <param name="subject">What was sent.</param>
    /// <param name="above">The level that it went to.</param>
    /// <param name="permission">What it takes to receive there.</param>
    /// <param name="making">The steps by which it was made and sent.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<LedgerError?> RefusalAsync(AuditSubject subject, DivisionCode? above, string permission, IReadOnlyCollection<string> making, CancellationToken cancellationToken = default) =>
        above is not { } level || !process.Current.Authority.Covers(permission, level) ? new LedgerError.OwnLevel()
        : await IsMakerAsync(subject, making, cancellationToken) ? new LedgerError.Maker()
        : null;

    /// <summary>Whether this actor took one of these steps.</summary>
    public Task<bool> IsMakerAsync(AuditSubject subject, IReadOnlyCollection<string> making, CancellationToken cancellationToken = default) => database.AuditEntries.AnyAsync(
        entry => entry.SubjectType == subject.Type && entry.SubjectId == subject.Id && entry.ActorId == process.Current.Actor.Id && making.Contains(entry.Action), cancellationToken);
}
