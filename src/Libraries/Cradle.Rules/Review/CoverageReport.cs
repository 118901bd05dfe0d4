using Cradle.Rules.Packs;

namespace Cradle.Rules.Review;

/// <summary>What most of the rules of a quantity come to.</summary>
public enum QuantityKind
{
    /// <summary>A rule gives a value.</summary>
    Computed,

    /// <summary>A right without a number.</summary>
    Flag,

    /// <summary>Only offers without a personal claim.</summary>
    Programme,

    /// <summary>The texts leave the figure to somebody else.</summary>
    NotSet,
}

/// <summary>How the clauses of one document are carried out.</summary>
/// <param name="Document">The document.</param>
/// <param name="Clauses">All clauses.</param>
/// <param name="ByQuantity">Clauses that a rule cites.</param>
/// <param name="ByLiveCarrier">Clauses of which a live service, task or indicator delivers something; telling of it is not enough. May also be cited by a rule.</param>
/// <param name="PlannedOnly">Clauses with planned carriers and nothing else.</param>
/// <param name="Nowhere">Clauses that lead nowhere.</param>
public sealed record DocumentCoverage(PolicyDocument Document, int Clauses, int ByQuantity, int ByLiveCarrier, int PlannedOnly, int Nowhere);

/// <summary>How far a pack carries out its documents.</summary>
/// <param name="Documents">The policy documents, norms left out.</param>
/// <param name="Quantities">How many quantities there are of each kind.</param>
/// <param name="Rules">How many rules there are.</param>
/// <param name="Cases">How many worked cases there are.</param>
/// <param name="Carried">How many entries of the entitlement catalogue a rule carries.</param>
public sealed record CoverageReport(
    IReadOnlyList<DocumentCoverage> Documents, IReadOnlyDictionary<QuantityKind, int> Quantities, int Rules, int Cases, int Carried)
{
    /// <summary>How many entries the entitlement catalogue has.</summary>
    public const int CatalogueEntries = CatalogueCheck.Entries;

    /// <summary>Counts a pack.</summary>
    public static CoverageReport Of(PolicyPack pack)
    {
        var cited = pack.Quantities.SelectMany(quantity => quantity.Rules).SelectMany(rule => rule.Cites).ToHashSet();
        var carriers = pack.Coverage.ToLookup(entry => entry.Clause, entry => entry.Carriers);
        return new CoverageReport(
            [.. pack.Documents.Values.Where(document => !document.IsNorm).OrderBy(document => document.Id, StringComparer.Ordinal)
                .Select(document => Of(document, cited, carriers))],
            pack.Quantities.CountBy(KindOf).ToDictionary(),
            pack.Quantities.Sum(quantity => quantity.Rules.Count),
            pack.Cases.Count,
            pack.Quantities.SelectMany(quantity => quantity.Rules).SelectMany(rule => rule.Catalogue.Concat(rule.CatalogueParts)).Where(CatalogueCheck.IsEntry).Distinct().Count());
    }

    /// <summary>The kind of a quantity: a value anywhere outweighs a figure not set, and that an offer.</summary>
    public static QuantityKind KindOf(Quantity quantity) =>
        quantity.Rules.Any(rule => rule.Value is not null || rule.Table is not null) ? QuantityKind.Computed
        : quantity.Rules.Any(rule => rule.NotSet is not null) ? QuantityKind.NotSet
        : quantity.Rules.All(rule => rule.Strength != Strength.Must) ? QuantityKind.Programme
        : QuantityKind.Flag;

    private static DocumentCoverage Of(PolicyDocument document, HashSet<Citation> cited, ILookup<Citation, IReadOnlyList<Carrier>> carriers)
    {
        int byQuantity = 0, byLive = 0, planned = 0, nowhere = 0;
        foreach (var clause in document.Clauses)
        {
            var isCited = cited.Contains(clause.Citation);
            var found = carriers[clause.Citation].SelectMany(list => list).ToList();
            var isLive = found.Exists(carrier => carrier is { Status: "live", Informs: false });
            byQuantity += isCited ? 1 : 0;
            byLive += isLive ? 1 : 0;
            planned += !isCited && !isLive && found.Count > 0 ? 1 : 0;
            nowhere += !isCited && found.Count == 0 ? 1 : 0;
        }

        return new DocumentCoverage(document, document.Clauses.Count, byQuantity, byLive, planned, nowhere);
    }
}
