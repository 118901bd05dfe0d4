using Cradle.Platform.Access;
using Cradle.Platform.Accounts;
using Cradle.Platform.Data;
using Cradle.Platform.Files;
using Cradle.Platform.Protection;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Platform.Audit;

/// <summary>One look at a person's data.</summary>
/// <param name="Entry">The entry of the log.</param>
/// <param name="Name">Who looked, masked; null where it was no account.</param>
/// <param name="Roles">In which role, with place and unit: those that the account held there.</param>
/// <param name="Subject">The record that was looked at: of a file, what it was handed in with.</param>
/// <param name="Record">What that record is called.</param>
public sealed record RecordedView(AuditEntry Entry, Masked? Name, IReadOnlyList<HeldRole> Roles, AuditSubject Subject, RecordName? Record)
{
    /// <summary>Whether something was seen whole: a number without its mask, or a file.</summary>
    public bool IsWhole => IsFile || Entry.Action == AuditTrail.Unmasked;

    /// <summary>Whether a file was opened.</summary>
    public bool IsFile => Entry.SubjectType == StoredFile.SubjectTypeName;
}

/// <summary>What a person is told about who has looked at the own data.</summary>
public sealed class ViewLog(PlatformDbContext database, RecordNames records)
{
    /// <summary>The latest looks at data of one account's holder, newest first.</summary>
    public async Task<IReadOnlyList<RecordedView>> OfAsync(Guid person, int atMost = 100, CancellationToken cancellationToken = default)
    {
        var own = await database.AuditEntries.AsNoTracking().Where(entry => entry.PersonId == person).OrderByDescending(entry => entry.Sequence).Take(atMost).ToListAsync(cancellationToken);
        List<AuditEntry> entries = [.. own.Concat(await BeforeClaimAsync(person, atMost, cancellationToken)).OrderByDescending(entry => entry.Sequence).Take(atMost)];
        var ids = entries.Select(AccountOf).Distinct().ToList();
        var names = await database.Accounts.Where(account => ids.Contains(account.Id)).ToDictionaryAsync(account => account.Id, account => account.DisplayName, cancellationToken);
        var grants = await database.Grants.AsNoTracking().Where(grant => ids.Contains(grant.AccountId) && (grant.State == GrantState.Active || grant.State == GrantState.Withdrawn)).ToListAsync(cancellationToken);
        var subjects = entries.ToDictionary(entry => entry.Sequence, SubjectOf);
        var called = await records.OfAsync(subjects.Values, cancellationToken);
        return [.. entries.Select(entry => new RecordedView(
            entry, names.TryGetValue(AccountOf(entry), out var name) ? Masked.OfName(name) : null, RolesOf(entry, grants), subjects[entry.Sequence], called.GetValueOrDefault(subjects[entry.Sequence])))];
    }

    // What was filed at a counter had no account yet when somebody looked at it. The few things that were taken over are looked up first: looks without an account are most of a large log.
    private async Task<List<AuditEntry>> BeforeClaimAsync(Guid person, int atMost, CancellationToken cancellationToken)
    {
        var actor = $"{person:N}";
        var claims = await database.AuditEntries.AsNoTracking().Where(entry => entry.ActorId == actor && entry.Action == AuditTrail.Claimed).OrderByDescending(entry => entry.Sequence).Take(atMost).ToListAsync(cancellationToken);
        var before = new List<AuditEntry>();
        foreach (var claim in claims.DistinctBy(claim => (claim.SubjectType, claim.SubjectId)))   // who takes a thing over a second time has it already
            before.AddRange(await database.AuditEntries.AsNoTracking().Where(entry => entry.SubjectType == claim.SubjectType && entry.SubjectId == claim.SubjectId && entry.Sequence < claim.Sequence && entry.PersonId == null
                && (entry.Action == AuditTrail.Viewed || entry.Action == AuditTrail.Unmasked)).OrderByDescending(entry => entry.Sequence).Take(atMost).ToListAsync(cancellationToken));
        return before;
    }

    private static Guid AccountOf(AuditEntry entry) => Guid.TryParse(entry.ActorId, out var id) ? id : Guid.Empty;

    private static AuditSubject SubjectOf(AuditEntry entry) =>
        entry.SubjectType == StoredFile.SubjectTypeName && AuditDetail.Of(entry).About is { } about ? about : new AuditSubject(entry.SubjectType, entry.SubjectId);

    // The entry keeps place, unit and kind of actor; which role that was stands in the grants, also in those that have ended since.
    private static IReadOnlyList<HeldRole> RolesOf(AuditEntry entry, IEnumerable<RoleGrant> grants) =>
        [.. grants.Where(grant => grant.AccountId == AccountOf(entry) && grant.Division == entry.Division && grant.Unit == entry.Unit && grant.Role.Kind() == entry.ActorKind).Select(grant => grant.Held).Distinct()];
}
