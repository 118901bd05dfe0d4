using Cradle.Entitlements.Policies;
using Cradle.Entitlements.Reading;
using Cradle.Platform.Contracts.Entitlements;
using Cradle.Platform.Web;
using Cradle.Platform.Web.Shell;
using Cradle.Primitives;
using Cradle.Rules.Packs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Web.Pages.Services;

/// <summary>What to know before applying: the guide of one service, with the clauses of the reader's place.</summary>
[AllowAnonymous]
public sealed class GuideModel(ServiceGuides guides, INewbornPolicies policies, PolicyIndex index, PlaceMenu menu, TimeProvider time) : PageModel
{
    public ServiceGuide Guide { get; private set; } = null!;

    /// <summary>Clauses by place: of the reader's place, or of each while none is chosen.</summary>
    public IReadOnlyList<(string Place, IReadOnlyList<(string Text, string Href)> Cites)> Basis { get; private set; } = [];

    /// <summary>The items of the service with the working days that each place has committed itself to; null where none is published.</summary>
    public IReadOnlyList<(string Place, IReadOnlyList<(string Item, int? WorkingDays)> Items)> Limits { get; private set; } = [];

    public IActionResult OnGet(string id)
    {
        if (guides.Find(id) is not { } guide)
            return NotFound();
        Guide = guide;
        IReadOnlyList<Place> places = menu.Current(HttpContext) is { } chosen ? [chosen] : menu.Places;
        Basis = [.. places.Select(place => (place.Name.ToString(), CitesIn(place)))];
        if (guide.HasItems)
            Limits = [.. places.Select(place => (place.Name.ToString(), ItemsIn(place))).Where(place => place.Item2.Count > 0)];
        return Page();
    }

    private IReadOnlyList<(string, string)> CitesIn(Place place) =>
        [.. policies.CitesOf(Guide.Quantity, DivisionCode.Parse(place.Code), ChinaTime.Today(time)).Select(Citation.Parse).Select(cite => (NameOf(cite), Url.ToClause(cite)))];

    /// <summary>The limits of a place in words; what it has not published is not guessed.</summary>
    public static string Committed(IReadOnlyList<(string Item, int? WorkingDays)> items)
    {
        var limits = items.Where(item => item.WorkingDays is not null).Select(item => Wording.Say($"{item.Item} {item.WorkingDays} 个工作日", $"{item.Item}, {item.WorkingDays} working day(s)")).ToList();
        return limits.Count == 0 ? Wording.Say("各项的时限都没有公布", "no limit of any item is published")
            : string.Join(Wording.Say("；", "; "), limits) + (limits.Count < items.Count ? Wording.Say("；其余没有公布", "; none is published of the others") : "");
    }

    private IReadOnlyList<(string, int?)> ItemsIn(Place place)
    {
        var today = ChinaTime.Today(time);
        return [.. policies.JointServicesIn(DivisionCode.Parse(place.Code), today, today).Services.Select(service => (Wording.Say(service.Zh, service.En), service.WorkingDays))];
    }

    private string NameOf(Citation cite) => (index.Document(cite.Document) is { } document ? PolicyWords.Chip(document) : cite.Document) + PolicyWords.Number(cite);
}
