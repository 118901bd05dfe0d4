using System.Globalization;
using System.Text;
using Cradle.Entitlements.Policies;
using Cradle.Entitlements.Rehearsals;
using Cradle.Platform.Web;
using Cradle.Rules.Packs;
using Cradle.Rules.Rehearsal;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Entitlements.Pages.Policy.Rehearsal;

/// <summary>One run: how far it is, and what it came to.</summary>
[AllowAnonymous]
public sealed class RunModel(RehearsalDesk desk, PolicyLibrary library) : PageModel
{
    public const string Statuses = "statuses";
    public const string Conflicts = "conflicts";
    public const string Cases = "cases";
    private const string SecondsBetween = "2";

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(Name = "year", SupportsGet = true)]
    public int? Wanted { get; set; }

    public RehearsalJob Job { get; private set; } = null!;

    public RehearsalReport? Report => Job.Report;

    public YearReport? Year { get; private set; }

    public int Before => desk.Before(Job);

    public IReadOnlyList<ReportTable> Tables => new ReportTables(Report!, PolicyLibrary.Language, code => library.NameOf(code, PolicyLibrary.Language)).All();

    public ReportTable Table(string id) => Tables.First(table => table.Id == id);

    /// <summary>What the reform touches, in one year.</summary>
    public IEnumerable<QuantityReport> Touched => Year!.Quantities.Where(item => item.Quantity.IsTouched);

    public IActionResult OnGet()
    {
        if (!Look())
            return NotFound();
        if (!Job.IsOver)
            Response.Headers["Refresh"] = SecondsBetween;   // a page that works without scripts looks again by itself
        return Page();
    }

    public IActionResult OnPostCancel()
    {
        if (!Look())
            return NotFound();
        Job.Cancel();
        return Redirect(Url.ToRehearsal(Id));
    }

    /// <summary>A table as a file; a spreadsheet wants the mark that says UTF-8.</summary>
    public IActionResult OnGetTable(string name)
    {
        if (!Look() || Report is null || Tables.FirstOrDefault(table => table.Id == name) is not { } table)
            return NotFound();
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        table.Write(text, PolicyLibrary.Language, Remarks());
        return File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(text.ToString())).ToArray(), "text/csv; charset=utf-8", $"synthetic-{Report.Reform.Id}-{table.Id}.csv");
    }

    public string PlaceOf(long code) => code < 0 ? Wording.Say("不详", "not known") : library.NameOf(code);

    public string NameOf(Rule rule) => string.Join(Wording.Say("、", ", "), rule.Cites.Select(cite => cite.Document == "reform" ? Wording.Say("本方案", "this reform") : cite.ToString()));

    /// <summary>What the money or the days come to, now and after.</summary>
    public BarChart Compare(string title, RehearsalLine line, QuantityHeader? quantity) => new(title,
    [
        new Bar(Wording.Say("现在", "Now"), line.Now.Amount, RehearsalWords.Amount(line.Now.Amount, quantity), "done"),
        new Bar(Wording.Say("改革后", "After"), line.After.Amount, RehearsalWords.Amount(line.After.Amount, quantity), "ok"),
    ]);

    public static BarChart Distribution(string title, FamilyReport families) => new(title,
        [.. families.Bins.Select(bin => new Bar(RehearsalWords.Range(bin, families.Quantity), bin.Families, Wording.Say($"{RehearsalWords.Count(bin.Families)}家", $"{RehearsalWords.Count(bin.Families)} families"), bin.From < 0 ? "soon" : "ok"))]);

    private bool Look()
    {
        if (desk.Find(Id) is not { } job)
            return false;
        Job = job;
        Year = job.Report?.Years[Math.Clamp(Wanted ?? 1, 1, job.Report.Years.Count) - 1];
        return true;
    }

    private IEnumerable<string> Remarks() =>
    [
        Wording.Say("合成数据：不是真实家庭 SYNTHETIC", "SYNTHETIC: no family here is real"),
        $"{Report!.Reform.Label.In(PolicyLibrary.Language)} ({Report.Reform.Id}, {Wording.Iso(Report.Reform.From)})",
        Report.Population.Label.In(PolicyLibrary.Language),
        Report.Population.Source,
    ];
}
