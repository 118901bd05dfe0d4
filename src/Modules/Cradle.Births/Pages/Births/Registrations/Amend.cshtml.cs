using Cradle.Births.Cases;
using Cradle.Births.Registrations;
using Cradle.Platform.Processes;
using Cradle.Platform.Web.Access;
using Cradle.Primitives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Births.Pages.Births.Registrations;

/// <summary>The form again, for what has changed or was sent back.</summary>
[RequirePermission(BirthsModule.Apply)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class AmendModel(RegistrationService registrations, TypedPlace places, ProcessScope process, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public RegistrationInput Form { get; set; } = new();

    public ChildbearingRegistration One { get; private set; } = null!;

    public bool IsAtCounter => process.Current.Actor.Kind != ActorKind.Citizen;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await registrations.OwnAsync(Id, cancellationToken) is not { } own)
            return NotFound();
        (One, Version, Form) = (own, own.Version, RegistrationInput.Of(registrations.Read(own), places));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await registrations.OwnAsync(Id, cancellationToken) is not { } own)
            return NotFound();
        One = own;
        var form = Form.Read(places, ModelState, nameof(Form), ChinaTime.Today(time));
        if (!ModelState.IsValid)
        {
            NewbornInput.Show(registrations.Problems(form), ModelState, nameof(Form));
            return Page();
        }

        switch (await registrations.AmendAsync(Id, form, Version, cancellationToken))
        {
            case null: return Redirect($"/births/registrations/{Id}");
            case CaseError.Form wrong: NewbornInput.Show(wrong.Problems, ModelState, nameof(Form)); break;
            case { } other: ModelState.AddModelError("", CaseWords.Of(other).ToString()); break;
        }

        return Page();
    }
}
