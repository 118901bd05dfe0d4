using Cradle.Entitlements.Policies;
using Cradle.Entitlements.Reading;
using Cradle.Platform.Contracts.Entitlements;
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

    public IActionResult OnGet(string id)
    {
        if (guides.Find(id) is not { } guide)
            return NotFound();
        Guide = guide;
        Basis = [.. (menu.Current(HttpContext) is { } chosen ? [chosen] : menu.Places).Select(place => (place.Name.ToString(), CitesIn(place)))];
        return Page();
    }

    private IReadOnlyList<(string, string)> CitesIn(Place place) =>
        [.. policies.CitesOf(Guide.Quantity, DivisionCode.Parse(place.Code), ChinaTime.Today(time)).Select(Citation.Parse).Select(cite => (NameOf(cite), Url.ToClause(cite)))];

    private string NameOf(Citation cite) => (index.Document(cite.Document) is { } document ? PolicyWords.Chip(document) : cite.Document) + PolicyWords.Number(cite);
}
