using Cradle.Births.Items;
using Cradle.Births.Newborns;
using Cradle.Platform.Access;
using Cradle.Platform.Data;
using Cradle.Platform.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Births.Cases;

/// <summary>Proves that no case is lost (G4): what was submitted is open, done, refused or withdrawn, and each child whose household was registered has one record.</summary>
public sealed class CaseReconciliation(PlatformDbContext database)
{
    /// <summary>The report over what the roles cover; all of it for the nation's.</summary>
    public async Task<ReconciliationReport> ReadAsync(IReadOnlyList<HeldRole> roles, CancellationToken cancellationToken)
    {
        var cases = database.Set<JointCase>().AsNoTracking().Within(roles);
        var byState = await cases.GroupBy(one => one.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancellationToken);
        int Sum(params CaseState[] states) => states.Sum(state => byState.GetValueOrDefault(state));
        var receipted = await (from receipt in database.Submissions where receipt.Kind == CaseIntake.Kind join one in cases on receipt.SubjectId equals one.Together select one.Id).CountAsync(cancellationToken);
        var records = await cases.Where(one => database.Set<ChildRecord>().Any(child => child.CaseId == one.Id)).CountAsync(cancellationToken);
        var settled = await cases.CountAsync(one => database.Set<ChildRecord>().Any(child => child.CaseId == one.Id)
            || (one.LostOn == null && database.Set<CaseItem>().Any(item => item.CaseId == one.Id && item.Service == ServiceGraph.Household && item.State == ItemState.Done)), cancellationToken);
        var stuck = await database.HangingFor(roles, ItemState.ManualQueue, ItemState.RetryWait)
            .GroupBy(item => new { item.Service, item.Division }).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        return new ReconciliationReport(
            receipted,
            Sum(CaseState.Submitted, CaseState.PreCheck, CaseState.NeedsCorrection, CaseState.Accepted, CaseState.AcceptedWithPromise, CaseState.InProgress, CaseState.PartlyCompleted),
            Sum(CaseState.Completed), Sum(CaseState.Rejected), Sum(CaseState.Withdrawn), Sum(CaseState.Archived), settled, records,
            [.. stuck.OrderBy(row => row.Key.Division).ThenBy(row => row.Key.Service, StringComparer.Ordinal).Select(row => new HangingItems(row.Key.Service, row.Key.Division.ToString(), row.Count))]);
    }
}

/// <summary>The count of cases by where they ended, and the items that hang, each with the department and place that own them.</summary>
public sealed record ReconciliationReport(
    int Submitted, int Open, int Done, int Refused, int Withdrawn, int Archived, int Settled, int ChildRecords, IReadOnlyList<HangingItems> Stuck)
{
    public bool Balances => Submitted == Open + Done + Refused + Withdrawn + Archived && Settled == ChildRecords;
}

/// <summary>Items of one service in one place that could not be sent: its department owns them.</summary>
public sealed record HangingItems(string Service, string Division, int Count);
