using Cradle.Platform.Contracts.Entitlements;
using Cradle.Platform.Web.Shell;
using Cradle.Primitives;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Births.Pages.Births;

/// <summary>The guide to registering a pregnancy or birth.</summary>
[AllowAnonymous]
public sealed class RegistrationModel(INewbornPolicies policies, PlaceMenu places, TimeProvider time) : PageModel
{
    public IReadOnlyList<string> Cites { get; private set; } = [];

    public void OnGet() =>
        Cites = policies.CitesOf("childbearing-registration", DivisionCode.Parse(places.Current(HttpContext)?.Code ?? "00"), ChinaTime.Today(time));
}
