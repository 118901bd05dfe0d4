using System.Globalization;
using Cradle.Entitlements.Policies;
using Cradle.Entitlements.Reading;
using Cradle.Primitives;
using Cradle.Rules.Packs;

namespace Cradle.Entitlements.Search;

/// <summary>
/// Searches clauses and quantities in both languages. The packs are small (hundreds of entries), so every search reads them all:
/// a title counts more than a number of mentions in the text, and a clause number found whole counts most.
/// </summary>
public sealed class PolicySearch
{
    private const int Number = 120;
    private const int Title = 64;
    private const int Actor = 16;
    private const int Figure = 14;
    private const int Text = 10;
    private const int Place = 12;
    private const int WholeTitle = 30;
    private const int FirstInTitle = 10;
    private const int ShareOfTitle = 9;

    private readonly List<SearchEntry> _entries;

    public PolicySearch(PolicyLibrary library, PolicyIndex index)
    {
        Places = [.. index.Documents.Select(document => document.Division).Concat(index.Pack.Quantities.SelectMany(quantity => quantity.Rules).Select(rule => rule.Division))
            .Where(division => division != 0).Distinct().Select(division => ShortName(division, library))];
        _entries = [.. index.Pack.Quantities.Select(quantity => EntryOf(quantity, library)), .. index.Documents.SelectMany(document => document.Clauses.Select(clause => EntryOf(clause, document, library)))];
    }

    /// <summary>Short names of the places with rules or documents of their own.</summary>
    public IReadOnlyCollection<string> Places { get; }

    public SearchResult Find(SearchQuery query, Language language)
    {
        if (query.IsEmpty)
            return new SearchResult([], [], false);
        var hits = Ranked(entry => InPlace(entry, Score(entry, query.Terms), query), query.Terms.SelectMany(term => term).ToList(), language, query.Places);
        if (hits.Count > 0)
            return new SearchResult(hits, [.. query.Terms.SelectMany(term => term)], false);

        var pieces = query.Pieces();
        var loose = Ranked(entry => InPlace(entry, pieces.Sum(piece => Score(entry, [[piece]])), query), pieces, language, query.Places);
        return new SearchResult(loose.Count == 0 ? [] : [.. loose.Where(hit => hit.Score * 2 >= loose[0].Score)], pieces, true);
    }

    /// <summary>The same find is worth more in a place that was named.</summary>
    private static int InPlace(SearchEntry entry, int score, SearchQuery query) => score > 0 && query.Places.Any(entry.Places.Contains) ? score + Place : score;

    private List<SearchHit> Ranked(Func<SearchEntry, int> score, IReadOnlyList<string> words, Language language, IReadOnlyList<string> places) =>
        [.. _entries.Select(entry => (entry, score: score(entry))).Where(found => found.score > 0)
            .OrderByDescending(found => found.score).ThenBy(found => found.entry.Rank)
            .Select(found => new SearchHit(found.entry, found.score, PassageOf(found.entry, words, language, places)))];

    /// <summary>The worth of an entry; 0 when a term is nowhere in it.</summary>
    private static int Score(SearchEntry entry, IReadOnlyList<IReadOnlyList<string>> terms)
    {
        var total = 0;
        foreach (var term in terms)
        {
            var best = term.Select((word, index) => entry.Fields.Max(field => Worth(field, word)) - index).Max();
            if (best <= 0)
                return 0;
            total += best + Math.Min(6, term.Sum(word => entry.Fields.Count(field => field.Weight == Text && field.Folded.Contains(word, StringComparison.Ordinal))));
        }

        return total;
    }

    private static int Worth(SearchField field, string word)
    {
        if (field.Weight == Number)
            return field.Folded == word ? Number : 0;
        var at = field.Folded.IndexOf(word, StringComparison.Ordinal);
        if (at < 0)
            return 0;
        if (field.Weight != Title)
            return field.Weight;
        return Title + (field.Folded.Length == word.Length ? WholeTitle : (at == 0 ? FirstInTitle : 0) + ShareOfTitle * word.Length / field.Folded.Length);
    }

