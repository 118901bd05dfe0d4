using Cradle.Births.Cases;
using Cradle.Births.Registrations;
using Cradle.Platform.Processes;
using Cradle.Platform.Web;
using Cradle.Platform.Web.Access;
using Cradle.Primitives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Births.Pages.Births.Registrations;

/// <summary>The form, for the own family or, at a counter, for another. Its key is made with it.</summary>
[RequirePermission(BirthsModule.Apply)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ApplyModel(RegistrationService registrations, TypedPlace places, ProcessScope process, TimeProvider time) : PageModel
{
    [BindProperty]
    public RegistrationInput Form { get; set; } = new();

    [BindProperty]
    public Guid Key { get; set; }

    public bool IsAtCounter => process.Current.Actor.Kind != ActorKind.Citizen;

    /// <summary>At a counter the number of the same pregnancy that somebody else has registered.</summary>
    public string? Known { get; private set; }

    /// <summary>Why there is none, where the form is right.</summary>
    public Words? Refused { get; private set; }

    public void OnGet() => Key = Guid.NewGuid();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var form = Form.Read(places, ModelState, nameof(Form), ChinaTime.Today(time));
        if (!ModelState.IsValid)
        {
            NewbornInput.Show(registrations.Problems(form), ModelState, nameof(Form));
            return Page();
        }

        var (registration, error) = await registrations.SubmitAsync(Key, form, cancellationToken);
        if (error is CaseError.Form wrong)
        {
            NewbornInput.Show(wrong.Problems, ModelState, nameof(Form));
            return Page();
        }

        if (error is not null)
        {
            Refused = CaseWords.Of(error);
            return Page();
        }

        if (await registrations.OwnAsync(registration!.Id, cancellationToken) is not null)
            return Redirect($"/births/registrations/{registration.Id}");
        Known = registration.Number;
        return Page();
    }
}
