using Cradle.Births.Cases;
using Cradle.Births.Newborns;
using Cradle.Births.Registrations;
using Cradle.Platform.Data;
using Cradle.Platform.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Births.Pages.Births.Registrations;

/// <summary>Where a registration stands, what it opens, what was advised, and how to amend or cancel it.</summary>
[RequirePermission(BirthsModule.Apply)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class RegistrationModel(PlatformDbContext database, RegistrationService registrations, OfferList offers, TypedPlace places) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public TypedPlace Places => places;

    public ChildbearingRegistration One { get; private set; } = null!;

    public RegistrationForm Form { get; private set; } = null!;

    public IReadOnlyList<PlaceQuery> Queries { get; private set; } = [];

    public IReadOnlyList<OfferLine> Offers { get; private set; } = [];

    public IReadOnlyList<(Consultation Consultation, string Note)> Notes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await registrations.OwnAsync(Id, cancellationToken) is not { } own)
            return NotFound();
        (One, Form, Queries) = (own, registrations.Read(own), await registrations.QueriesAsync(Id, cancellationToken));
        (Offers, Notes) = (await offers.OfAsync([Id], cancellationToken), await registrations.NotesAsync(Id, cancellationToken));
        return Page();
    }

    public async Task<IActionResult> OnPostCancelAsync(int version, CancellationToken cancellationToken)
    {
        if (await registrations.CancelAsync(Id, version, cancellationToken) is not { } error)
            return Redirect($"/births/registrations/{Id}");
        if (error is CaseError.Missing)
            return NotFound();
        ModelState.AddModelError("", CaseWords.Of(error).ToString());
        database.Forget();
        return await OnGetAsync(cancellationToken);
    }
}