    // The rule of the place asked about, if there is one; otherwise the passage in the reader's language with the most of the words, or the first sentence.
    private static string PassageOf(SearchEntry entry, IReadOnlyList<string> words, Language language, IReadOnlyList<string> places)
    {
        foreach (var place in places)
            if (entry.Fields.FirstOrDefault(field => field.Place == place && (field.Language ?? language) == language) is { } there)
                return there.Text;
        // where no place is asked about, what it is says more than any one place's rule, of which the first may only say that the place has none
        if (entry.Quantity is { Header: var header } && words.Any(word => FoldedText.Of(header.Label.In(language)).Contains(word, StringComparison.Ordinal)))
            return header.About.In(language);
        var texts = entry.Fields.Where(field => field.Weight is Text or Figure or Actor && (field.Language ?? language) == language).ToList();
        var best = texts.Select(field => (field, count: words.Count(word => field.Folded.Contains(word, StringComparison.Ordinal)))).OrderByDescending(found => found.count).FirstOrDefault();
        return best.field?.Text ?? "";
    }

    private static SearchEntry EntryOf(Clause clause, PolicyDocument document, PolicyLibrary library) => new()
    {
        Clause = clause,
        Document = document,
        Title = clause.Title,
        Places = document.Division == 0 ? [] : [ShortName(document.Division, library)],
        Rank = document.Standing switch { Standing.InForce => 1, Standing.Guidance => 2, _ => 3 },
        Fields =
        [
            new(Number, clause.Number),
            new(Title, clause.Title.Zh, Language.Chinese),
            new(Title, clause.Title.En, Language.English),
            .. clause.SaysZh.Select(text => new SearchField(Text, text, Language.Chinese)),
            .. clause.SaysEn.Select(text => new SearchField(Text, text, Language.English)),
            new(Actor, string.Join('、', clause.Actors)),
            .. clause.Figures.Select(figure => new SearchField(Figure, $"{figure.Label.Zh} {figure.Value}", Language.Chinese)),
            .. clause.Figures.Select(figure => new SearchField(Figure, $"{figure.Label.En} {figure.Value}", Language.English)),
        ],
    };

    private static SearchEntry EntryOf(Quantity quantity, PolicyLibrary library)
    {
        var header = quantity.Header;
        return new SearchEntry
        {
            Quantity = quantity,
            Title = header.Label,
            Places = [.. quantity.Rules.Select(rule => rule.Division).Where(division => division != 0).Distinct().Select(division => ShortName(division, library))],
            Rank = 0,
            Fields =
            [
                new(Number, header.Id),
                new(Title, header.Label.Zh, Language.Chinese),
                new(Title, header.Label.En, Language.English),
                new(Text, header.About.Zh, Language.Chinese),
                new(Text, header.About.En, Language.English),
                .. library.Renderers.SelectMany(renderer => quantity.Rules.Select(rule => new SearchField(Text, renderer.Value.Rule(rule, header), renderer.Key, rule.Division == 0 ? null : ShortName(rule.Division, library)))),
            ],
        };
    }

    /// <summary>A place and those above it, by the names that entries carry.</summary>
    public static IReadOnlyList<string> Around(string? code, PolicyLibrary library) => code is null or "00" || !DivisionCode.TryParse(code, out var division) || library.Divisions.Find(division) is not { } here ? []
        : [FoldedText.Of(here.ShortZh), .. library.Divisions.Parent(here.Code) is { } above && above.Code != DivisionCode.Nation ? Around(above.Code.ToString(), library) : []];

    private static string ShortName(int division, PolicyLibrary library) =>
        DivisionCode.TryParse(division.ToString(CultureInfo.InvariantCulture), out var code) && library.Divisions.Find(code) is { } found ? FoldedText.Of(found.ShortZh) : "";
}
