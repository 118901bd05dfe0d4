using Cradle.Governance.Ledger;
using Cradle.Platform.Data;
using Cradle.Platform.Messages;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Governance.Board;

/// <summary>
/// Counts a place again whenever one of its tasks moved, and adds the difference to every place above it, up to the nation: a
/// board of any place is then a few rows of its own. A message that comes twice finds no difference (ADR 0054).
/// </summary>
public sealed class BoardRecount(PlatformDbContext database, TimeProvider time) : IMessageHandler<KeyTaskMoved>
{
    // Beyond this many differences the counts of a place are read at once and not one by one.
    private const int FewDifferences = 24;

    public Task HandleAsync(KeyTaskMoved message, CancellationToken cancellationToken) => RecountAsync(DivisionCode.FromPacked(message.Division), cancellationToken);

    /// <summary>Brings the counts of a place, and of those above it, in line with its ledger; the caller saves.</summary>
    public async Task RecountAsync(DivisionCode division, CancellationToken cancellationToken)
    {
        var head = await database.Set<BoardHead>().FindAsync([division], cancellationToken);
        if (head is null)
        {
            database.Add(head = new BoardHead { Division = division });
        }

        (head.Version, head.At) = (head.Version + 1, time.GetUtcNow());
        var before = await CountsOf(division, BoardReach.Own).AsNoTracking().ToDictionaryAsync(KeyOf, count => count.Tasks, cancellationToken);
        var now = await CountAsync(division, cancellationToken);
        var differences = before.Keys.Union(now.Keys).Select(key => (Key: key, By: now.GetValueOrDefault(key) - before.GetValueOrDefault(key))).Where(difference => difference.By != 0).ToList();
        await AddAsync(division, BoardReach.Own, differences, cancellationToken);
        for (DivisionCode? place = division; place is { } above; place = above.Parent)
        {
            await AddAsync(above, BoardReach.Whole, differences, cancellationToken);
        }
    }

    /// <summary>How a state is shown on the board.</summary>
    internal static BoardStanding StandingOf(KeyTaskState state) => state switch
    {
        KeyTaskState.ClosedOut => BoardStanding.Closed,
        KeyTaskState.AtRisk or KeyTaskState.ExtensionRequested => BoardStanding.AtRisk,
        KeyTaskState.CompletionClaimed => BoardStanding.Claimed,
        _ => BoardStanding.Open,
    };

    private static BoardKey KeyOf(BoardCount count) => new(count.Year, count.Scope, count.Name, count.Standing, count.Deadline);

    private IQueryable<BoardCount> CountsOf(DivisionCode division, BoardReach reach) => database.Set<BoardCount>().Where(count => count.Division == division && count.Reach == reach);

    private async Task AddAsync(DivisionCode division, BoardReach reach, List<(BoardKey Key, int By)> differences, CancellationToken cancellationToken)
    {
        if (differences.Count > FewDifferences)
        {
            await CountsOf(division, reach).LoadAsync(cancellationToken);   // FindAsync looks among what is loaded first
        }

        foreach (var (key, by) in differences)
        {
            var count = await database.Set<BoardCount>().FindAsync([division, reach, key.Year, key.Scope, key.Name, key.Standing, key.Deadline], cancellationToken);
            if (count is null)
            {
                database.Add(new BoardCount { Division = division, Reach = reach, Year = key.Year, Scope = key.Scope, Name = key.Name, Standing = key.Standing, Deadline = key.Deadline, Tasks = by });
            }
            else if ((count.Tasks += by) == 0)
            {
                database.Remove(count);
            }
        }
    }

    private async Task<Dictionary<BoardKey, int>> CountAsync(DivisionCode division, CancellationToken cancellationToken)
    {
        var tasks = await database.Set<KeyTask>().AsNoTracking().Where(task => task.Division == division && task.State != KeyTaskState.Drafted)
            .Select(task => new { task.Year, task.Part, task.State, task.Deadline, Units = task.Assignments.Select(assignment => assignment.Unit).ToList() }).ToListAsync(cancellationToken);
        return tasks.SelectMany(task => task.Units.Select(unit => (BoardScope.Unit, unit)).Prepend((BoardScope.Part, task.Part))
                .Select(scope => new BoardKey(task.Year, scope.Item1, scope.Item2, StandingOf(task.State), task.Deadline ?? BoardCount.NoDeadline)))
            .CountBy(key => key).ToDictionary();
    }

    private readonly record struct BoardKey(int Year, BoardScope Scope, string Name, BoardStanding Standing, DateOnly Deadline);
}
