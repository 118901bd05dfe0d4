using Cradle.Births.Cases;
using Cradle.Births.Losses;
using Cradle.Births.Registrations;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Protection;
using Cradle.Platform.Web;
using Cradle.Platform.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Births.Pages.Desk.Registrations;

/// <summary>One registration as an officer or worker of its place, of where it was filed or of a place that is asked sees it; numbers masked.</summary>
[RequirePermission(BirthsModule.Read)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class RegistrationModel(PlatformDbContext database, SignedIn signedIn, RegistrationService registrations, LossRetraction retraction, TypedPlace places, AuditTrail audit) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public TypedPlace Places => places;

    public ChildbearingRegistration One { get; private set; } = null!;

    public RegistrationForm Form { get; private set; } = null!;

    public IReadOnlyList<(Words Label, string Value)> Rows { get; private set; } = [];

    public IReadOnlyList<PlaceQuery> Queries { get; private set; } = [];

    public IReadOnlyList<(Consultation Consultation, string Note)> Notes { get; private set; } = [];

    public IReadOnlyList<RegistrationAction> Decisions { get; private set; } = [];

    /// <summary>Whether this officer may take back a loss that was reported by mistake.</summary>
    public bool MayTakeBack => signedIn.Authority.Covers(BirthsModule.Decide, One.Division);

    public bool MayAnswer(PlaceQuery query) => signedIn.Authority.Covers(BirthsModule.Decide, query.Division);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await registrations.InScopeAsync(Id, BirthsModule.Read, cancellationToken) is not { } found)
            return NotFound();
        (One, Form, Queries) = (found, registrations.Read(found), await registrations.QueriesAsync(Id, cancellationToken));
        Notes = await registrations.NotesAsync(Id, cancellationToken);
        Rows = [.. Describe()];
        Decisions = signedIn.Authority.Covers(BirthsModule.Decide, found.Division) || signedIn.Authority.Covers(BirthsModule.Decide, found.FiledAt)
            ? [.. ChildbearingRegistrationLifecycle.Table.Transitions.Where(row => row.From == found.State && row.Permission == BirthsModule.Decide && row.Action != RegistrationAction.Reopen).Select(row => row.Action)] : [];
        audit.Record(AuditTrail.Viewed, found.AuditSubject, person: Guid.TryParse(found.Applicant, out var person) ? person : null);
        await database.SaveChangesAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostDecideAsync(RegistrationAction action, int version, string? reason, CancellationToken cancellationToken) =>
        await AnswerAsync(await registrations.DecideAsync(Id, action, version, reason, cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostTakeBackAsync(int version, string? mistake, CancellationToken cancellationToken) =>
        await AnswerAsync(await retraction.OfRegistrationAsync(Id, version, mistake?.Trim(), cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostAnswerAsync(Guid query, PlaceQueryAction action, int version, string? answer, CancellationToken cancellationToken) =>
        await AnswerAsync(await registrations.AnswerAsync(query, action, version, answer, cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostNoteAsync(ConsultationChannel channel, string? note, CancellationToken cancellationToken) =>
        await AnswerAsync(await registrations.NoteAsync(Id, channel, note, cancellationToken), cancellationToken);

    private async Task<IActionResult> AnswerAsync(CaseError? error, CancellationToken cancellationToken)
    {
        switch (error)
        {
            case null: return Redirect($"/desk/registrations/{Id}");
            case CaseError.Missing: return NotFound();
            case CaseError.Form wrong: ModelState.AddModelError("Note", $"{wrong.Problems[0].Reason} {wrong.Problems[0].Remedy}"); break;
            default: ModelState.AddModelError("", CaseWords.Of(error).ToString()); break;
        }

        database.Forget();
        return await OnGetAsync(cancellationToken);
    }

    private IEnumerable<(Words Label, string Value)> Describe()
    {
        yield return (new("姓名", "Name"), Form.Mother.Name);
        yield return (Form.Identity == IdentityPaper.ResidentCard ? new("身份证号", "Identity number") : new("其他证件号", "Number of another paper"), Masked.Of(FieldKind.IdNumber, Form.Mother.IdNumber).ToString());
        yield return (new("户籍地", "Registered at"), Form.Mother.Household is { } household ? places.NameOf(household) : "—");
        yield return Form.BornOn is { } born ? (new Words("出生日期", "Born"), Wording.Iso(born)) : (new Words("预产期", "Expected"), Wording.Iso(One.ChildDate));
        yield return (new("另一位家长", "Other parent"), Form.OtherParent?.Name ?? "—");
        yield return (new("手机", "Phone"), Masked.Of(FieldKind.Phone, Form.Phone).ToString());
        yield return (new("归属地", "Belongs to"), places.NameOf(One.Division));
        yield return (new("办理地", "Filed at"), places.NameOf(One.FiledAt) + (One.FiledBy is null ? "" : Wording.Say("（窗口代办）", " (at a counter)")));
    }
}
