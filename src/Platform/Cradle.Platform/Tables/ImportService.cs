using Cradle.Platform.Data;
using Cradle.Platform.Protection;
using Cradle.Platform.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Platform.Tables;

/// <summary>What became of a row: the id of what it made, or why not.</summary>
public readonly record struct RowAnswer
{
    internal Guid Id { get; private init; }

    internal (string Zh, string En)? Why { get; private init; }

    public static RowAnswer Made(Guid id) => new() { Id = id };

    public static RowAnswer Refused(string zh, string en) => new() { Why = (zh, en) };
}

/// <summary>What an import did.</summary>
/// <param name="Taken">Rows taken now, by line, with their receipts.</param>
/// <param name="Earlier">Rows that an earlier import took, by line, with the receipts of then.</param>
/// <param name="Refused">Rows that the module did not take.</param>
public sealed record ImportOutcome(IReadOnlyDictionary<int, string> Taken, IReadOnlyDictionary<int, string> Earlier, IReadOnlyList<RowFinding> Refused);

/// <summary>
/// Takes rows in, each in a transaction of its own and under a submit key made from what the row is: the same row is taken once,
/// however often its file is sent, and an import that broke off is finished by sending it again.
/// </summary>
public sealed class ImportService(PlatformDbContext database, SubmitOnce submit, LookupIndex index)
{
    /// <summary>Takes the rows of a reading, or some of them.</summary>
    /// <param name="spec">What is imported.</param>
    /// <param name="reading">The dry run of it.</param>
    /// <param name="lines">The lines chosen; all rows that can be taken unless told.</param>
    /// <param name="take">Adds one row to the context, with its audit entry, and does not save.</param>
    /// <param name="cancellationToken">Stops between two rows.</param>
    public async Task<ImportOutcome> TakeAsync<T>(
        ImportSpec<T> spec, ImportReading<T> reading, IReadOnlySet<int>? lines, Func<T, CancellationToken, Task<RowAnswer>> take, CancellationToken cancellationToken = default)
        where T : class
    {
        var (taken, earlier, refused) = (new Dictionary<int, string>(), new Dictionary<int, string>(), new List<RowFinding>());
        foreach (var (line, value) in reading.Rows.Where(row => lines?.Contains(row.Line) != false))
        {
            try
            {
                var (receipt, repeated) = await submit.TakeAsync(KeyOf(spec, value), spec.Kind, async stop =>
                {
                    var answer = await take(value, stop);
                    return answer.Why is { } why ? throw new RowRefused(why) : answer.Id;
                }, cancellationToken);
                (repeated ? earlier : taken)[line] = receipt.Receipt;
            }
            catch (RowRefused refusal)
            {
                refused.Add(new RowFinding(line, "", refusal.Why.Zh, refusal.Why.En));
            }

            database.Forget();   // the next row begins with nothing, and a thousand rows stay as fast as ten
        }

        return new ImportOutcome(taken, earlier, refused);
    }

    /// <summary>The receipts of rows that were taken at any time, by line.</summary>
    public async Task<IReadOnlyDictionary<int, string>> ReceiptsAsync<T>(ImportSpec<T> spec, ImportReading<T> reading, CancellationToken cancellationToken = default)
        where T : class
    {
        var lines = reading.Rows.ToDictionary(row => KeyOf(spec, row.Value), row => row.Line);
        var receipts = new Dictionary<int, string>();
        foreach (var keys in lines.Keys.Chunk(500))
        {
            foreach (var row in await database.Submissions.AsNoTracking().Where(row => row.Kind == spec.Kind && keys.Contains(row.Key)).ToListAsync(cancellationToken))
            {
                receipts[lines[row.Key]] = row.Receipt;
            }
        }

        return receipts;
    }

    /// <summary>Lets the row that made something be imported once more, because what it made was taken out. It does not save.</summary>
    /// <param name="kind">What was imported.</param>
    /// <param name="made">What the row made.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task ReleaseAsync(string kind, Guid made, CancellationToken cancellationToken = default) =>
        database.RemoveRange(await database.Submissions.Where(row => row.Kind == kind && row.SubjectId == made).ToListAsync(cancellationToken));

    // Keyed, because a row is often known by an identity number, which a bare hash would give away.
    private Guid KeyOf<T>(ImportSpec<T> spec, T value)
        where T : class => new(index.Of(spec.Kind, spec.Key(value)).AsSpan(0, 16));

    private sealed class RowRefused((string Zh, string En) why) : Exception
    {
        public (string Zh, string En) Why => why;
    }
}
