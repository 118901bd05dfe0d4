using Cradle.Entitlements.Policies;
using Cradle.Rules.Packs;

namespace Cradle.Entitlements.Calculator;

/// <summary>A citation as a chip: the document's short name, the clause, where it leads, what it is worth.</summary>
public sealed record CiteView(string Document, string Clause, string Href, bool IsDraft, bool IsUnconfirmed)
{
    public static IReadOnlyList<CiteView> Of(IEnumerable<Citation> cites, PolicyLibrary library) =>
        [.. cites.Distinct().Select(cite => Of(cite, library)).OfType<CiteView>()];

    private static CiteView? Of(Citation cite, PolicyLibrary library)
    {
        if (library.Pack.Documents.GetValueOrDefault(cite.Document) is not { } document)
            return null;
        var href = document.IsNorm
            ? $"/policy/{document.Id}"
            : $"/policy/{document.Id}/{Uri.EscapeDataString(cite.Clause)}";
        // law and document names stay Chinese in English pages
        return new CiteView(document.Short.Zh, document.IsNorm && cite.Clause.Length > 0 ? $"第{cite.Clause}条" : cite.Clause, href, document.Standing == Standing.Draft, !document.Confirmed);
    }
}
