using Cradle.Entitlements.Calculator;
using Cradle.Entitlements.Policies;
using Cradle.Platform.Web;
using Cradle.Platform.Web.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Entitlements.Pages.Entitlements;

/// <summary>One question a screen: the next one that settles something, or the one named by <c>at</c>.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[AllowAnonymous]
public sealed class QuestionModel(PolicyLibrary library, FamilyDrafts drafts) : PageModel
{
    private const int TallyLines = 6;

    [BindProperty(SupportsGet = true)]
    public string? At { get; set; }

    [BindProperty(SupportsGet = true, Name = "change")]
    public bool IsChange { get; set; }

    /// <summary>Whether every number of children is offered.</summary>
    [BindProperty(SupportsGet = true, Name = "all")]
    public bool All { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    /// <summary>The code of the place chosen among several.</summary>
    [BindProperty(Name = "pick")]
    public string? Pick { get; set; }

    [BindProperty]
    public IReadOnlyList<string> Several { get; set; } = [];

    [BindProperty]
    public bool? Expected { get; set; }

    [BindProperty, DateParts]
    public DateOnly? Date { get; set; }

    /// <summary>A doubtful answer that was shown to the family with its doubt; the same once more is taken.</summary>
    [BindProperty]
    public string? Doubted { get; set; }

    public QuestionForm Form { get; private set; } = null!;

    public Calculation Calculation { get; private set; } = null!;

    /// <summary>The choices made: those just sent, when they come back with an error.</summary>
    public string? Chosen => Form.Kind == QuestionKind.Choices && Several.Count > 0 ? string.Join(',', Several) : Form.Value;

    /// <summary>What a place may be called: those named before, then all.</summary>
    public IEnumerable<string> Places => Named().Select(code => PlaceFinder.Label(library, code)).OfType<string>().Concat(PlaceFinder.Suggestions(library)).Distinct();

    /// <summary>Places to choose from where the name typed fits several.</summary>
    public IReadOnlyList<(string Code, string Label)> Candidates { get; private set; } = [];

    public string BackHref { get; private set; } = EntitlementsLinks.Start;

    /// <summary>Where the family lives, in full, as it was understood.</summary>
    public string? Home => new ResultView(Calculation, library).Place;

    public Progress Progress => Progress.Of(Calculation, library.Pack.Vocabulary, Form.Path);

    /// <summary>What waits for this answer.</summary>
    public IReadOnlyList<string> WaitingFor => [.. Calculation.Answer.Outcomes
        .Where(outcome => outcome.Missing.Contains(Form.Path)).Select(outcome => outcome.Header.Label.In(PolicyLibrary.Language)).Distinct().Take(TallyLines)];

    /// <summary>The first lines of the running answer: figures first.</summary>
    public IReadOnlyList<Outcome> Tally => [.. Calculation.Answer.Outcomes
        .Where(outcome => OutcomeGroups.Of(outcome) is OutcomeGroup.Entitled or OutcomeGroup.Unknown && outcome.ValueType is not null)
        .OrderBy(outcome => OutcomeGroups.Of(outcome)).DistinctBy(outcome => outcome.Header.Id).Take(TallyLines)];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await drafts.CurrentAsync(HttpContext) is not { } draft)
            return Redirect(drafts.Start(HttpContext));
        Calculation = Calculation.Of(draft, library);
        if (Calculation.Open.Count == 0 && At is null)
            return Redirect(EntitlementsLinks.Result);
        if (At is null && RareCircumstances.Holds(Calculation.Open[0].Path) && Calculation.Open.Count(question => RareCircumstances.Holds(question.Path)) > 1)
            return Redirect(EntitlementsLinks.Circumstances);
        if (At is null)
            Show(Calculation.Open[0].Path);
        else if (Asked() is { } path)
            Show(path);
        else
            return NotFound();
        Date = Form.Date;
        Expected = Form.DueDate is not null;
        Answer = Form.Kind == QuestionKind.Place ? PlaceFinder.Label(library, Form.Value ?? Named().FirstOrDefault()) : Form.Offered;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(bool skip = false)
    {
        if (await drafts.CurrentAsync(HttpContext) is not { } draft)
            return Redirect(drafts.Start(HttpContext));
        Calculation = Calculation.Of(draft, library);
        if (Asked() is not { } path)
            return NotFound();
        if (skip)
        {
            await drafts.ChangeAsync(HttpContext, current =>
            {
                current.Skip(path);
                return current;
            });
            return Next();
        }

        Show(path);
        if (Form.Kind == QuestionKind.Birth && Expected is null && ModelState.IsValid)
            ModelState.AddModelError(nameof(Expected), Wording.Say("请选孩子出生了没有", "Say whether the child is born"));
        var field = Form.Kind is QuestionKind.Birth or QuestionKind.Date ? nameof(Date) : Form.Kind == QuestionKind.Choices ? nameof(Several) : nameof(Answer);
        if (ModelState.IsValid)
        {
            var answer = Form.Kind == QuestionKind.Place ? PlaceCode() : Answer;
            if (!ModelState.IsValid)
                return Page();
            var (changed, error) = Form.Answer(Calculation.Draft, answer, Several, Date, Expected == true);
            var reading = changed is null ? null : library.Reader.Read(changed.FamilyJson, library.Today);
            if (changed is not null && reading!.Errors.Count == 0)
            {
                if (reading.Warnings.FirstOrDefault(warning => warning.Code == "unlikely" && warning.Path.Replace("dueDate", "birthDate", StringComparison.Ordinal) == path.ToString()) is { } doubt && Doubted != Said)
                {
                    Doubted = Said;
                    ModelState.Remove(nameof(Doubted));
                    ModelState.AddModelError(field, doubt.Reason.In(PolicyLibrary.Language) + Wording.Say("没有错，就再点一次“继续”", " If it is right, choose “Continue” once more"));
                    return Page();
                }

                await drafts.ChangeAsync(HttpContext, current => Fits(Form.Answer(Calculation.Readable(current, library), answer, Several, Date, Expected == true).Draft) ?? current);
                return Next();
            }

            ModelState.AddModelError(field, error ?? AnswerText.Error(reading!.Errors[0], Form));
        }

        return Page();
    }

