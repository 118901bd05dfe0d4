using System.Text.Json.Nodes;
using Cradle.Entitlements.Calculator;
using Cradle.Entitlements.Policies;
using Cradle.Platform.Web;
using Cradle.Platform.Web.Shell;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Entitlements.Pages.Entitlements;

/// <summary>The start: where the family lives.</summary>
[AllowAnonymous]
public sealed class IndexModel(PolicyLibrary library, FamilyDrafts drafts, PlaceMenu menu) : PageModel
{
    private const string Nation = "00";

    /// <summary>The place as typed.</summary>
    [BindProperty]
    public string? Place { get; set; }

    /// <summary>The code of the place chosen among several.</summary>
    [BindProperty(Name = "pick")]
    public string? Pick { get; set; }

    /// <summary>Whether the answers asked for are no longer there.</summary>
    [BindProperty(SupportsGet = true, Name = "gone")]
    public bool IsGone { get; set; }

    public bool HasDraft { get; private set; }

    public IEnumerable<string> Places => PlaceFinder.Suggestions(library);

    /// <summary>Places to choose from where the name typed fits several.</summary>
    public IReadOnlyList<(string Code, string Label)> Candidates { get; private set; } = [];

    public async Task OnGetAsync()
    {
        HasDraft = await drafts.CurrentAsync(HttpContext) is { Asked.Count: > 0 };
        Place = menu.Current(HttpContext)?.Code is { Length: > 2 } chosen ? PlaceFinder.Label(library, chosen) : null;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var found = PlaceFinder.Find(library, Pick ?? Place ?? "");
        if (found.Code is not { } code)
        {
            Candidates = found.Candidates;
            ModelState.AddModelError(nameof(Place), found.Problem!);
            return Page();
        }

        var draft = FamilyDraft.Empty();
        draft.Answer(new FactPath(library.Pack.Vocabulary.Find(EntityKind.Family, "residence"), PathRoot.Family, 0), JsonValue.Create(code));
        // the place of the top bar follows the place of the answers
        if ((menu.Places.FirstOrDefault(item => code.StartsWith(item.Code, StringComparison.Ordinal)) ?? menu.Find(Nation)) is { } shown)
            Preferences.KeepPlace(HttpContext, shown);
        await drafts.StartAsync(HttpContext, draft);
        return Redirect(EntitlementsLinks.Question());
    }
}
