using Cradle.Entitlements.Calculator;
using Cradle.Entitlements.Comparison;
using Cradle.Entitlements.Policies;
using Cradle.Platform.Web;
using Cradle.Primitives;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Entitlements.Pages.Entitlements;

/// <summary>The same family in up to four places. The address holds the question and nothing personal.</summary>
[AllowAnonymous]
public sealed class CompareModel(PolicyLibrary library, FamilyDrafts drafts) : PageModel
{
    private const int LongestShown = 20;

    /// <summary>The family that this browser has been answering for.</summary>
    public const string Own = "mine";

    [BindProperty(Name = "family", SupportsGet = true)]
    public string? FamilyId { get; set; }

    [BindProperty(Name = "place", SupportsGet = true)]
    public IReadOnlyList<string> Wanted { get; set; } = [];

    /// <summary>The folded rows to show too.</summary>
    [BindProperty(Name = "show", SupportsGet = true)]
    public string? Show { get; set; }

    /// <summary>Whether there is a family of the reader's own to compare.</summary>
    public bool HasOwn { get; private set; }

    /// <summary>The example shown; null for the reader's own family.</summary>
    public ExampleFamily? Example { get; private set; }

    /// <summary>The codes in the boxes.</summary>
    public IReadOnlyList<string> Chosen { get; private set; } = [];

    public Words? Problem { get; private set; }

    public ComparisonTable? Table { get; private set; }

    /// <summary>How several children are told apart.</summary>
    public ChildNames Children { get; private set; } = ChildNames.None;

    /// <summary>What differs in days, money or another figure: what a reader compares first.</summary>
    public IReadOnlyList<ComparisonRow> Different { get; private set; } = [];

    public IReadOnlyList<FoldedRows> Folds { get; private set; } = [];

    public IEnumerable<(Division Province, IReadOnlyList<Division> Cities)> WithCities => PlaceChoices.WithCities(library);

    public IEnumerable<Division> Others => PlaceChoices.Others(library);

    public async Task OnGetAsync()
    {
        var draft = await drafts.CurrentAsync(HttpContext);
        HasOwn = draft is not null;
        Example = HasOwn && (FamilyId is null or Own) ? null : ExampleFamily.Find(FamilyId ?? ExampleFamily.All[0].Id);
        var asked = Wanted.Where(place => !string.IsNullOrWhiteSpace(place)).ToList();
        Chosen = asked.Count == 0 ? PlaceChoices.Usual : [.. asked.Take(PlaceComparison.MaximumPlaces)];
        var places = Chosen.Select(place => PlaceChoices.Parse(library, place)).ToList();
        var found = places.OfType<int>().Distinct().ToList();
        Problem = ProblemOf(places) ?? (asked.Count > PlaceComparison.MaximumPlaces
            ? new("一次最多比较四个地方，先比较了前四个", "Four places at most; the first four are compared") : null);
        if (Example is null && !(HasOwn && FamilyId is null or Own))
        {
            Problem = FamilyId == Own ? new("您填的答案已经不在了", "Your answers are no longer there") : new("没有这样的家庭可以比较", "There is no such family to compare");
            return;
        }

        // one place beside itself, or beside others that were not found, is nothing to compare
        if (found.Count < places.Count && found.Count < 2)
            return;
        if (library.Reader.Read(Example?.JsonOn(library.Today) ?? draft!.FamilyJson, library.Today).Facts is { } facts)
            Fill(facts, found);
    }

    /// <summary>What keeps a place that was chosen from standing in the table.</summary>
    private Words? ProblemOf(List<int?> places)
    {
        if (Chosen.Select(place => PlaceChoices.WithLawOfItsOwn(library, place)).OfType<Words>().Distinct().ToList() is { Count: > 0 } others)
            return new($"香港、澳门、台湾不适用这里的规定：{string.Join('、', others.Select(place => place.Zh))}", $"The rules kept here do not apply in {string.Join(" or ", others.Select(place => place.En))}");
        if (places.Count(place => place is null) is > 0 and var lost)
            return new($"有 {lost} 个地方没有找到：{string.Join('、', Unread(places))}", $"Places not found: {string.Join(", ", Unread(places))}");
        return places.OfType<int>().GroupBy(place => place).Where(same => same.Count() > 1).Select(same => ShortName(library, same.Key)).ToList() is { Count: > 0 } doubled
            ? new($"同一个地方选了不止一次：{string.Join('、', doubled)}", $"Chosen more than once: {string.Join(", ", doubled)}") : null;
    }

