using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Messages;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Platform.Notifications;

/// <summary>
/// Tells holders of accounts what concerns them, in the inbox and outside. After a loss the topics that would hurt are not told,
/// and those told before are gone from the inbox.
/// </summary>
public sealed class Notifier(PlatformDbContext database, Outbox outbox, AuditTrail audit, TimeProvider time)
{
    // The topics that fall silent (invariant G14).
    private static readonly NoticeTopic[] Stopped = [NoticeTopic.Congratulation, NoticeTopic.Vaccination, NoticeTopic.Subsidy];

    /// <summary>Adds a notice to the next save.</summary>
    /// <returns>False where a loss forbids it.</returns>
    /// <exception cref="ArgumentException">A text is longer than a notice holds.</exception>
    public async Task<bool> GiveAsync(Guid account, NoticeTopic topic, string zh, string en, string? href = null, Guid? about = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Max(zh.Length, en.Length), Notice.TextLength, nameof(zh));
        var now = time.GetUtcNow();
        var notice = new Notice { Id = Guid.CreateVersion7(now), AccountId = account, Topic = topic, TextZh = zh, TextEn = en, Href = href, AboutId = about, Created = now };
        if (await IsStoppedAsync(notice, cancellationToken))
        {
            return false;
        }

        database.Add(notice);
        outbox.Publish(new NoticeGiven(notice.Id), notice.Id);
        return true;
    }

    /// <summary>Stops what would hurt, with the next save.</summary>
    /// <param name="id">The account, pregnancy or child.</param>
    /// <param name="reason">The loss.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task StopAsync(Guid id, SilenceReason reason, CancellationToken cancellationToken = default)
    {
        if (!await database.Set<Silence>().AnyAsync(silence => silence.Id == id, cancellationToken))
        {
            database.Add(new Silence { Id = id, Reason = reason, Since = time.GetUtcNow() });
            audit.Record("silenced", new AuditSubject("notices", id), detail: new { reason = reason.ToString() });
        }
    }

    /// <summary>Lets messages go on, with the next save, where a loss was reported by mistake; a bereavement stays.</summary>
    /// <param name="id">The account, pregnancy or child.</param>
    /// <param name="reason">Why it was a mistake.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task ResumeAsync(Guid id, string reason, CancellationToken cancellationToken = default)
    {
        if (await database.Set<Silence>().SingleOrDefaultAsync(silence => silence.Id == id && silence.Reason != SilenceReason.Bereavement, cancellationToken) is { } silence)
        {
            database.Remove(silence);
            audit.Record("silence-ended", new AuditSubject("notices", id), reason);
        }
    }

    /// <summary>What the holder of an account finds in the inbox.</summary>
    public IQueryable<Notice> InboxOf(Guid account) => database.Set<Notice>().Where(notice => notice.AccountId == account
        && !(Stopped.Contains(notice.Topic) && database.Set<Silence>().Any(silence => silence.Id == notice.AccountId || silence.Id == notice.AboutId)));

    /// <summary>Marks everything in an inbox as read.</summary>
    public Task<int> ReadAsync(Guid account, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        return database.Set<Notice>().Where(notice => notice.AccountId == account && notice.Read == null).ExecuteUpdateAsync(set => set.SetProperty(notice => notice.Read, now), cancellationToken);
    }

    internal async Task<bool> IsStoppedAsync(Notice notice, CancellationToken cancellationToken) =>
        Stopped.Contains(notice.Topic) && await database.Set<Silence>().AnyAsync(silence => silence.Id == notice.AccountId || silence.Id == notice.AboutId, cancellationToken);
}
