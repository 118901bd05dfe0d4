using Cradle.Births.Cases;
using Cradle.Births.Insurance;
using Cradle.Births.Items;
using Cradle.Births.Newborns;
using Cradle.Births.Prints;
using Cradle.Births.Promises;
using Cradle.Platform.Contracts.Entitlements;
using Cradle.Platform.Data;
using Cradle.Platform.Files;
using Cradle.Platform.Web;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Files;
using Cradle.Primitives;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Births.Pages.Births.Cases;

/// <summary>Where a case stands, what comes next and what the family can do about it.</summary>
[RequirePermission(BirthsModule.Apply)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class CaseModel(
    PlatformDbContext database, CaseService cases, ItemService items, CaseFlow flow, ProtectedForms forms, PromiseBook book, PromiseService promises, BillSettlements bills, BirthPrints papers, OfferList offers, ChildRecords children, INewbornPolicies policies, TimeProvider time)
    : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public JointCase One { get; private set; } = null!;

    public IReadOnlyList<CaseItem> Items { get; private set; } = [];

    public IReadOnlyList<OfferLine> Offers { get; private set; } = [];

    public IReadOnlyList<PaperPromise> Promises { get; private set; } = [];

    /// <summary>Why it was sent back or refused, while it is so.</summary>
    public Words? Reason { get; private set; }

    /// <summary>Whether somebody filed it with the family's consent.</summary>
    public bool HasConsent { get; private set; }

    public DateOnly Today { get; } = ChinaTime.Today(time);

    public bool NeedsName { get; private set; }

    /// <summary>Since when the child counts as one of the place; null where both parents are of it.</summary>
    public EqualTreatment? Equal { get; private set; }

    /// <summary>What the premium that was paid means; null while nothing is known of it.</summary>
    public NewbornCover? Cover { get; private set; }

    /// <summary>Whether bills from before the insurance can be settled anew, or were asked to be.</summary>
    public bool MaySettleBills { get; private set; }

    /// <summary>Whether its insurance is not done yet.</summary>
    public bool IsUninsured => Items.All(item => item.Service != ServiceGraph.Insurance || item.State != ItemState.Done);

    public bool HasNotice { get; private set; }

    public bool HasPromise { get; private set; }

    /// <summary>The year after the birth, where its costs need a premium of their own.</summary>
    public int? NextPremiumYear { get; private set; }

    /// <summary>Of an adopted child the quantity that says that nobody has set from when its days for insurance count; null of any other.</summary>
    public string? InsuranceLeftOpen { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await cases.OwnAsync(Id, cancellationToken) is not { } one)
            return NotFound();
        One = one;
        Items = await flow.ItemsAsync(Id, cancellationToken);
        var form = forms.Read(one);
        (Promises, Reason, HasConsent) = (await book.OfAsync(Id, cancellationToken), CaseWords.ReasonOf(one, form), form.HasConsent);
        NeedsName = one.IsLive && one.LostOn is null && form.Children[one.Order - 1].Name is null;
        if (new[] { form.Mother.Household, form.Father?.Household }.OfType<DivisionCode>().Any(place => place.Province != form.Household.Province))
            Equal = await children.EqualTreatmentAsync(Id, cancellationToken);
        if (policies.InsuranceIn(form.Household, one.BirthDate, form.IsAdopted) is { } window)
        {
            (NextPremiumYear, InsuranceLeftOpen) = (NewbornCover.NextYearOf(one.BirthDate, window), window.LeftOpen);
            if (Items.FirstOrDefault(item => item is { Service: ServiceGraph.Insurance, State: ItemState.Done })?.HeardAt is { } enrolled)
                Cover = NewbornCover.Of(one.BirthDate, ChinaTime.DayOf(enrolled), one.BirthDate.Year, window);
        }

        (HasNotice, HasPromise) = (papers.NoticeOf(one, Items) is not null, papers.PromiseOf(one, Promises) is not null);
        MaySettleBills = await bills.StandingAsync(one, cancellationToken) is { Cover.Standing: CoverStanding.FromBirth };
        Offers = await offers.OfAsync(await database.Set<ChildRecord>().Where(child => child.CaseId == Id).Select(child => child.Id).ToListAsync(cancellationToken), cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(int version, CancellationToken cancellationToken) => await AnswerAsync(await cases.WithdrawAsync(Id, version, cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostNameAsync(string? childName, int version, CancellationToken cancellationToken) =>
        await AnswerAsync(await cases.NameAsync(Id, childName ?? "", version, cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostRateAsync(int rating, string? ratingText, CancellationToken cancellationToken) =>
        await AnswerAsync(await cases.RateAsync(Id, rating, ratingText, cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostAppealAsync(string? reason, int version, CancellationToken cancellationToken) =>
        await AnswerAsync(await cases.AppealAsync(Id, version, reason, cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostAppealItemAsync(Guid item, string? reason, int version, CancellationToken cancellationToken) =>
        await AnswerAsync(await items.AppealAsync(item, version, reason, cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostHandInAsync(Guid promise, int version, IFormFile? paper, CancellationToken cancellationToken)
    {
        var (upload, error) = await UploadRule.Papers.ReadAsync(paper, cancellationToken);
        if (upload is not null)
            return await AnswerAsync(await promises.HandInAsync(promise, version, upload, cancellationToken), cancellationToken);
        ModelState.AddModelError("paper", FileWords.Of(error!));
        return await OnGetAsync(cancellationToken);
    }

    private async Task<IActionResult> AnswerAsync(CaseError? error, CancellationToken cancellationToken)
    {
        switch (error)
        {
            case null: return Redirect($"/births/cases/{Id}");
            case CaseError.Missing: return NotFound();
            case CaseError.Form wrong: ModelState.AddModelError("ChildName", $"{wrong.Problems[0].Reason} {wrong.Problems[0].Remedy}"); break;
            default: ModelState.AddModelError("", CaseWords.Of(error).ToString()); break;
        }

        database.Forget();
        return await OnGetAsync(cancellationToken);
    }
}
