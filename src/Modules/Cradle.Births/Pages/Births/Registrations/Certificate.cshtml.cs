using Cradle.Births.Prints;
using Cradle.Births.Registrations;
using Cradle.Platform.Prints;
using Cradle.Platform.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Births.Pages.Births.Registrations;

/// <summary>The certificate of a registration that stands, for printing; the number of the paper is masked.</summary>
[RequirePermission(BirthsModule.Apply)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class CertificateModel(RegistrationService registrations, BirthPrints papers, PrintRegister prints) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public ChildbearingRegistration One { get; private set; } = null!;

    public PrintContent Says { get; private set; } = null!;

    public IssuedPrint Print { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await registrations.OwnAsync(Id, cancellationToken) is not { HasCertificate: true } own)
            return NotFound();
        (One, Says) = (own, papers.CertificateOf(own, registrations.Read(own)));
        Print = await prints.IssueAsync(Says, cancellationToken);
        return Page();
    }
}
