using Cradle.Rules.Packs;

namespace Cradle.Entitlements.Search;

/// <summary>A part of an entry that can be found, and what a find there is worth.</summary>
/// <param name="Place">Short name of the place whose rule it is; null for what holds everywhere.</param>
public sealed record SearchField(int Weight, string Text, Language? Language = null, string? Place = null)
{
    public string Folded { get; } = FoldedText.Of(Text);
}

/// <summary>Something that can be found: a clause, or a quantity with its rules.</summary>
public sealed record SearchEntry
{
    public Clause? Clause { get; init; }

    public PolicyDocument? Document { get; init; }

    public Quantity? Quantity { get; init; }

    public required Bilingual Title { get; init; }

    /// <summary>Breaks ties: what binds comes before what is only proposed.</summary>
    public required int Rank { get; init; }

    public required IReadOnlyList<SearchField> Fields { get; init; }

    /// <summary>Short names of the places whose rules or text it holds.</summary>
    public required IReadOnlyList<string> Places { get; init; }
}

/// <summary>A find: the entry, what it is worth, and the passage to show.</summary>
public sealed record SearchHit(SearchEntry Entry, int Score, string Passage);

/// <summary>All finds, best first. Loose: nothing had all the words, these have some.</summary>
public sealed record SearchResult(IReadOnlyList<SearchHit> Hits, IReadOnlyList<string> Marks, bool IsLoose);
