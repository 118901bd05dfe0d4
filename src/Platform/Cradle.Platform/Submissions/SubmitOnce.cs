using Cradle.Platform.Data;
using Cradle.Platform.Processes;
using Cradle.Platform.Protection;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Platform.Submissions;

/// <summary>Takes a form once, however often it is sent: the second time the first receipt is given.</summary>
public sealed class SubmitOnce(PlatformDbContext database, ProcessScope process, LookupIndex index, TimeProvider time)
{
    private const int GuidBytes = 16;

    /// <summary>
    /// The key that a form is kept under: of the client's key, of whoever sends it and of what it says. A key that somebody else used, or that was sent once more
    /// with something else, after going back or by a client that makes none of its own, is another form: it is neither lost nor answered with the first one's receipt.
    /// </summary>
    /// <param name="key">The client's key.</param>
    /// <param name="kind">The form.</param>
    /// <param name="content">What it says, as text; only a keyed hash of it is kept.</param>
    public Guid KeyOf(Guid key, string kind, string content) => new(index.Of(kind, process.Current.Actor.Id, $"{key:N}", content).AsSpan(0, GuidBytes));

    /// <summary>Runs the submission and saves it, unless the key was used before.</summary>
    /// <param name="key">The client's key.</param>
    /// <param name="kind">The form.</param>
    /// <param name="subject">Makes what is handed in, without saving, and gives its id.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The receipt, and whether it is of an earlier time. It is given after the commit only.</returns>
    /// <exception cref="InvalidOperationException">The key was used for another form.</exception>
    public async Task<(Submission Receipt, bool Repeated)> TakeAsync(
        Guid key, string kind, Func<CancellationToken, Task<Guid>> subject, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(key, kind, cancellationToken) is { } earlier)
        {
            return (earlier, true);
        }

        var submission = new Submission
        {
            Key = key, Kind = kind, SubjectId = await subject(cancellationToken), Receipt = ReceiptNumber.New(ChinaTime.Today(time)), At = time.GetUtcNow(),
        };
        database.Submissions.Add(submission);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return (submission, false);
        }
        catch (DbUpdateException)
        {
            // Of two that came at once the database let one through; the other is the repeat.
            database.Forget();
            if (await FindAsync(key, kind, cancellationToken) is { } first)
            {
                return (first, true);
            }

            throw;
        }
    }

    /// <summary>
    /// Runs a deed that saves for itself, once: the key and all that the deed saves are one transaction. Of two at once the second waits for the first.
    /// </summary>
    /// <param name="key">The client's key.</param>
    /// <param name="kind">The form.</param>
    /// <param name="deed">Does it; it answers with where to go on, or null where it was refused, and then nothing of it is kept.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Where an earlier one with this key was sent on to; null where this was the first.</returns>
    /// <exception cref="DbUpdateException">Another deed came in between; nothing of this one is kept.</exception>
    public async Task<string?> RunAsync(Guid key, string kind, Func<Task<string?>> deed, CancellationToken cancellationToken = default)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var submission = new Submission { Key = key, Kind = kind, SubjectId = Guid.Empty, Receipt = key.ToString("N"), At = time.GetUtcNow() };
        if (!await ClaimAsync(submission, cancellationToken))
        {
            await transaction.RollbackAsync(cancellationToken);
            return (await FindAsync(key, kind, cancellationToken))?.Href ?? "";
        }

        if (await deed() is not { } href)
        {
            return null;   // leaving rolls back
        }

        await database.Submissions.Where(found => found.Key == key).ExecuteUpdateAsync(set => set.SetProperty(found => found.Href, href), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    // The first of two holds the key until it commits; then the other finds it taken.
    private async Task<bool> ClaimAsync(Submission submission, CancellationToken cancellationToken)
    {
        if (await FindAsync(submission.Key, submission.Kind, cancellationToken) is not null)
        {
            return false;
        }

        database.Submissions.Add(submission);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException)
        {
            database.Forget();
            if (await FindAsync(submission.Key, submission.Kind, cancellationToken) is null)
            {
                throw;
            }

            return false;
        }
    }

    private async Task<Submission?> FindAsync(Guid key, string kind, CancellationToken cancellationToken)
    {
        var found = await database.Submissions.AsNoTracking().FirstOrDefaultAsync(submission => submission.Key == key, cancellationToken);
        return found is null || found.Kind == kind ? found : throw new InvalidOperationException($"The submit key was used for {found.Kind} before; {kind} needs one of its own.");
    }
}
