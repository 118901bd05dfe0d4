using Cradle.Births.Cases;
using Cradle.Births.Items;
using Cradle.Births.Losses;
using Cradle.Births.Promises;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Protection;
using Cradle.Platform.Web;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Binding;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Births.Pages.Desk.Births;

/// <summary>One case as an officer sees it: what was asked, with numbers masked, beside what may be the same child; and what can be decided.</summary>
[RequirePermission(BirthsModule.Read)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class CaseModel(
    PlatformDbContext database, SignedIn signedIn, CaseService cases, CaseIntake intake, ItemService service, CaseFlow flow, PromiseBook book, PromiseService promises, ProtectedForms forms, LossRetraction retraction, TypedPlace places, AuditTrail audit) : PageModel
{
    private const int MostDuplicates = 3;
    private const string None = "—";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public JointCase One { get; private set; } = null!;

    public IReadOnlyList<JointCase> Columns { get; private set; } = [];

    /// <summary>What the cases say, masked; whether they say the same is told of the whole values.</summary>
    public IReadOnlyList<(Words Label, IReadOnlyList<string> Values, bool IsSame)> Rows { get; private set; } = [];

    public IReadOnlyList<CaseItem> Items { get; private set; } = [];

    public IReadOnlyList<PaperPromise> Promises { get; private set; } = [];

    /// <summary>Why it stands where it does, while that holds.</summary>
    public Words? Reason { get; private set; }

    /// <summary>The last day for a missing paper, as this officer sets it.</summary>
    [BindProperty]
    [DateParts]
    public DateOnly? Until { get; set; }

    /// <summary>The same for a paper that turned out to be another.</summary>
    [BindProperty]
    [DateParts]
    public DateOnly? Again { get; set; }

    /// <summary>What came last, while the case goes on: it can be sent back.</summary>
    public PaperPromise? MayComeAgain => One.State is CaseState.InProgress or CaseState.PartlyCompleted ? Promises.Where(promise => promise.State == PromiseState.Kept).MaxBy(promise => promise.KeptAt) : null;

    /// <summary>What this officer may decide in the state it has.</summary>
    public IReadOnlyList<(CaseAction Action, Words Text)> Decisions { get; private set; } = [];

    /// <summary>Whether this officer may see numbers in full, for a reason.</summary>
    public bool MayUnmask => signedIn.Authority.Covers(BirthsModule.Decide, One.Division);

    /// <summary>Whether they are shown in full now.</summary>
    public bool IsUnmasked { get; private set; }

    public IEnumerable<CaseItem> Manual => Items.Where(item => item.State == ItemState.ManualQueue);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await cases.InScopeAsync(Id, BirthsModule.Read, cancellationToken) is not { } one)
            return NotFound();
        One = one;
        Columns = [one, .. await intake.Duplicates(one).OrderBy(other => other.Id).Take(MostDuplicates).ToListAsync(cancellationToken)];
        var read = Columns.Select(forms.Read).ToList();
        Rows = [.. Fields(read.Exists(form => form.IsAdopted)).Select(field =>
        {
            var values = Columns.Select((column, index) => field.Value(column, read[index])).ToList();
            return (field.Label, (IReadOnlyList<string>)[.. values.Select((value, index) => Shown(Columns[index], field.Kind, value))], values.Distinct().Count() == 1);
        }).Where(row => row.Item2.Any(value => value != None))];
        (Items, Promises, Reason) = (await flow.ItemsAsync(Id, cancellationToken), await book.OfAsync(Id, cancellationToken), CaseWords.ReasonOf(one, read[0]));
        Until ??= one.PromisedBy;
        Decisions = signedIn.Authority.Covers(BirthsModule.Decide, one.Division)
            ? [.. JointCaseLifecycle.Table.Transitions.Where(row => row.From == one.State && row.Permission == BirthsModule.Decide && row.Action != (read[0].PapersMissing().Count > 0 ? CaseAction.Accept : CaseAction.AcceptWithPromise)).Select(row => (row.Action, NameOf(row.Action)))]
            : [];
        foreach (var column in Columns)
            audit.Record(AuditTrail.Viewed, column.AuditSubject, person: Guid.TryParse(column.Applicant, out var person) ? person : null);
        await database.SaveChangesAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostDecideAsync(CaseAction action, int version, string? reason, CancellationToken cancellationToken) => action == CaseAction.AcceptWithPromise && !ModelState.IsValid
        ? await OnGetAsync(cancellationToken)
        : await AnswerAsync(await cases.DecideAsync(Id, action, version, Text(reason), Until, cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostSeenAsync(Guid promise, int version, CancellationToken cancellationToken) =>
        await AnswerAsync(await promises.SeeAtCounterAsync(promise, version, cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostSendBackAsync(Guid promise, int version, string? wrong, CancellationToken cancellationToken) => !ModelState.IsValid
        ? await OnGetAsync(cancellationToken)
        : await AnswerAsync(await promises.SendBackAsync(promise, version, Again, Text(wrong), cancellationToken), cancellationToken);

    /// <summary>Takes back a loss that was reported by mistake.</summary>
    public async Task<IActionResult> OnPostTakeBackAsync(int version, string? mistake, CancellationToken cancellationToken) =>
        await AnswerAsync(await retraction.OfChildAsync(Id, version, Text(mistake), cancellationToken), cancellationToken);

    /// <summary>Shows the numbers of this case in full once.</summary>
    public async Task<IActionResult> OnPostUnmaskAsync(string? why, CancellationToken cancellationToken)
    {
        var error = await cases.UnmaskAsync(Id, why, cancellationToken);
        if (error is CaseError.Missing)
            return NotFound();
        IsUnmasked = error is null;
        if (error is not null)
            ModelState.AddModelError("Why", CaseWords.Of(error).ToString());
        return await OnGetAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostItemAsync(Guid item, int version, string what, string? number, string? reason, CancellationToken cancellationToken) => await AnswerAsync(
        what == "again" ? await service.SendAgainAsync(item, version, reason, cancellationToken) : await service.RecordByHandAsync(item, version, number ?? "", reason, cancellationToken), cancellationToken);

    private async Task<IActionResult> AnswerAsync(CaseError? error, CancellationToken cancellationToken)
    {
        if (error is null)
            return Redirect($"/desk/births/{Id}");
        if (error is CaseError.Missing)
            return NotFound();
        if (error is CaseError.Form form)
            NewbornInput.Show(form.Problems, ModelState, "");
        else
            ModelState.AddModelError("", CaseWords.Of(error).ToString());
        database.Forget();
        return await OnGetAsync(cancellationToken);
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    // What none of the cases has is left out.
    private IEnumerable<(Words Label, FieldKind? Kind, Func<JointCase, NewbornForm, string> Value)> Fields(bool isAdopted) =>
    [
        (new("孩子", "Child"), null, (one, form) => form.Children[one.Order - 1].Name ?? Wording.Say("还没取名", "not named yet")),
        (new("出生日期", "Born"), null, (one, _) => Wording.Iso(one.BirthDate)),
        (new("第几个", "Order"), null, (one, _) => $"{one.Order}/{one.Babies}"),
        (new("出生医学证明", "Certificate"), FieldKind.Document, (one, form) => form.Children[one.Order - 1].Certificate ?? None),
        (new("凭什么办理", "Paper"), null, (_, form) => form.InsteadOfCertificate is { } paper ? CaseWords.Of(paper).ToString() : None),
        (new("证件编号", "Number of the paper"), FieldKind.Document, (one, form) => form.Children[one.Order - 1].Document ?? None),
        (new("出生地", "Place of birth"), null, (_, form) => form.Birthplace is { } place ? places.NameOf(place) : string.Join(' ', new[] { form.Country, form.ForeignPlace }.OfType<string>())),
        (isAdopted ? new("收养人", "Adopter") : new("母亲", "Mother"), null, (_, form) => form.Mother.Name),
        (isAdopted ? new("收养人身份证", "Adopter's number") : new("母亲身份证", "Mother's number"), FieldKind.IdNumber, (_, form) => form.Mother.IdNumber),
        (isAdopted ? new("另一位收养人", "The other adopter") : new("父亲", "Father"), null, (_, form) => form.Father?.Name ?? None),
        (new("常住地", "Residence"), null, (_, form) => places.NameOf(form.Residence)),
        (new("落户地", "Registered at"), null, (_, form) => places.NameOf(form.Household)),
        (new("手机", "Phone"), FieldKind.Phone, (_, form) => form.Phone),
        (new("谁填的", "Filed by"), null, (one, form) => one.FiledBy is null ? Wording.Say("本人", "the family") : form.HasConsent ? Wording.Say("代办，本人同意", "for the family, with its consent") : Wording.Say("代办", "for the family")),
    ];

    private string Shown(JointCase one, FieldKind? kind, string value) => kind is null || value == None || (IsUnmasked && one.Id == Id) ? value : Masked.Of(kind.Value, value).ToString();

    private static Words NameOf(CaseAction action) => action switch
    {
        CaseAction.Accept => new("受理", "Accept"),
        CaseAction.AcceptWithPromise => new("容缺受理", "Accept on the promise"),
        CaseAction.AskCorrection => new("退回补正", "Send back"),
        CaseAction.Reject => new("不予受理", "Reject"),
        _ => new("归档", "Archive"),
    };
}
