using System.ComponentModel.DataAnnotations;
using System.Text;
using Cradle.Entitlements.Policies;
using Cradle.Entitlements.Rehearsals;
using Cradle.Platform.Web;
using Cradle.Primitives;
using Cradle.Rules.Rehearsal;
using Cradle.Rules.Syntax;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cradle.Entitlements.Pages.Policy.Rehearsal;

/// <summary>Choose a reform and a place, and hand the run in.</summary>
[AllowAnonymous]
public sealed class IndexModel(RehearsalDesk desk, ShippedReforms shipped, SyntheticPlaces places, PolicyLibrary library) : PageModel
{
    public const string Own = "own";
    private const int UsualFamilies = 3000;

    [BindProperty]
    public string Choice { get; set; } = "";

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public string Division { get; set; } = "22";

    [BindProperty]
    public int Families { get; set; } = UsualFamilies;

    [BindProperty]
    public int Years { get; set; } = 1;

    [BindProperty]
    public string Births { get; set; } = "constant";

    [BindProperty]
    [Required]
    public string Key { get; set; } = "";

    public IReadOnlyList<ShippedReform> Reforms => shipped.All;

    public RehearsalLimits Limits => desk.Limits;

    public IReadOnlyList<Diagnostic> Findings { get; private set; } = [];

    public RehearsalJob? Other { get; private set; }

    public IEnumerable<SelectListItem> Places => places.All.Select(place => new SelectListItem(places.NameOf(place), place.Code.ToString()));

    public IEnumerable<SelectListItem> YearChoices => Enumerable.Range(1, Limits.Years).Select(year => new SelectListItem(Wording.Say($"{year}年", year == 1 ? "1 year" : $"{year} years"), FormattableString.Invariant($"{year}")));

    public void OnGet()
    {
        Choice = shipped.All.Count > 0 ? shipped.All[0].Id : Own;
        Key = Guid.NewGuid().ToString("N");
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var text = await TextAsync();
        Check(text);
        if (text is null || !ModelState.IsValid)
            return Page();
        var request = new RehearsalRequest(Key, AnalystCookie.Of(HttpContext), text, PlaceCode(), Families, Years, Births == "constant", FirstDay(), 1);
        var (taken, job) = desk.Submit(request);
        switch (taken)
        {
            case Taken.Accepted:
                return Redirect(Url.ToRehearsal(job!.Id));
            case Taken.OneAtATime:
                Other = job;
                return Page();
            default:
                ModelState.AddModelError("", Wording.Say("排队的太多了，过几分钟再试。", "Too many runs wait. Try again in a few minutes."));
                return Page();
        }
    }

    private int PlaceCode() => Division == "00" ? 0 : int.Parse(DivisionCode.Parse(Division).ToString(), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The first of January that comes: budgets are made for calendar years, and a reform does not begin in the past.</summary>
    private DateOnly FirstDay() => new(library.Today.Year + 1, 1, 1);

    private async Task<string?> TextAsync()
    {
        if (Choice != Own)
            return shipped.Find(Choice)?.Text;
        if (Upload is { Length: > 0 } file)
        {
            if (file.Length > Limits.ReformLength)
                return null;
            using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
            return Text = await reader.ReadToEndAsync(HttpContext.RequestAborted);
        }

        return string.IsNullOrWhiteSpace(Text) || Text.Length > Limits.ReformLength ? null : Text;
    }

    private void Check(string? text)
    {
        if (Families < 1 || Families > Limits.Families)
            ModelState.AddModelError(nameof(Families), Wording.Say($"家庭数写1到{Limits.Families}。", $"Give 1 to {Limits.Families} families."));
        if (Years < 1 || Years > Limits.Years)
            ModelState.AddModelError(nameof(Years), Wording.Say($"年数写1到{Limits.Years}。", $"Give 1 to {Limits.Years} years."));
        if (!DivisionCode.TryParse(Division, out var code) || library.Divisions.Find(code) is null || code.HasLawOfItsOwn)
            ModelState.AddModelError(nameof(Division), Wording.Say("从列表里选一个地方。", "Choose a place from the list."));
        if (text is null)
            ModelState.AddModelError(nameof(Text), Choice == Own ? Wording.Say($"贴上改革方案，或上传文件，不超过{Limits.ReformLength}个字符。", $"Paste the reform or upload a file of at most {Limits.ReformLength} signs.") : Wording.Say("选一个方案。", "Choose a reform."));
        else
            Findings = [.. ReformReader.Read(library.Pack, text, "reform.yaml").Pack.Diagnostics.Where(finding => finding.Severity == Severity.Error)];
        if (Findings.Count > 0)
            ModelState.AddModelError(nameof(Text), Wording.Say($"方案里有{Findings.Count}处要改，见下面。", $"{Findings.Count} things in the reform must be mended; see below."));
    }
}
