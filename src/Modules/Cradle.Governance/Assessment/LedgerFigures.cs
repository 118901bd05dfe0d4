using Cradle.Governance.Ledger;
using Cradle.Platform.Data;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Governance.Assessment;

/// <summary>Figures that come from the ledger itself, by name, so that nobody types them again.</summary>
public sealed class LedgerFigures(PlatformDbContext database, TimeProvider time)
{
    public const string ClosedShare = "ledger.closed-share";
    public const string ReportedShare = "ledger.reported-share";
    public const string LateTasks = "ledger.late-tasks";

    public static IReadOnlySet<string> Names { get; } = new HashSet<string>(StringComparer.Ordinal) { ClosedShare, ReportedShare, LateTasks };

    /// <summary>A figure of a place for a year, as of its last day or of today where that is to come; shares in per cent to two places.</summary>
    public async Task<decimal?> FindAsync(string name, DivisionCode division, int year, CancellationToken cancellationToken = default)
    {
        var (today, last) = (ChinaTime.Today(time), new DateOnly(year, 12, 31));
        var end = today < last ? today : last;
        var tasks = await database.Set<KeyTask>().AsNoTracking().Where(task => task.Division == division && task.Year == year && task.State != KeyTaskState.Drafted)
            .Select(task => new { task.State, task.Deadline, task.ClosedOn, Reported = task.Assignments.All(assignment => assignment.LastReportOn != null) }).ToListAsync(cancellationToken);
        return tasks.Count == 0 ? null : name switch
        {
            ClosedShare => Percent(tasks.Count(task => IsClosed(task.State, task.ClosedOn)), tasks.Count),
            ReportedShare => Percent(tasks.Count(task => task.Reported || IsClosed(task.State, task.ClosedOn)), tasks.Count),
            LateTasks => tasks.Count(task => task.Deadline < (task.ClosedOn < end ? task.ClosedOn : end)),
            _ => null,
        };

        // what was struck off afterwards was open on that day
        bool IsClosed(KeyTaskState state, DateOnly? on) => state == KeyTaskState.ClosedOut && !(on > end);
    }

    private static decimal Percent(int part, int whole) => Math.Round(100m * part / whole, 2, MidpointRounding.AwayFromZero);
}
