using System.Text.Json.Nodes;
using Cradle.Entitlements.Calculator;
using Cradle.Entitlements.Policies;
using Cradle.Platform.Web;
using Cradle.Platform.Web.Shell;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cradle.Entitlements.Pages.Entitlements;

/// <summary>The start: where the family lives.</summary>
public sealed class IndexModel(PolicyLibrary library, FamilyDrafts drafts, PlaceMenu menu) : PageModel
{
    [BindProperty]
    public string? Place { get; set; }

    public bool HasDraft { get; private set; }

    public IReadOnlyList<SelectListItem> Places { get; private set; } = [];

    public async Task OnGetAsync()
    {
        HasDraft = await drafts.CurrentAsync(HttpContext) is { Asked.Count: > 0 };
        Load();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var path = new FactPath(library.Pack.Vocabulary.Find(EntityKind.Family, "residence"), PathRoot.Family, 0);
        var draft = FamilyDraft.Empty();
        if (!string.IsNullOrEmpty(Place))
            draft.Answer(path, JsonValue.Create(Place));
        var errors = library.Reader.Read(draft.FamilyJson, library.Today).Errors;
        if (string.IsNullOrEmpty(Place) || errors.Count > 0)
        {
            ModelState.AddModelError(nameof(Place), errors.Count > 0 ? errors[0].Reason.In(PolicyLibrary.Language) : Wording.Say("请选一个地方", "Choose a place"));
            Load();
            return Page();
        }

        // the place of the top bar follows the place of the answers
        if (menu.Places.FirstOrDefault(item => Place.StartsWith(item.Code, StringComparison.Ordinal)) is { } shown)
            Preferences.KeepPlace(HttpContext, shown);
        await drafts.StartAsync(HttpContext, draft);
        return Redirect(EntitlementsLinks.Question());
    }

    private void Load()
    {
        var chosen = menu.Current(HttpContext)?.Code;
        Places = PlaceOptions.For(library, [], Place ?? (chosen is { Length: > 2 } ? chosen : null));
        Place ??= Places.FirstOrDefault(place => place.Selected)?.Value;
    }
}