    private string? Said => Date is { } date ? Wording.Iso(date) : Answer;

    // Another window may have answered meanwhile; an answer that no longer fits what it said is asked again.
    private FamilyDraft? Fits(FamilyDraft? changed) => changed is not null && library.Reader.Read(changed.FamilyJson, library.Today).Facts is not null ? changed : null;

    private RedirectResult Next() => Redirect(IsChange ? EntitlementsLinks.Answers : EntitlementsLinks.Question());

    /// <summary>The question the address names; null where it names none that is put to this family.</summary>
    private FactPath? Asked() =>
        FactPathReader.TryRead(library.Pack.Vocabulary, At, out var path) && path.Fact is null or { Question: not null } && Calculation.Draft.Has(path) ? path : null;

    private void Show(FactPath path)
    {
        Form = new QuestionForm(path, Calculation.Draft, All);
        var asked = Calculation.Draft.Asked;
        var index = asked.IndexOf(path.ToString());
        var before = index < 0 ? asked.LastOrDefault() : index > 0 ? asked[index - 1] : null;
        BackHref = IsChange ? EntitlementsLinks.Answers
            : FactPathReader.TryRead(library.Pack.Vocabulary, before, out var previous) ? EntitlementsLinks.Screen(previous)
            : EntitlementsLinks.Start;
    }

    private string? PlaceCode()
    {
        var found = PlaceFinder.Find(library, Pick ?? Answer ?? "");
        Candidates = found.Candidates;
        if (found.Code is null && !string.IsNullOrWhiteSpace(Answer))
            ModelState.AddModelError(nameof(Answer), found.Problem!);
        return found.Code;
    }

    /// <summary>Places named in earlier answers, offered first.</summary>
    private IEnumerable<string> Named() =>
        Calculation.Draft.Asked.Where(path => FactPathReader.TryRead(library.Pack.Vocabulary, path, out var asked) && asked.Fact?.Type.Kind == Rules.Binding.ValueKind.Division)
            .Select(path => { FactPathReader.TryRead(library.Pack.Vocabulary, path, out var asked); return Calculation.Draft[asked]?.ToString(); })
            .OfType<string>().Distinct();
}
