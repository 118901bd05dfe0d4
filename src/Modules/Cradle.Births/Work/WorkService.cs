using Cradle.Births.Cases;
using Cradle.Births.Items;
using Cradle.Births.Registrations;
using Cradle.Platform.Access;
using Cradle.Platform.Accounts;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Notifications;
using Cradle.Platform.Processes;
using Cradle.Platform.Tables;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Births.Work;

/// <summary>Who filed how much that is still open, for handing it over.</summary>
/// <param name="Account">The account's id.</param>
/// <param name="Name">What it is called; null where the account is gone.</param>
/// <param name="Open">Cases and registrations that are not at their end.</param>
public sealed record FiledWork(string Account, string? Name, int Open);

/// <summary>What came of taking a file over.</summary>
/// <param name="Page">The page to go on at; null where the two numbers do not belong together, or it is somebody's already.</param>
/// <param name="IsLocked">Too many failures, of this account or about this receipt: nothing was looked at.</param>
public sealed record ClaimOutcome(string? Page, bool IsLocked = false);

/// <summary>What keeps work from lying with nobody: a family takes over what was filed for it, a worker's open files go to another, and who is silent is pressed.</summary>
public sealed class WorkService(
    PlatformDbContext database, ProcessScope process, AuditTrail audit, ProtectedForms forms, RegistrationService registrations, PermissionHolders holders, Notifier notifier, GuessLock guesses)
{
    private const string ClaimFailed = "claim-failed";

    private static readonly CaseState[] Ended = [CaseState.Completed, CaseState.Rejected, CaseState.Withdrawn, CaseState.Archived];

    /// <summary>
    /// Takes over what a worker filed, for who knows its number and the mother's identity number. Failures are in the audit log, and
    /// counted there: as many as lock an account lock the account's claims and the receipt for as long.
    /// </summary>
    public async Task<ClaimOutcome> ClaimAsync(string number, string idNumber, CancellationToken cancellationToken)
    {
        var me = process.Current.Actor.Id;
        var filed = await database.Set<JointCase>().FirstOrDefaultAsync(one => one.Number == number && one.FiledBy != null, cancellationToken);
        var registration = filed is null ? await database.Set<ChildbearingRegistration>().FirstOrDefaultAsync(one => one.Number == number && one.FiledBy != null, cancellationToken) : null;
        var subject = filed?.AuditSubject ?? registration?.AuditSubject ?? new AuditSubject("birth-claim", Guid.TryParse(me, out var account) ? account : Guid.CreateVersion7());
        if (await guesses.IsLockedAsync(ClaimFailed, subject, cancellationToken))
            return new ClaimOutcome(null, IsLocked: true);
        if (filed is not null && IsFree(filed.Applicant, me) && Same(forms.Read(filed).Mother.IdNumber, idNumber))
        {
            foreach (var one in await database.Set<JointCase>().Where(other => other.Together == filed.Together).ToListAsync(cancellationToken))
            {
                one.Applicant = me;
                audit.Record(AuditTrail.Claimed, one.AuditSubject);
            }

            return new ClaimOutcome(await database.SaveOrSayAsync(cancellationToken) is null ? $"/births/cases/{filed.Id}" : null);
        }

        if (registration is not null && IsFree(registration.Applicant, me) && Same(registrations.Read(registration).Mother.IdNumber, idNumber))
        {
            registration.Applicant = me;
            audit.Record(AuditTrail.Claimed, registration.AuditSubject);
            return new ClaimOutcome(await database.SaveOrSayAsync(cancellationToken) is null ? $"/births/registrations/{registration.Id}" : null);
        }

        audit.Record(ClaimFailed, subject);
        await database.SaveChangesAsync(cancellationToken);
        return new ClaimOutcome(null);
    }

    /// <summary>Who filed what is still open in the roles' divisions.</summary>
    public async Task<IReadOnlyList<FiledWork>> FiledAsync(IReadOnlyList<HeldRole> roles, CancellationToken cancellationToken)
    {
        var cases = await OpenCases(roles).GroupBy(one => one.FiledBy!).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        var registered = await OpenRegistrations(roles).GroupBy(one => one.FiledBy!).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        var open = cases.Concat(registered).GroupBy(row => row.Key).Select(group => (Account: group.Key, Count: group.Sum(row => row.Count))).ToList();
        var ids = open.Select(row => Guid.TryParse(row.Account, out var id) ? id : Guid.Empty).ToList();
        var names = await database.Accounts.AsNoTracking().Where(account => ids.Contains(account.Id)).ToDictionaryAsync(account => account.Id, account => account.DisplayName, cancellationToken);
        return [.. open.Select(row => new FiledWork(row.Account, Guid.TryParse(row.Account, out var id) ? names.GetValueOrDefault(id) : null, row.Count)).OrderByDescending(row => row.Open)];
    }

    /// <summary>The accounts that work of the division can go to: those who may file there.</summary>
    public async Task<IReadOnlyList<(string Account, string Name)>> TakersAsync(IReadOnlyList<HeldRole> roles, CancellationToken cancellationToken)
    {
        var grants = await database.Grants.AsNoTracking().Where(grant => grant.State == GrantState.Active && grant.Role == Role.FrontlineWorker).Within(roles).Select(grant => grant.AccountId).Distinct().ToListAsync(cancellationToken);
        return [.. (await database.Accounts.AsNoTracking().Where(account => grants.Contains(account.Id)).OrderBy(account => account.UserName).ToListAsync(cancellationToken)).Select(account => (account.Id.ToString("N"), account.DisplayName))];
    }

    /// <summary>Hands everything open that one worker filed to another; both histories say so.</summary>
    /// <returns>How much went over, or why nothing did.</returns>
    public async Task<(int Moved, CaseError? Error)> HandOverAsync(IReadOnlyList<HeldRole> roles, string from, string to, string reason, CancellationToken cancellationToken)
    {
        if (FreeText.Refused(reason) is { } refused)
            return (0, refused);
        if (from == to || string.IsNullOrWhiteSpace(reason) || !(await TakersAsync(roles, cancellationToken)).Any(taker => taker.Account == to))
            return (0, new CaseError.Missing());
        var (cases, registered) = (await OpenCases(roles).Where(one => one.FiledBy == from).ToListAsync(cancellationToken), await OpenRegistrations(roles).Where(one => one.FiledBy == from).ToListAsync(cancellationToken));
        foreach (var one in cases)
        {
            one.FiledBy = to;
            audit.Record("handed-over", one.AuditSubject, reason, new { from, to });
        }

        foreach (var one in registered)
        {
            one.FiledBy = to;
            audit.Record("handed-over", one.AuditSubject, reason, new { from, to });
        }

        await notifier.GiveAsync(Guid.ParseExact(to, "N"), NoticeTopic.Case, $"交给您 {cases.Count + registered.Count} 件", $"{cases.Count + registered.Count} files were handed to you", "~/births/cases", cancellationToken: cancellationToken);
        return (cases.Count + registered.Count, await database.SaveOrSayAsync(cancellationToken));
    }

    /// <summary>Presses for what hangs of one service in one place: those who decide there, or those above them.</summary>
    /// <returns>How many were told.</returns>
    public async Task<int> PressAsync(string service, DivisionCode division, bool above, CancellationToken cancellationToken)
    {
        var authority = process.Current.Authority;
        var items = database.HangingFor(authority.RolesGiving(BirthsModule.Supervise), ItemState.ManualQueue, ItemState.RetryWait).Where(item => item.Service == service && item.Division == division);
        var hanging = await items.CountAsync(cancellationToken);
        if (hanging == 0)
            return 0;

        // of a place beyond one's own, where perhaps nobody is connected, those are pressed whose cases they are
        var places = authority.Covers(BirthsModule.Supervise, division) ? [division] : await (from item in items join one in database.Set<JointCase>() on item.CaseId equals one.Id select one.Division).Distinct().ToListAsync(cancellationToken);
        var told = new HashSet<Guid>();
        foreach (var place in places)
            told.UnionWith(above ? await holders.AboveAsync(BirthsModule.Decide, place, null, cancellationToken) : await holders.NearestAsync(BirthsModule.Decide, place, null, cancellationToken));
        foreach (var account in told)
        {
            await notifier.GiveAsync(account, NoticeTopic.Deadline, $"{(above ? "督办" : "催办")}：{ServiceGraph.NameOf(service).Zh} 有 {hanging} 项卡住，请处理",
                $"{hanging} items of {ServiceGraph.NameOf(service).En} hang; please see to them", "~/desk/births", cancellationToken: cancellationToken);
        }

        audit.Record(above ? "pressed-above" : "pressed", new AuditSubject("birth-items", Guid.CreateVersion7()), detail: new { service, division = division.ToString(), hanging, told = told.Count });
        await database.SaveChangesAsync(cancellationToken);
        return told.Count;
    }

    private IQueryable<JointCase> OpenCases(IReadOnlyList<HeldRole> roles) => database.Set<JointCase>().Within(roles).Where(one => one.FiledBy != null && !Ended.Contains(one.State));

    private IQueryable<ChildbearingRegistration> OpenRegistrations(IReadOnlyList<HeldRole> roles) => database.Set<ChildbearingRegistration>().Within(roles).Where(one => one.FiledBy != null && one.Stands);

    private static bool IsFree(string applicant, string me) => applicant == me || !Guid.TryParse(applicant, out _);

    private static bool Same(string kept, string typed) => string.Equals(kept.Trim(), PlainText.Key(typed), StringComparison.OrdinalIgnoreCase);
}
