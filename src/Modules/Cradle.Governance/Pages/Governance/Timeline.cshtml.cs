using Cradle.Governance.Access;
using Cradle.Governance.Board;
using Cradle.Governance.Ledger;
using Cradle.Governance.Units;
using Cradle.Platform.Data;
using Cradle.Platform.Web;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Cradle.Primitives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Governance.Pages.Governance;

/// <summary>The limits of a year's tasks side by side.</summary>
[RequirePermission(GovernancePermissions.Read)]
public sealed class TimelineModel(BoardService board, UnitService units, PlatformDbContext database, SignedIn signedIn, HeldRoleText places, TimeProvider time) : LedgerPage(signedIn, places)
{
    /// <summary>What stands left of the bars is the title.</summary>
    private const int Left = 230;

    /// <summary>A year.</summary>
    public const int Span = 720;

    public const int Width = Left + Span;
    private const int RowHeight = 26;
    private const int Most = 64;
    private const int YearsAround = 20;

    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    public IReadOnlyList<Bar> Bars { get; private set; } = [];

    public DateOnly Today => ChinaTime.Today(time);

    public int Height => 24 + Bars.Count * RowHeight;

    /// <summary>The years beside the one that is shown, as far as the page goes.</summary>
    public IEnumerable<int> OtherYears => new[] { Year - 1, Year + 1 }.Where(year => Math.Abs(year - Today.Year) <= YearsAround);

    public bool HasToday => Today.Year == Year;

    public int TodayX => XOf(Today);

    public static int X(int month) => Left + Span * (month - 1) / 12;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!Enter(GovernancePermissions.Read))
        {
            return NotFound();
        }

        Know(await units.DirectoryAsync(Division, cancellationToken), Today);
        Year = Year == 0 ? Today.Year : Math.Clamp(Year, Today.Year - YearsAround, Today.Year + YearsAround);
        var (first, last) = (new DateOnly(Year, 1, 1), new DateOnly(Year, 12, 31));
        var tasks = await board.List(new TaskFilter { Division = Division }).Where(task => task.Division == Division && task.Deadline >= first && task.Deadline <= last).Include(task => task.Assignments).Take(Most).ToListAsync(cancellationToken);
        var ids = tasks.Select(task => task.Id).ToList();
        var steps = (await database.Set<Milestone>().AsNoTracking().Where(step => ids.Contains(step.TaskId) && step.By >= first && step.By <= last).OrderBy(step => step.By).ToListAsync(cancellationToken)).ToLookup(step => step.TaskId);
        Bars = [.. tasks.Select(task => new Bar(task.Id, task.Number, task.Title, task.Deadline!.Value, XOf(task.Deadline.Value) - X(1), task.IsLate(Today), task.IsOpen, Opens(task), [.. steps[task.Id]]))];
        return Page();
    }

    public int XOf(DateOnly day) => Left + (int)(Span * (day.Year < Year ? 0 : day.Year > Year ? 1 : (day.DayOfYear - 1) / (double)new DateOnly(Year, 12, 31).DayOfYear));

    public sealed record Bar(Guid Id, int Number, string Title, DateOnly Day, int Width, bool IsLate, bool IsOpen, bool Opens, IReadOnlyList<Milestone> Steps)
    {
        private const int TitleInChart = 13;

        public string ShortTitle => Title.Length <= TitleInChart ? Title : Title[..(TitleInChart - 1)] + "…";

        /// <summary>The look of the bar.</summary>
        public string Light => IsLate ? "late" : IsOpen ? "ok" : "done";

        public string StepsText => string.Join(Wording.Say("；", "; "), Steps.Select(step => $"{step.By:yyyy-MM-dd} {step.Title}"));
    }
}
