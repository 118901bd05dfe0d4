using Cradle.Governance.Ledger;
using Cradle.Governance.Units;
using Cradle.Platform.Data;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Governance.Board;

/// <summary>Tasks of one part or unit.</summary>
/// <param name="Name">The part or unit.</param>
/// <param name="Tasks">All of them.</param>
/// <param name="Late">Not closed, after the deadline.</param>
/// <param name="Soon">Not closed, due within the days the board looks ahead.</param>
/// <param name="AtRisk">In danger, or asking for a later day.</param>
/// <param name="Claimed">Said to be done, and to be checked.</param>
/// <param name="Closed">Struck off.</param>
public sealed record BoardLine(string Name, int Tasks, int Late, int Soon, int AtRisk, int Claimed, int Closed);

/// <summary>What a leader sees of a place and everything below it.</summary>
/// <param name="Total">Each task once.</param>
/// <param name="Parts">By part of the document.</param>
/// <param name="Units">By unit, the latest first.</param>
/// <param name="CountedAt">The oldest count among those added up; null where nothing was counted.</param>
public sealed record LeaderBoard(BoardLine Total, IReadOnlyList<BoardLine> Parts, IReadOnlyList<BoardLine> Units, DateTimeOffset? CountedAt);

/// <summary>Which tasks a list holds: what a number on the board counts.</summary>
public sealed record TaskFilter
{
    public required DivisionCode Division { get; init; }

    public int? Year { get; init; }

    public string? Part { get; init; }

    public string? Unit { get; init; }

    /// <summary>Any of these units: one under its own name and those it had.</summary>
    public IReadOnlyCollection<string>? AnyUnit { get; init; }

    public BoardStanding? Standing { get; init; }

    /// <summary>Only what is late.</summary>
    public bool Late { get; init; }

    /// <summary>Only what falls due soon.</summary>
    public bool Soon { get; init; }
}

/// <summary>Reads the boards, and the list behind every number of them.</summary>
public sealed class BoardService(PlatformDbContext database, TimeProvider time)
{
    /// <summary>How far the board looks ahead.</summary>
    public const int SoonDays = 30;

    /// <summary>The board of a place and everything below it, for one year's plan or all of them.</summary>
    public async Task<LeaderBoard> ReadAsync(DivisionCode division, int? year = null, CancellationToken cancellationToken = default)
    {
        var today = ChinaTime.Today(time);
        var soon = today.AddDays(SoonDays);
        var rows = await database.Set<BoardCount>().AsNoTracking().Where(count => count.Division == division && count.Reach == BoardReach.Whole && (year == null || count.Year == year))
            .GroupBy(count => new { count.Scope, count.Name, count.Standing, Late = count.Deadline < today, Soon = count.Deadline >= today && count.Deadline <= soon })
            .Select(group => new Row(group.Key.Scope, group.Key.Name, group.Key.Standing, group.Key.Late, group.Key.Soon, group.Sum(count => count.Tasks))).ToListAsync(cancellationToken);
        var lines = rows.GroupBy(row => (row.Scope, row.Name)).Select(group => (group.Key.Scope, Line: Line(group.Key.Name, group))).ToLookup(pair => pair.Scope, pair => pair.Line);
        var last = division.LastWithin;
        return new LeaderBoard(
            Line("", rows.Where(row => row.Scope == BoardScope.Part)),
            [.. lines[BoardScope.Part].OrderBy(line => line.Name, StringComparer.Ordinal)],
            InOrder(lines[BoardScope.Unit]),
            await database.Set<BoardHead>().Where(head => head.Division >= division && head.Division <= last).MinAsync(head => (DateTimeOffset?)head.At, cancellationToken));
    }

