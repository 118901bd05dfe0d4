using Cradle.Births.Cases;
using Cradle.Platform.Contracts.Entitlements;
using Cradle.Platform.Web.Shell;
using Cradle.Platform.Web;
using Cradle.Primitives;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Births.Pages.Births;

/// <summary>The guide: what there is to do in the reader's place, who does it, in what order and time.</summary>
[AllowAnonymous]
public sealed class IndexModel(INewbornPolicies policies, PlaceMenu places, TimeProvider time) : PageModel
{
    public string PlaceName { get; private set; } = "";

    public bool IsChosen { get; private set; }

    public IReadOnlyList<JointService> Items { get; private set; } = [];

    public IReadOnlyList<string> Cites { get; private set; } = [];

    public void OnGet()
    {
        var place = places.Current(HttpContext);
        (PlaceName, IsChosen) = (place?.Name.ToString() ?? Wording.Say("全国", "The nation"), place is not null);
        var today = ChinaTime.Today(time);
        var joint = policies.JointServicesIn(DivisionCode.Parse(place?.Code ?? "00"), today, today);
        (Items, Cites) = (joint.Services, joint.Cites);
    }
}
