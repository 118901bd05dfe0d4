using System.ComponentModel.DataAnnotations;
using Cradle.Governance.Access;
using Cradle.Governance.Board;
using Cradle.Governance.Ledger;
using Cradle.Governance.Matrix;
using Cradle.Governance.Units;
using Cradle.Platform.Tables;
using Cradle.Platform.Web;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Cradle.Primitives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Governance.Pages.Governance.Tasks;

/// <summary>The list behind every number of the board, and the matrix as a workbook.</summary>
[RequirePermission(GovernancePermissions.Read)]
public sealed class IndexModel(BoardService board, UnitService units, SignedIn signedIn, HeldRoleText places, TimeProvider time) : LedgerPage(signedIn, places)
{
    private UnitDirectory directory = null!;

    private const int Most = 100;
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    /// <summary>The part; empty for tasks of a table that had none, which is something else than no filter.</summary>
    [BindProperty(SupportsGet = true)]
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string? Part { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Unit { get; set; }

    [BindProperty(SupportsGet = true)]
    public BoardStanding? Standing { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Late { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Soon { get; set; }

    /// <summary>The filter of the address.</summary>
    public TaskFilter Filter => new() { Division = Division, Year = Year, Part = Part, Unit = Unit, Standing = Standing, Late = Late, Soon = Soon };

    // a unit is asked for with what it took over
    private TaskFilter Asked => Unit is { Length: > 0 } unit ? Filter with { Unit = null, AnyUnit = directory.NamesOf(unit, ChinaTime.Today(time)) } : Filter;

    public int Count { get; private set; }

    public IReadOnlyList<KeyTask> Rows { get; private set; } = [];

    /// <summary>The filter in words.</summary>
    public string Says => string.Concat(new[] { Unit, Part is "" ? Wording.Say("没有分部分", "without a part") : Part, Late ? Wording.Say("逾期", "late") : null, Soon ? Wording.Say("30天内到期", "due in 30 days") : null, Standing?.ToString() is { } standing ? StandingWords(standing) : null }
        .OfType<string>().Select(word => " · " + word));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        Count = await board.List(Asked).CountAsync(cancellationToken);
        Rows = await board.List(Asked).Include(task => task.Assignments).Take(Most).ToListAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnGetWorkbookAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        var tasks = await board.List(Asked).Include(task => task.Assignments).ToListAsync(cancellationToken);
        string Units(KeyTask task, bool leads) => string.Join('、', task.Assignments.Where(unit => unit.Leads == leads).OrderBy(unit => unit.Order).Select(unit => unit.Unit)) + (task.Duty == DutyKind.ByDuties && !leads ? UnitsCell.ByDuties : "");
        var sheet = new Sheet("重点任务分工表", ["地区", "序号", "部分", "主要任务", "内容", "牵头单位", "责任单位", "完成时限", "原定", "现定", "状态", "备注"], tasks.Select(task => (IReadOnlyList<object?>)
            [task.Division.ToString(), task.Number, task.Part.Length > 0 ? task.Part : MatrixColumns.NoPart, task.Title, task.Text, Units(task, true), Units(task, false), task.DeadlineAsGiven, task.OriginalDeadline, task.Deadline, TaskWords.Of(task.State).Zh, task.Remark]));
        return File(Workbook.Write(sheet), WorkbookType, $"matrix-{Division}.xlsx");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (!Enter(GovernancePermissions.Read))
        {
            return false;
        }

        directory = await units.DirectoryAsync(Division, cancellationToken);
        Know(directory, ChinaTime.Today(time));
        return true;
    }

    private static string StandingWords(string standing) => standing switch
    {
        nameof(BoardStanding.AtRisk) => Wording.Say("有风险", "at risk"),
        nameof(BoardStanding.Claimed) => Wording.Say("待核查", "to be checked"),
        nameof(BoardStanding.Closed) => Wording.Say("已核销", "struck off"),
        _ => Wording.Say("推进中", "open"),
    };
}
