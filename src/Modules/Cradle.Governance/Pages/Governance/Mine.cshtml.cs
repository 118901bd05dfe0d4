using Cradle.Governance.Access;
using Cradle.Governance.Board;
using Cradle.Governance.Ledger;
using Cradle.Governance.Orders;
using Cradle.Governance.Units;
using Cradle.Platform.Data;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Cradle.Platform.Web.Work;
using Cradle.Primitives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.Pages.Governance;

/// <summary>A unit's worklist: its orders, and its open tasks, what is due first at the top.</summary>
[RequirePermission(GovernancePermissions.Report)]
public sealed class MineModel(BoardService board, OrderService orders, UnitService directory, PlatformDbContext database, SignedIn signedIn, HeldRoleText places, TimeProvider time) : LedgerPage(signedIn, places)
{
    private const int Most = 256;

    [BindProperty(SupportsGet = true)]
    public string? Unit { get; set; }

    public IReadOnlyList<string> Units { get; private set; } = [];

    public IReadOnlyList<KeyTask> Tasks { get; private set; } = [];

    public IReadOnlyList<SupervisoryOrder> Orders { get; private set; } = [];

    /// <summary>What the orders are about.</summary>
    public IReadOnlyDictionary<Guid, string> Titles { get; private set; } = new Dictionary<Guid, string>();

    public Worklist List => TaskWords.Worklist(Tasks, Today, Say("本单位的任务，先到期的在前", "Our tasks, what is due first at the top"), Say("现在没有要办的任务。", "Nothing to be done at present."));

    public DateOnly Today => ChinaTime.Today(time);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!Enter(GovernancePermissions.Report))
        {
            return NotFound();
        }

        var known = await directory.DirectoryAsync(Division, cancellationToken);
        Units = [.. known.All.Select(unit => unit.Name)];
        Unit = OwnUnit ?? Unit ?? (await board.ReadAsync(Division, null, cancellationToken)).Units.FirstOrDefault(line => line.Tasks > line.Closed && Units.Contains(line.Name))?.Name ?? Units.FirstOrDefault();
        if (Unit is { } unit)
        {
            Know(known, Today);
            var names = known.NamesOf(unit, Today);
            Tasks = await board.List(new TaskFilter { Division = Division, AnyUnit = names }).Where(task => task.Division == Division && task.State != KeyTaskState.ClosedOut)
                .Include(task => task.Assignments).Take(Most).ToListAsync(cancellationToken);
            Orders = await database.Set<SupervisoryOrder>().AsNoTracking().Where(order => order.Division == Division && names.Contains(order.Unit) && order.State != OrderState.Accepted)
                .OrderBy(order => order.AnswerBy).ToListAsync(cancellationToken);
            Titles = await orders.TasksOfAsync(Orders, cancellationToken);
        }

        return Page();
    }
}
