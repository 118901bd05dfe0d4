using Cradle.Births.Cases;
using Cradle.Births.Work;
using Cradle.Platform.Web;
using Cradle.Platform.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cradle.Births.Pages.Desk.Births;

/// <summary>A supervisor hands what one worker filed to another.</summary>
[RequirePermission(BirthsModule.Supervise)]
public sealed class HandOverModel(WorkService work, SignedIn signedIn) : PageModel
{
    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public int? Moved { get; private set; }

    public IReadOnlyList<FiledWork> Filed { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Takers { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var roles = signedIn.Authority.RolesGiving(BirthsModule.Supervise);
        Filed = await work.FiledAsync(roles, cancellationToken);
        Takers = [.. (await work.TakersAsync(roles, cancellationToken)).Select(taker => new SelectListItem(taker.Name, taker.Account))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var (moved, error) = await work.HandOverAsync(signedIn.Authority.RolesGiving(BirthsModule.Supervise), From ?? "", To ?? "", Reason ?? "", cancellationToken);
        Moved = error is null ? moved : null;
        if (error is CaseError.Missing)
            ModelState.AddModelError(From is null ? nameof(From) : nameof(Reason), Wording.Say("选好谁的、交给另一个在本地能代办的人，并写明原因", "Choose whose, another who may file here, and give the reason"));
        else if (error is not null)
            ModelState.AddModelError(nameof(Reason), CaseWords.Of(error).ToString());
        await OnGetAsync(cancellationToken);
        return Page();
    }
}
