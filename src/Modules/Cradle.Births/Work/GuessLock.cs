using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Processes;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Cradle.Births.Work;

/// <summary>Keeps people from trying out two numbers that belong together: failures are counted in the audit log, and as many as lock an account lock its tries and the record for as long.</summary>
public sealed class GuessLock(PlatformDbContext database, ProcessScope process, IOptions<IdentityOptions> identity, TimeProvider time)
{
    /// <summary>Whether whoever asks, or whoever else, failed too often about it of late.</summary>
    /// <param name="failure">What a failure is called in the log.</param>
    /// <param name="subject">What is tried.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<bool> IsLockedAsync(string failure, AuditSubject subject, CancellationToken cancellationToken)
    {
        var (lockout, me) = (identity.Value.Lockout, process.Current.Actor.Id);
        var since = time.GetUtcNow() - lockout.DefaultLockoutTimeSpan;
        var failures = database.AuditEntries.AsNoTracking().Where(entry => entry.Action == failure && entry.At > since);
        return await failures.CountAsync(entry => entry.ActorId == me, cancellationToken) >= lockout.MaxFailedAccessAttempts
            || await failures.CountAsync(entry => entry.SubjectType == subject.Type && entry.SubjectId == subject.Id, cancellationToken) >= lockout.MaxFailedAccessAttempts;
    }
}
