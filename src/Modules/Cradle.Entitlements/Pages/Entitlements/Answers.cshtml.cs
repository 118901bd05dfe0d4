using System.Globalization;
using Cradle.Entitlements.Calculator;
using Cradle.Entitlements.Policies;
using Cradle.Platform.Web;
using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Entitlements.Pages.Entitlements;

/// <summary>What was answered, each with a way to change it.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[AllowAnonymous]
public sealed class AnswersModel(PolicyLibrary library, FamilyDrafts drafts) : PageModel
{
    public IReadOnlyList<(string Label, string? Value, string Href)> Lines { get; private set; } = [];

    public IReadOnlyList<Doubt> Doubts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await drafts.CurrentAsync(HttpContext) is not { } draft)
            return Redirect(drafts.Start(HttpContext));
        var calculation = Calculation.Of(draft, library);
        Lines = [.. draft.Asked.Select(text => Line(text, calculation)).OfType<(string, string?, string)>(), .. Following(calculation)];
        Doubts = Doubt.Of(calculation, library.Pack.Vocabulary);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await drafts.ForgetAsync(HttpContext);
        return Redirect(EntitlementsLinks.Start);
    }

    private (string, string?, string)? Line(string text, Calculation calculation)
    {
        if (!FactPathReader.TryRead(library.Pack.Vocabulary, text, out var path) || !calculation.Draft.Has(path))
            return null;
        var form = new QuestionForm(path, calculation.Draft);
        var value = form.Date is { } date ? (form.DueDate is null ? "" : Wording.Say("预产期 ", "due ")) + Wording.Say(date)
            : form.Value is not { } given ? null
            : form.Options.Count > 0 ? Shown(form, given)
            : path.Fact?.Type.Kind == ValueKind.Division && long.TryParse(given, CultureInfo.InvariantCulture, out var code) ? library.NameOf(code)
            : $"{given} {form.Unit}";
        return (form.Text, value, EntitlementsLinks.Change(path));
    }

    /// <summary>What was not asked because it follows, so that a family for which it is otherwise can say so.</summary>
    private IEnumerable<(string, string?, string)> Following(Calculation calculation)
    {
        var draft = calculation.Draft;
        if (library.Pack.Vocabulary.Find(EntityKind.Child, "birth_order") is not { } order)
            yield break;
        for (var index = 0; index < draft.Births.Count; index++)
        {
            var path = new FactPath(order, PathRoot.Child, index);
            if (draft.Follows(index) is { } rank)
                yield return (new QuestionForm(path, draft).Text, Wording.Say($"第 {rank} 个（按出生日期排的）", $"Child {rank} (by the birth dates)"), EntitlementsLinks.Change(path));
        }
    }

    private static string Shown(QuestionForm form, string given)
    {
        var chosen = given.Split(',');
        var labels = form.Options.Where(option => chosen.Contains(option.Value)).Select(option => option.Label).ToList();
        return labels.Count == 0 ? Wording.Say("都不是", "None") : string.Join(Wording.Say("、", ", "), labels);
    }
}
