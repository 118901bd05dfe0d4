using Cradle.Entitlements.Policies;
using Cradle.Entitlements.Reading;
using Cradle.Entitlements.Search;
using Cradle.Platform.Web.Shell;
using Cradle.Rules.Packs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Entitlements.Pages.Policy;

/// <summary>Finds clauses and rules by the words of a family. Works without scripts; the address holds the question.</summary>
[AllowAnonymous]
public sealed class SearchModel(PolicySearch search, PolicyLibrary library, PlaceMenu menu) : PageModel
{
    private const int PageSize = 20;

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Words { get; set; }

    [BindProperty(Name = "p", SupportsGet = true)]
    public int? Wanted { get; set; }

    public SearchQuery Query { get; private set; } = SearchQuery.Of(null);

    public IReadOnlyList<HitLine> Hits { get; private set; } = [];

    public int Total { get; private set; }

    public int Pages { get; private set; }

    public int At { get; private set; }

    public bool IsLoose { get; private set; }

    public void OnGet()
    {
        ModelState.Clear();   // a page number that is none is page 1, not an error of the reader
        Query = SearchQuery.Of(Words, search.Places, PolicySearch.Around(menu.Current(HttpContext)?.Code, library));
        var language = PolicyLibrary.Language;
        var result = search.Find(Query, language);
        (Total, IsLoose) = (result.Hits.Count, result.IsLoose);
        Pages = (Total + PageSize - 1) / PageSize;
        At = Math.Clamp(Wanted ?? 1, 1, Math.Max(1, Pages));
        Hits = [.. result.Hits.Skip((At - 1) * PageSize).Take(PageSize).Select(hit => new HitLine(hit.Entry.Clause, hit.Entry.Quantity?.Header.Id,
            Highlight.Of(hit.Entry.Title.In(language), result.Marks), Highlight.Of(hit.Passage, result.Marks)))];
    }
}

public sealed record HitLine(Clause? Clause, string? Quantity, IReadOnlyList<TextRun> Title, IReadOnlyList<TextRun> Passage);
