using Cradle.Platform.Prints;
using Cradle.Platform.Web.Accounts;
using Cradle.Platform.Web.Api;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Cradle.Platform.Web.Pages.Check;

/// <summary>Whether a paper is genuine and in force, for anybody who holds one; it names nobody.</summary>
[AllowAnonymous]
[EnableRateLimiting(GuessLimits.Policy)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class CheckModel(PrintRegister prints, HeldRoleText places) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "code")]
    public string? Typed { get; set; }

    public IssuedPrint? Print { get; private set; }

    public IReadOnlyList<PrintLine> Lines => PrintRegister.LinesOf(Print!);

    public string Place => places.PlaceOf(Print!.Division);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Print = await prints.FindAsync(Typed, cancellationToken);
        if (Typed is not null && Print is null)
            Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
