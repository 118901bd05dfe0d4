namespace Cradle.Entitlements.Search;

/// <summary>What was asked: terms that must all be found, each with the official word for it where people say another.</summary>
public sealed class SearchQuery
{
    public const int MaximumLength = 100;
    private const int MaximumTerms = 8;

    // The full-width comma and stop too: nobody switches the keyboard for a search.
    private static readonly char[] Separators = [' ', ',', ';', '，', '。', '、', '；', '？', '?', '！', '!', '“', '”', '"', '/'];

    // What makes an English question of a noun says nothing about what is asked for.
    private static readonly HashSet<string> Fillers =
        ["how", "many", "much", "long", "what", "when", "where", "who", "which", "is", "are", "do", "does", "can", "may", "i", "we", "you", "my", "our", "get", "have", "has", "take", "the", "a", "an", "of", "for", "to", "in", "on", "there", "any", "with"];

    private SearchQuery(string text, IReadOnlyList<IReadOnlyList<string>> terms, IReadOnlyList<string> places) => (Text, Terms, Places) = (text, terms, places);

    /// <summary>The words as they were entered, trimmed and cut to <see cref="MaximumLength"/>.</summary>
    public string Text { get; }

    public IReadOnlyList<IReadOnlyList<string>> Terms { get; }

    /// <summary>Places named beside what is searched for, else those of the reader, the narrowest first: what holds there comes first.</summary>
    public IReadOnlyList<string> Places { get; }

    public bool IsEmpty => Terms.Count == 0;

    /// <param name="words">What was entered.</param>
    /// <param name="places">Short names of the places that have rules, such as 吉林 and 长春.</param>
    /// <param name="here">The reader's place and those above it.</param>
    public static SearchQuery Of(string? words, IReadOnlyCollection<string>? places = null, IReadOnlyList<string>? here = null)
    {
        var text = (words ?? "").Trim();
        if (text.Length > MaximumLength)
            text = text[..MaximumLength];
        var entered = FoldedText.Of(text).Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(EverydayWords.Asked).ToList();
        if (entered.Exists(word => !Fillers.Contains(word)))
            entered.RemoveAll(Fillers.Contains);
        var (terms, named) = (new List<string>(), new List<string>());
        foreach (var word in entered)
        {
            var place = places?.Where(name => word.StartsWith(name, StringComparison.Ordinal)).MaxBy(name => name.Length);
            var rest = place is null ? word : word[place.Length..].TrimStart('省', '市', '州', '的');
            if (place is not null && (rest.Length > 0 || entered.Count > 1))
                named.Add(place);
            else
                rest = word;
            if (rest.Length > 0)
                terms.Add(rest);
        }

        return new SearchQuery(text, [.. (terms.Count > 0 ? terms : entered).Distinct().Take(MaximumTerms).Select(EverydayWords.Of)], named.Count > 0 ? named : here ?? []);
    }

    /// <summary>The same question in pairs of characters and single words, for when nothing has all the terms: 长春产假多少天 still finds 产假.</summary>
    public IReadOnlyList<string> Pieces() =>
        [.. Terms.SelectMany(term => term).SelectMany(PiecesOf).Distinct()];

    private static IEnumerable<string> PiecesOf(string term) => term.All(char.IsAscii)
        ? [term]
        : Enumerable.Range(0, Math.Max(1, term.Length - 1)).Select(start => term.Substring(start, Math.Min(2, term.Length - start)));
}
