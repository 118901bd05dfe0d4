using System.Text;
using Cradle.Entitlements.Calculator;
using Cradle.Entitlements.Policies;
using Cradle.Entitlements.Reading;
using Cradle.Platform.Web;
using Cradle.Platform.Web.Http;
using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Entitlements.Pages.Entitlements;

/// <summary>The dates of what is the family's own and in force, as a calendar file.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[AllowAnonymous]
public sealed class CalendarModel(PolicyLibrary library, PolicyIndex index, FamilyDrafts drafts, PublicAddress address, TimeProvider time) : PageModel
{
    public async Task<IActionResult> OnGetAsync()
    {
        if (await drafts.CurrentAsync(HttpContext) is not { } draft)
            return Redirect(drafts.Start(HttpContext));
        var calculation = Calculation.Of(draft, library);
        var list = new AnswerList(calculation.Answer, calculation.Facts);
        var own = list.All.Where(outcome => OutcomeGroups.IsFamilys(outcome) && !outcome.IsDraft && !BindsOthers(outcome.Header));
        var text = CalendarFile.Write(own.SelectMany(outcome => list.CountedIn(outcome).Where(other => !IsSum(other)).Prepend(outcome)), calculation.Facts, calculation.Answer.AsOf, time.GetUtcNow(), Source);
        return File(Encoding.UTF8.GetBytes(text), "text/calendar; charset=utf-8", "cradle.ics");
    }

    /// <summary>Duties, and ceilings set for an institution such as the size of a class: the family gains by them and has nothing to do on their days.</summary>
    private static bool BindsOthers(QuantityHeader header) =>
        header is { Kind: "duty" } or { Kind: "protection", Merge: MergeMode.Cap };

    /// <summary>The amounts of another figure added up, which has its days already.</summary>
    private static bool IsSum(Outcome outcome) => outcome.ValueType?.Kind == ValueKind.Money;

    private string Source(Citation cite)
    {
        var name = index.Document(cite.Document) is { } document ? PolicyWords.Chip(document) : "";
        return $"{Wording.Say("依据：", "Clause: ")}{name}{PolicyWords.Number(cite)} {address.Before(Request)}{Url.ToClause(cite)}";
    }
}
