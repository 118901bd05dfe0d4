using Cradle.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Platform.Audit;

/// <summary>Reads the whole chain and proves it, or names the first place where it does not hold.</summary>
public sealed class AuditVerifier(PlatformDbContext database, AuditCheckpoints checkpoints)
{
    /// <summary>Every finding up to the given number; reading goes on after each, from the entry as it stands.</summary>
    public async Task<AuditVerification> VerifyAsync(int atMost = 100, CancellationToken cancellationToken = default)
    {
        var findings = new List<AuditFinding>();
        var written = checkpoints.Read();

        // The head first, and no entry beyond it: others go on writing meanwhile.
        var head = await database.Set<AuditHead>().AsNoTracking().SingleAsync(cancellationToken);
        var hash = AuditChain.Beginning;
        long sequence = 0, count = 0;
        await foreach (var entry in Until(head).WithCancellation(cancellationToken))
        {
            count++;
            if (Problem(entry, sequence, hash) is { } problem)
            {
                findings.Add(new AuditFinding(problem == AuditProblem.Missing ? sequence + 1 : entry.Sequence, problem));
            }
            else if (written.TryGetValue(entry.Sequence, out var known) && !known.AsSpan().SequenceEqual(entry.Hash))
            {
                findings.Add(new AuditFinding(entry.Sequence, AuditProblem.Rewritten));
            }

            (sequence, hash) = (entry.Sequence, entry.Hash);
            if (findings.Count >= atMost)
            {
                return new AuditVerification(count, written.Count, findings);
            }
        }

        if (head.Sequence > sequence || !head.Hash.AsSpan().SequenceEqual(hash) || written.Keys.Any(known => known > sequence))
        {
            findings.Add(new AuditFinding(sequence + 1, AuditProblem.CutOff));
        }

        return new AuditVerification(count, written.Count, findings);
    }

    private IAsyncEnumerable<AuditEntry> Until(AuditHead head) =>
        database.AuditEntries.AsNoTracking().Where(entry => entry.Sequence <= head.Sequence).OrderBy(entry => entry.Sequence).AsAsyncEnumerable();

    private static AuditProblem? Problem(AuditEntry entry, long before, byte[] previous) =>
        entry.Sequence != before + 1 ? AuditProblem.Missing
        : !entry.PreviousHash.AsSpan().SequenceEqual(previous) ? AuditProblem.Unlinked
        : !AuditChain.HashOf(entry, previous).AsSpan().SequenceEqual(entry.Hash) ? AuditProblem.Changed
        : null;
}
