namespace Cradle.Entitlements.Search;

/// <summary>What was asked: terms that must all be found, each with the official word for it where people say another.</summary>
public sealed class SearchQuery
{
    public const int MaximumLength = 100;
    private const int MaximumTerms = 8;

    // The full-width comma and stop too: nobody switches the keyboard for a search.
    private static readonly char[] Separators = [' ', ',', ';', '，', '。', '、', '；', '？', '?', '！', '!', '“', '”', '"', '/'];

    private SearchQuery(string text, IReadOnlyList<IReadOnlyList<string>> terms) => (Text, Terms) = (text, terms);

    /// <summary>The words as they were entered, trimmed and cut to <see cref="MaximumLength"/>.</summary>
    public string Text { get; }

    public IReadOnlyList<IReadOnlyList<string>> Terms { get; }

    public bool IsEmpty => Terms.Count == 0;

    public static SearchQuery Of(string? words)
    {
        var text = (words ?? "").Trim();
        if (text.Length > MaximumLength)
            text = text[..MaximumLength];
        return new SearchQuery(text, [.. FoldedText.Of(text).Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Distinct().Take(MaximumTerms).Select(EverydayWords.Of)]);
    }

    /// <summary>The same question in pairs of characters and single words, for when nothing has all the terms: 长春产假多少天 still finds 产假.</summary>
    public IReadOnlyList<string> Pieces() =>
        [.. Terms.SelectMany(term => term).SelectMany(PiecesOf).Distinct()];

    private static IEnumerable<string> PiecesOf(string term) => term.All(char.IsAscii)
        ? [term]
        : Enumerable.Range(0, Math.Max(1, term.Length - 1)).Select(start => term.Substring(start, Math.Min(2, term.Length - start)));
}
