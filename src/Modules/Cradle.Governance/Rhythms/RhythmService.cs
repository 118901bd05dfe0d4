using Cradle.Governance.Access;
using Cradle.Governance.Ledger;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Processes;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.Rhythms;

/// <summary>What a place sets; null leaves it open.</summary>
public sealed record RhythmInput(int? SilentTaskMonths, int? SilentBodyMonths, int? AheadDays, int? OrderLevelDays);

/// <summary>Keeps the rhythm of each place.</summary>
public sealed class RhythmService(PlatformDbContext database, AuditTrail audit, ProcessScope process, TimeProvider time)
{
    /// <summary>The rhythm of a place; null where it has set none.</summary>
    public Task<Rhythm?> FindAsync(DivisionCode division, CancellationToken cancellationToken = default) => database.Set<Rhythm>().AsNoTracking().SingleOrDefaultAsync(rhythm => rhythm.Division == division, cancellationToken);

    /// <summary>Sets it, or leaves parts of it open again.</summary>
    public async Task<LedgerError?> SetAsync(DivisionCode division, RhythmInput input, CancellationToken cancellationToken = default)
    {
        if (!process.Current.Authority.Covers(GovernancePermissions.Compile, division))
        {
            return new LedgerError.Forbidden(GovernancePermissions.Compile);
        }

        (string Field, int? Value, int Most)[] fields =
        [
            (nameof(input.SilentTaskMonths), input.SilentTaskMonths, Rhythm.MostMonths), (nameof(input.SilentBodyMonths), input.SilentBodyMonths, Rhythm.MostMonths),
            (nameof(input.AheadDays), input.AheadDays, Rhythm.MostDays), (nameof(input.OrderLevelDays), input.OrderLevelDays, Rhythm.MostDays),
        ];
        if (fields.FirstOrDefault(field => field.Value is { } value && (value < 1 || value > field.Most)) is { Field: { } wrong, Most: var most })
        {
            return new LedgerError.Invalid(wrong, Say($"请填 1 到 {most} 之间的整数，不用就留空。", $"Enter a whole number from 1 to {most}, or leave it open."));
        }

        var rhythm = await database.Set<Rhythm>().SingleOrDefaultAsync(found => found.Division == division, cancellationToken);
        if (rhythm is null)
        {
            database.Add(rhythm = new Rhythm { Id = Guid.CreateVersion7(time.GetUtcNow()), Division = division });
        }

        (rhythm.SilentTaskMonths, rhythm.SilentBodyMonths, rhythm.AheadDays, rhythm.OrderLevelDays) = (input.SilentTaskMonths, input.SilentBodyMonths, input.AheadDays, input.OrderLevelDays);
        audit.Record("rhythm-set", rhythm.AuditSubject, null, input);
        return await database.SavePlausibleAsync(time, cancellationToken);
    }
}