    /// <summary>
    /// The same with the work of units that are no more under the names of those that took it over. Where several lines become one, its tasks are counted once each,
    /// as the list behind the number does.
    /// </summary>
    public async Task<LeaderBoard> UnderPresentNamesAsync(LeaderBoard board, DivisionCode division, UnitDirectory directory, CancellationToken cancellationToken = default)
    {
        var today = ChinaTime.Today(time);
        var lines = new List<BoardLine>();
        foreach (var group in board.Units.GroupBy(line => directory.Find(line.Name) is { } unit ? directory.Current(unit, today).Name : line.Name))
        {
            lines.Add(group.Count() == 1 ? group.Single() with { Name = group.Key } : await CountAsync(group.Key, new TaskFilter { Division = division, AnyUnit = [.. group.Select(line => line.Name)] }, cancellationToken));
        }

        return board with { Units = InOrder(lines) };
    }

    /// <summary>The tasks behind a number, what is due first at the top.</summary>
    public IQueryable<KeyTask> List(TaskFilter filter)
    {
        var today = ChinaTime.Today(time);
        var soon = today.AddDays(SoonDays);
        var last = filter.Division.LastWithin;
        var tasks = database.Set<KeyTask>().AsNoTracking().Where(task => task.Division >= filter.Division && task.Division <= last && task.State != KeyTaskState.Drafted);
        if (filter.Year is { } year)
        {
            tasks = tasks.Where(task => task.Year == year);
        }

        if (filter.Part is { } part)
        {
            tasks = tasks.Where(task => task.Part == part);
        }

        if (filter.Unit is { } unit)
        {
            tasks = tasks.Where(task => task.Assignments.Any(assignment => assignment.Unit == unit));
        }

        if (filter.AnyUnit is { } any)
        {
            tasks = tasks.Where(task => task.Assignments.Any(assignment => any.Contains(assignment.Unit)));
        }

        if (filter.Standing is { } standing)
        {
            var states = Enum.GetValues<KeyTaskState>().Where(state => state != KeyTaskState.Drafted && BoardRecount.StandingOf(state) == standing).ToList();
            tasks = tasks.Where(task => states.Contains(task.State));
        }

        if (filter.Late)
        {
            tasks = tasks.Where(task => task.State != KeyTaskState.ClosedOut && task.Deadline < today);
        }

        if (filter.Soon)
        {
            tasks = tasks.Where(task => task.State != KeyTaskState.ClosedOut && task.Deadline >= today && task.Deadline <= soon);
        }

        return tasks.OrderBy(task => task.Deadline == null).ThenBy(task => task.Deadline).ThenBy(task => task.Division).ThenBy(task => task.Number);
    }

    private static List<BoardLine> InOrder(IEnumerable<BoardLine> lines) => [.. lines.OrderByDescending(line => line.Late).ThenByDescending(line => line.Tasks).ThenBy(line => line.Name, StringComparer.Ordinal)];

    private async Task<BoardLine> CountAsync(string name, TaskFilter filter, CancellationToken cancellationToken)
    {
        var today = ChinaTime.Today(time);
        var tasks = await List(filter).Select(task => new { task.State, task.Deadline }).ToListAsync(cancellationToken);
        return Line(name, tasks.Select(task => new Row(BoardScope.Unit, name, BoardRecount.StandingOf(task.State), task.Deadline < today, task.Deadline >= today && task.Deadline <= today.AddDays(SoonDays), 1)));
    }

    private static BoardLine Line(string name, IEnumerable<Row> rows)
    {
        int tasks = 0, late = 0, soon = 0, risk = 0, claimed = 0, closed = 0;
        foreach (var row in rows)
        {
            tasks += row.Tasks;
            late += row.Late && row.Standing != BoardStanding.Closed ? row.Tasks : 0;
            soon += row.Soon && row.Standing != BoardStanding.Closed ? row.Tasks : 0;
            risk += row.Standing == BoardStanding.AtRisk ? row.Tasks : 0;
            claimed += row.Standing == BoardStanding.Claimed ? row.Tasks : 0;
            closed += row.Standing == BoardStanding.Closed ? row.Tasks : 0;
        }

        return new BoardLine(name, tasks, late, soon, risk, claimed, closed);
    }

    private sealed record Row(BoardScope Scope, string Name, BoardStanding Standing, bool Late, bool Soon, int Tasks);
}
