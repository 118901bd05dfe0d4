using Cradle.Entitlements.Policies;
using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Entitlements.Comparison;

/// <summary>
/// The same family in several places. Where it lives, works, is insured, saves and is registered all moves along; nothing else changes,
/// so that every difference is a difference of policy.
/// </summary>
public static class PlaceComparison
{
    public const int MaximumPlaces = 4;

    /// <summary>Evaluates the family in each place and lines the outcomes up.</summary>
    /// <param name="library">The policy in use.</param>
    /// <param name="family">The family; it stays as it is.</param>
    /// <param name="places">Division codes as written (00 as 0, 22, 2201, 220104); at most <see cref="MaximumPlaces"/>.</param>
    /// <exception cref="ArgumentException">There are no places, or too many.</exception>
    public static ComparisonTable Compare(PolicyLibrary library, FamilyFacts family, IReadOnlyList<int> places)
    {
        if (places.Count is 0 or > MaximumPlaces)
            throw new ArgumentException($"Compare one to {MaximumPlaces} places; {places.Count} were given.", nameof(places));
        var answers = places.Select(place => library.Evaluate(Move(family, place)).Outcomes.Where(outcome => outcome.CountedIn is null).ToDictionary(KeyOf)).ToList();
        var order = library.Pack.Quantities.Select((quantity, index) => (quantity.Header.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index);
        var rows = answers.SelectMany(answer => answer.Values).GroupBy(KeyOf).OrderBy(group => order[group.Key.Quantity]).ThenBy(group => group.Key.Child).Select(group =>
            new ComparisonRow(group.First().Header, [group.Key.Beneficiary], group.Key.Child, group.Key.IsDraft, [.. answers.Select(answer => answer.GetValueOrDefault(group.Key))]));
        return new ComparisonTable(family.AsOf, places, Joined(rows));
    }

    /// <summary>A copy of the family with every place of it set to the one given.</summary>
    public static FamilyFacts Move(FamilyFacts family, int place)
    {
        var moved = family.Copy();
        Settle(EntityKind.Family, moved.Family);
        Settle(EntityKind.Parent, moved.Mother);
        Settle(EntityKind.Parent, moved.Father);
        foreach (var child in moved.Children ?? [])
            Settle(EntityKind.Child, child);
        return moved;

        void Settle(EntityKind kind, EntityFacts entity)
        {
            foreach (var fact in family.Vocabulary.FactsOf(kind).Where(fact => fact.Type.Kind == ValueKind.Division))
                entity.Set(fact.Slot, place);
        }
    }

    /// <summary>Mother and father who get the same everywhere share a row.</summary>
    private static List<ComparisonRow> Joined(IEnumerable<ComparisonRow> rows)
    {
        var joined = new List<ComparisonRow>();
        foreach (var row in rows)
        {
            var twin = joined.FindIndex(other => other.SaysTheSameAs(row));
            if (twin < 0)
                joined.Add(row);
            else
                joined[twin] = joined[twin] with { Beneficiaries = [.. joined[twin].Beneficiaries.Union(row.Beneficiaries)] };
        }

        return joined;
    }

    private static OutcomeKey KeyOf(Outcome outcome) => new(outcome.Header.Id, outcome.Beneficiary, outcome.Child, outcome.IsDraft);

    private readonly record struct OutcomeKey(string Quantity, string Beneficiary, int? Child, bool IsDraft);
}
