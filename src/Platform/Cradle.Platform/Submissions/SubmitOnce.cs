using Cradle.Platform.Data;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Platform.Submissions;

/// <summary>Takes a form once, however often it is sent: the second time the first receipt is given.</summary>
public sealed class SubmitOnce(PlatformDbContext database, TimeProvider time)
{
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

    private async Task<Submission?> FindAsync(Guid key, string kind, CancellationToken cancellationToken)
    {
        var found = await database.Submissions.AsNoTracking().FirstOrDefaultAsync(submission => submission.Key == key, cancellationToken);
        return found is null || found.Kind == kind ? found : throw new InvalidOperationException($"The submit key was used for {found.Kind} before; {kind} needs one of its own.");
    }
}
