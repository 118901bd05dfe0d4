using Cradle.Births.Cases;
using Cradle.Births.Losses;
using Cradle.Births.Registrations;
using Cradle.Platform.Data;
using Cradle.Platform.Notifications;
using Cradle.Platform.Web;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Binding;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Births.Pages.Births;

/// <summary>Says of one's own case or registration, or of one filed for a family, that the child did not live.</summary>
[RequirePermission(BirthsModule.Apply)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class LossModel(PlatformDbContext database, LossService losses, CaseService cases, RegistrationService registrations) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public SilenceReason? Reason { get; set; }

    [BindProperty]
    [DateParts]
    public DateOnly? On { get; set; }

    public string Number { get; private set; } = "";

    public string Back { get; private set; } = "";

    private bool IsCase { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (Reason is not (SilenceReason.Stillbirth or SilenceReason.InfantDeath))
            ModelState.AddModelError(nameof(Reason), Wording.Say("请选一项", "Choose one"));
        if (On is null)
            ModelState.Tell(nameof(On), Wording.Say("请填日期", "Enter the day"));
        if (!ModelState.IsValid)
            return Page();
        var error = IsCase ? await losses.OfChildAsync(Id, Reason!.Value, On!.Value, cancellationToken) : await losses.OfRegistrationAsync(Id, Reason!.Value, On!.Value, cancellationToken);
        switch (error)
        {
            case null: return Redirect("/" + Back);
            case CaseError.Form wrong: ModelState.AddModelError(nameof(On), $"{wrong.Problems[0].Reason} {wrong.Problems[0].Remedy}"); break;
            case { } other: ModelState.AddModelError("", CaseWords.Of(other).ToString()); break;
        }

        database.Forget();
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await cases.OwnAsync(Id, cancellationToken) is { } one)
            (IsCase, Number, Back) = (true, one.Number, $"births/cases/{Id}");
        else if (await registrations.OwnAsync(Id, cancellationToken) is { } registration)
            (Number, Back) = (registration.Number, $"births/registrations/{Id}");
        else
            return false;
        return true;
    }
}