    public string NameOf(Division division) => Wording.InEnglish ? division.NameEn : division.NameZh;

    public static string ShortName(PolicyLibrary library, int place) =>
        DivisionCode.TryParse(place.ToString("00", System.Globalization.CultureInfo.InvariantCulture), out var code) && library.Divisions.Find(code) is { } division
            ? Wording.Say(division.NameZh, division.NameEn)
            : library.NameOf(place);

    public static string For(ComparisonRow row, ChildNames children)
    {
        var who = string.Join(Wording.Say("、", ", "), row.Beneficiaries.Select(beneficiary => PolicyWords.Beneficiary(beneficiary)));
        return row.Outcomes.OfType<Outcome>().Select(children.Of).FirstOrDefault() is { } child ? Wording.Say($"{who}（{child}）", $"{who} ({child})") : who;
    }

    public static string? Span(Outcome outcome) => (outcome.From, outcome.Until) switch
    {
        (null, null) => null,
        ({ } from, null) => Wording.Say($"{Wording.Iso(from)}起", $"from {Wording.Iso(from)}"),
        (null, { } until) => Wording.Say($"到{Wording.Iso(until)}", $"until {Wording.Iso(until)}"),
        ({ } from, { } until) => Wording.Say($"{Wording.Iso(from)}至{Wording.Iso(until)}", $"{Wording.Iso(from)} to {Wording.Iso(until)}"),
    };

    /// <summary>The address of this comparison with more rows.</summary>
    public string Unfold(string rows) => Url.ToComparison()
        + QueryString.Create([KeyValuePair.Create("family", (string?)(Example?.Id ?? Own)), .. Chosen.Select(place => KeyValuePair.Create("place", (string?)place)), KeyValuePair.Create("show", (string?)rows)])
        + "#" + rows;

    private IEnumerable<string> Unread(IEnumerable<int?> places) => places.Zip(Chosen).Where(pair => pair.First is null).Select(pair => pair.Second.Length <= LongestShown ? pair.Second : pair.Second[..LongestShown] + "…");

    private void Fill(FamilyFacts facts, IReadOnlyList<int> places)
    {
        Children = ChildNames.Of(facts, PolicyLibrary.Language);
        Table = PlaceComparison.Compare(library, facts, places);
        var rows = Table.Rows.Where(row => row.HasSubstance).ToList();
        var inForce = rows.Where(row => !row.IsDraft).ToList();
        var different = inForce.Where(row => row is { Differs: true, IsForPeople: true }).ToList();
        Different = [.. different.Where(row => row.HasFigure)];
        FoldedRows[] folds =
        [
            new("words", new("有没有、怎么做不一样的", "Differs in whether and how, not in figures"), [.. different.Where(row => !row.HasFigure)]),
            new("same", new("一样的", "The same everywhere"), [.. inForce.Where(row => row is { Differs: false, IsForPeople: true })]),
            new("units", new("对单位、机构和政府的要求", "What employers, institutions and governments must do"), [.. inForce.Where(row => !row.IsForPeople)]),
            new("drafts", new("只在征求意见稿里的", "In drafts only"), [.. rows.Where(row => row.IsDraft)]),
        ];
        Folds = [.. folds.Where(fold => fold.Rows.Count > 0)];
    }
}

/// <summary>Rows that are sent only when asked for: together they weigh several times what differs.</summary>
public sealed record FoldedRows(string Id, Words Name, IReadOnlyList<ComparisonRow> Rows);
