using Cradle.Governance.Access;
using Cradle.Governance.Board;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Cradle.Governance.Pages.Governance;

/// <summary>The leader's board: what is late, by unit and part; every number opens its list.</summary>
[RequirePermission(GovernancePermissions.Read)]
public sealed class IndexModel(BoardService board, SignedIn signedIn, HeldRoleText places) : LedgerPage(signedIn, places)
{
    public LeaderBoard Board { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!Enter(GovernancePermissions.Read))
        {
            return NotFound();
        }

        Board = await board.ReadAsync(Division, null, cancellationToken);
        return Page();
    }
}
