using Cradle.Platform.Access;
using Cradle.Platform.Accounts;
using Cradle.Platform.Data;
using Cradle.Platform.Protection;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Cradle.Primitives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Platform.Web.Pages.Desk.Accounts;

/// <summary>One account: its grants in the administrator's divisions, what can be done with each, and a new one to propose.</summary>
[RequirePermission(PlatformPermissions.Accounts)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class AccountModel(PlatformDbContext database, SignedIn signedIn, GrantService service, CredentialResetService resets, ContactService contacts, HeldRoleText roleText) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Role? Role { get; set; }

    [BindProperty]
    public string? Division { get; set; }

    [BindProperty]
    public string? Unit { get; set; }

    public Account Account { get; private set; } = null!;

    public IReadOnlyList<RoleGrant> Grants { get; private set; } = [];

    /// <summary>The reset of the second factor that waits for somebody's confirmation.</summary>
    public CredentialReset? Reset { get; private set; }

    public bool IsOwn => signedIn.Account!.Id == Id;

    /// <summary>Whether this administrator proposed what waits, and so leaves it to another.</summary>
    public bool HasProposedReset => Reset?.LastMovedBy == signedIn.Account!.ActorFor(PlatformPermissions.Accounts).Id;

    public Masked? Phone { get; private set; }

    public Masked? Email { get; private set; }

    public string? WholePhone { get; private set; }

    public string? WholeEmail { get; private set; }

    public IReadOnlyList<SelectListItem> Roles { get; } = [.. Enum.GetValues<Role>().Select(role => new SelectListItem(RoleWords.Of(role).ToString(), role.ToString()))];

    public string TextOf(RoleGrant grant) => roleText.Of(grant.Held);

    /// <summary>What this administrator may do with a grant; not what whoever proposed it may not.</summary>
    public IReadOnlyList<GrantAction> ActionsOn(RoleGrant grant) => signedIn.Account!.Id == Id ? [] : [.. RoleGrantLifecycle.Table.Transitions
        .Where(row => row.From == grant.State && !(row.NeedsAnother && grant.LastMovedBy == signedIn.Account.ActorFor(PlatformPermissions.Accounts).Id)).Select(row => row.Action)];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostProposeAsync(CancellationToken cancellationToken)
    {
        if (Role is null)
            ModelState.AddModelError(nameof(Role), Wording.Say("请选一个角色", "Choose a role"));
        if (!DivisionCode.TryParse(Division?.Trim(), out var division))
            ModelState.AddModelError(nameof(Division), Wording.Say("请填地区代码，比如 220104", "Enter the code of a division, such as 220104"));
        if (ModelState.IsValid && await service.ProposeAsync(Id, Role!.Value, division, string.IsNullOrWhiteSpace(Unit) ? null : Unit.Trim(), cancellationToken) is { } error)
            ModelState.AddModelError(error switch { GrantError.OutOfScope => nameof(Division), GrantError.UnknownUnit => nameof(Unit), _ => nameof(Role) }, GrantWords.Of(error));
        return await AnswerAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostMoveAsync(Guid grant, GrantAction action, int version, string? reason, CancellationToken cancellationToken)
    {
        if (await service.MoveAsync(grant, action, version, reason, cancellationToken) is { } error)
            ModelState.AddModelError("", GrantWords.Of(error));
        return await AnswerAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostResetAsync(string? resetReason, CancellationToken cancellationToken)
    {
        if (await resets.ProposeAsync(Id, resetReason, cancellationToken) is { } error)
            ModelState.AddModelError(error is CredentialResetError.ReasonMissing ? nameof(resetReason) : "", ResetWords.Of(error));
        return await AnswerAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostMoveResetAsync(Guid reset, ResetAction action, int version, string? reason, CancellationToken cancellationToken)
    {
        if (await resets.MoveAsync(reset, action, version, reason, cancellationToken) is { } error)
            ModelState.AddModelError("", ResetWords.Of(error));
        return await AnswerAsync(cancellationToken);
    }

    /// <summary>Shows the whole of what is masked, once it is written who looked and why.</summary>
    public async Task<IActionResult> OnPostUnmaskAsync(string? why, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (string.IsNullOrWhiteSpace(why))
            ModelState.AddModelError(nameof(why), Wording.Say("请写明理由", "Say why"));
        else
            (WholePhone, WholeEmail) = await contacts.UnmaskAsync(Id, why.Trim(), cancellationToken);
        return Page();
    }

    private async Task<IActionResult> AnswerAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
            return RedirectToPage(new { Id });
        return await LoadAsync(cancellationToken) ? Page() : NotFound();
    }

    // An account with roles elsewhere only is no business of this administrator.
    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var grants = database.Grants.AsNoTracking().Where(grant => grant.AccountId == Id);
        Grants = await grants.Within(signedIn.Authority.RolesGiving(PlatformPermissions.Accounts)).OrderByDescending(grant => grant.Id).ToListAsync(cancellationToken);
        if (await database.Accounts.AsNoTracking().FirstOrDefaultAsync(account => account.Id == Id, cancellationToken) is not { } account
            || (Grants.Count == 0 && await grants.AnyAsync(cancellationToken)))
            return false;
        Account = account;
        Reset = await resets.WaitingAsync(Id, cancellationToken);
        (Phone, Email) = await contacts.ShowAsync(Id, cancellationToken);
        return true;
    }
}
