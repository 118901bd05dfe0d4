using Cradle.Governance.Access;
using Cradle.Governance.Board;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Cradle.Governance.Pages.Governance;

/// <summary>Every clause of the documents of a place with what carries it out; a broken link is a finding.</summary>
[RequirePermission(GovernancePermissions.Read)]
public sealed class LoopModel(LoopBoard board, SignedIn signedIn, HeldRoleText places) : LedgerPage(signedIn, places)
{
    [BindProperty(SupportsGet = true)]
    public string? Document { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Unit { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Part { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Broken { get; set; }

    public IReadOnlyList<string> Documents { get; private set; } = [];

    public IReadOnlyList<string> Parts { get; private set; } = [];

    public IReadOnlyList<LoopLine> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!Enter(GovernancePermissions.Read))
        {
            return NotFound();
        }

        var all = await board.ReadAsync(Division, new LoopFilter(), cancellationToken);
        Documents = [.. all.Select(line => line.Document).Distinct()];
        Parts = [.. all.Where(line => Empty(Document) is not { } document || line.Document == document).Select(line => line.Part).Distinct()];
        Lines = await board.ReadAsync(Division, new LoopFilter(Empty(Document), Empty(Unit), Empty(Part), Broken), cancellationToken);
        return Page();
    }

    private static string? Empty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
