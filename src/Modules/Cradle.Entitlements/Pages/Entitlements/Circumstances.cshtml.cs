using System.Text.Json.Nodes;
using Cradle.Entitlements.Calculator;
using Cradle.Entitlements.Policies;
using Cradle.Platform.Web;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Entitlements.Pages.Entitlements;

/// <summary>The rare circumstances on one screen: tick what applies, or pass them all.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[AllowAnonymous]
public sealed class CircumstancesModel(PolicyLibrary library, FamilyDrafts drafts) : PageModel
{
    private IReadOnlyList<FactPath> _paths = [];
    private Calculation _calculation = null!;

    [BindProperty]
    public IReadOnlyList<string> Ticked { get; set; } = [];

    public IEnumerable<(string Value, string Label)> Offered => _paths.Select(path => (path.ToString(), RareCircumstances.Label(path, _calculation.Draft, PolicyLibrary.Language)));

    public Progress Progress => Progress.Of(_calculation, library.Pack.Vocabulary, _paths[0]);

    public string BackHref { get; private set; } = EntitlementsLinks.Start;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
            return Redirect(drafts.Start(HttpContext));
        if (_paths.Count == 0)
            return Redirect(EntitlementsLinks.Question());
        Ticked = [.. _paths.Where(path => IsTrue(_calculation.Draft[path])).Select(path => path.ToString())];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(bool none = false, bool skip = false)
    {
        if (!await LoadAsync())
            return Redirect(drafts.Start(HttpContext));
        if (_paths.Count == 0)
            return Redirect(EntitlementsLinks.Question());
        if (!skip && Problem(none) is { } problem)
        {
            ModelState.AddModelError(nameof(Ticked), problem);
            return Page();
        }

        await drafts.ChangeAsync(HttpContext, stored =>
        {
            var draft = Calculation.Readable(stored, library);
            foreach (var path in _paths.Where(draft.Has))
            {
                if (skip)
                    draft.Skip(path);
                else
                    Answer(draft, path, !none && Ticked.Contains(path.ToString()));
            }

            return draft;
        });
        return Redirect(EntitlementsLinks.Question());
    }

    private string? Problem(bool none)
    {
        if (none)
            return Ticked.All(string.IsNullOrEmpty) ? null
                : Wording.Say("勾了的和“都没有”不能同时选：有就点“继续”，没有就先去掉勾", "Ticked items and “None of these” can't go together: choose “Continue”, or untick them first");
        return Ticked.Count == 0 ? Wording.Say("请勾选有的；都没有就点“都没有”", "Tick those that apply, or choose “None of these”")
            : Ticked.Except(_paths.Select(path => path.ToString())).Any() ? AnswerText.NotListed
            : null;
    }

    private static void Answer(FamilyDraft draft, FactPath path, bool applies)
    {
        // of a parent in hospital one is asked for; the answers page takes a second
        if (path.Fact is null)
            draft.AnswerCount(path, applies ? Math.Max(1, (draft[path] as JsonArray)?.Count ?? 0) : 0);
        else
            draft.Answer(path, JsonValue.Create(applies));
    }

    private async Task<bool> LoadAsync()
    {
        if (await drafts.CurrentAsync(HttpContext) is not { } draft)
            return false;
        _calculation = Calculation.Of(draft, library);
        _paths = RareCircumstances.Of(_calculation, library.Pack.Vocabulary);
        var before = _calculation.Draft.Asked.Select(text => FactPathReader.TryRead(library.Pack.Vocabulary, text, out var path) ? path : (FactPath?)null).OfType<FactPath>()
            .TakeWhile(path => !RareCircumstances.Holds(path)).ToList();
        if (before.Count > 1)
            BackHref = EntitlementsLinks.Question(before[^1]);
        return true;
    }

    private static bool IsTrue(JsonNode? answer) => answer is JsonArray { Count: > 0 } || answer is JsonValue value && value.TryGetValue<bool>(out var truth) && truth;
}
