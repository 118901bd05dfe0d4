using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Rehearsal;

/// <summary>Reads when the children of families were born, and which are still expected.</summary>
internal sealed class ChildDates(Vocabulary vocabulary)
{
    public int? BirthDate { get; } = vocabulary.Find(EntityKind.Child, "birth_date")?.Slot;

    public ChildPresumptions Presumptions { get; } = new(vocabulary);

    public int? Expected => Presumptions.Expected;

    public int? Order { get; } = vocabulary.Find(EntityKind.Child, "birth_order")?.Slot;

    /// <summary>Birth days of the children that are born, ascending; a child of unknown birth date is left out.</summary>
    public IReadOnlyList<long> Of(FamilyFacts family)
    {
        if (BirthDate is not { } slot || family.Children is not { Count: > 0 } children)
            return [];
        var dates = new List<long>(children.Count);
        foreach (var child in children)
            if (child.TryGet(slot, out var date) && !IsExpected(child))
                dates.Add(date);
        dates.Sort();
        return dates;
    }

    public bool IsExpected(EntityFacts child) => Expected is { } slot && child.TryGet(slot, out var expected) && expected == 1;
}
