using Cradle.Governance.Access;
using Cradle.Governance.Board;
using Cradle.Governance.Ledger;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Cradle.Platform.Web.Work;
using Cradle.Primitives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.Pages.Governance;

/// <summary>The checker's desk: what was claimed to be done, and what was checked and waits to be struck off.</summary>
[RequirePermission(GovernancePermissions.Check)]
public sealed class CheckModel(BoardService board, SignedIn signedIn, HeldRoleText places, TimeProvider time) : LedgerPage(signedIn, places)
{
    private const int Most = 256;

    public Worklist List => TaskWords.Worklist(Tasks, Today, Say("等核查的任务", "Tasks to be checked"), Say("没有等核查的任务。", "Nothing waits to be checked."));

    public DateOnly Today => ChinaTime.Today(time);

    public IReadOnlyList<KeyTask> Tasks { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!Enter(GovernancePermissions.Check))
        {
            return NotFound();
        }

        Tasks = await board.List(new TaskFilter { Division = Division, Standing = BoardStanding.Claimed }).Include(task => task.Assignments).Take(Most).ToListAsync(cancellationToken);
        return Page();
    }
}
