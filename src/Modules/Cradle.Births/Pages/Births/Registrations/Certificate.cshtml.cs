using Cradle.Births.Cases;
using Cradle.Births.Registrations;
using Cradle.Platform.Protection;
using Cradle.Platform.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Births.Pages.Births.Registrations;

/// <summary>The certificate of a registration that stands, for printing; the number of the paper is masked.</summary>
[RequirePermission(BirthsModule.Apply)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class CertificateModel(RegistrationService registrations, TypedPlace places) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public TypedPlace Places => places;

    public ChildbearingRegistration One { get; private set; } = null!;

    public RegistrationForm Form { get; private set; } = null!;

    public Masked IdNumber => Masked.Of(FieldKind.IdNumber, Form.Mother.IdNumber);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await registrations.OwnAsync(Id, cancellationToken) is not { State: RegistrationState.Registered or RegistrationState.Amended } own)
            return NotFound();
        (One, Form) = (own, registrations.Read(own));
        return Page();
    }
}
