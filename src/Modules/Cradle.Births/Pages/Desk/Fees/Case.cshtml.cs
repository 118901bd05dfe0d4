using Cradle.Births.Cases;
using Cradle.Births.LegacyFees;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Protection;
using Cradle.Platform.Web;
using Cradle.Platform.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Births.Pages.Desk.Fees;

/// <summary>One old case and its next step.</summary>
[RequirePermission(BirthsModule.Read)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class CaseModel(PlatformDbContext database, SignedIn signedIn, LegacyFeeService service, AuditTrail audit) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public LegacyFeeCase One { get; private set; } = null!;

    public IReadOnlyList<(string Name, Masked IdNumber)> Persons { get; private set; } = [];

    public Words? Reason { get; private set; }

    public bool MayDecide { get; private set; }

    public IReadOnlyList<LegacyFeeAction> Steps { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await service.InScopeAsync(Id, BirthsModule.Read, cancellationToken) is not { } one)
            return NotFound();
        (One, Persons, Reason) = (one, service.PersonsOf(one), service.ReasonOf(one));
        MayDecide = signedIn.Authority.Covers(BirthsModule.Decide, one.Division);
        Steps = MayDecide ? [.. LegacyFeeCaseLifecycle.Table.Transitions.Where(row => row.From == one.State && row.Permission is not null).Select(row => row.Action)] : [];
        audit.Record(AuditTrail.Viewed, one.AuditSubject);
        await database.SaveChangesAsync(cancellationToken);
        return Page();
    }

    /// <summary>What a step asks for stands in a field of its own, for two of them may stand on one page; null where it asks for nothing. Named as the page binds it, or the summary of errors would lead nowhere.</summary>
    public static string? FieldOf(LegacyFeeAction action) => action switch
    {
        LegacyFeeAction.ClassifyByHand or LegacyFeeAction.GiveNotice => "text",
        LegacyFeeAction.TakeOut => "why",
        _ => null,
    };

    public async Task<IActionResult> OnPostAsync(LegacyFeeAction action, int version, string? text, string? why, CancellationToken cancellationToken)
    {
        var said = action == LegacyFeeAction.TakeOut ? why : text;
        if (await service.MoveAsync(Id, action, version, string.IsNullOrWhiteSpace(said) ? null : said.Trim(), cancellationToken) is not { } error)
            return Redirect($"/desk/fees/{Id}");
        if (error is CaseError.Missing)
            return NotFound();
        ModelState.AddModelError(FieldOf(action) ?? "", error is CaseError.NotMoved(MoveError.ReasonMissing) && action == LegacyFeeAction.GiveNotice ? Wording.Say("请填告知书文号。", "Enter the number of the notice.") : CaseWords.Of(error).ToString());
        database.Forget();
        return await OnGetAsync(cancellationToken);
    }
}
