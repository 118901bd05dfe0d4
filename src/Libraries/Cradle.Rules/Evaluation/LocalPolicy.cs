using Cradle.Rules.Binding;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Evaluation;

/// <summary>
/// The policy as families of one place have it on one day: what no rule of the place speaks of is left out, and rules that place and day alone decide are found before a family
/// is looked at. Immutable, and shared by all families of the place.
/// </summary>
internal sealed class LocalPolicy
{
    /// <summary>The policy for families of whose place nothing is known.</summary>
    public LocalPolicy(CompiledPolicy policy) => Quantities = [.. policy.Ordered.Select(quantity => quantity.Anywhere)];

    /// <summary>The policy for a place and a day.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="residence">The fact that says where a family lives.</param>
    /// <param name="region">The region it lies in, as <see cref="CompiledPolicy.RegionOf"/> gives it.</param>
    /// <param name="day">The day number of the day asked for.</param>
    public LocalPolicy(CompiledPolicy policy, FactDefinition residence, int region, long day) =>
        Quantities = [.. policy.Ordered.Select(quantity => Of(quantity, residence, region, day)).Where(quantity => !quantity.InForce.IsEmpty || !quantity.Draft.IsEmpty)];

    /// <summary>The quantities in the order of the packs.</summary>
    public LocalQuantity[] Quantities { get; }

    private static LocalQuantity Of(CompiledQuantity quantity, FactDefinition residence, int region, long day)
    {
        if (quantity.Header.Region is not FactNumber { Entity: EntityReference.Family } place || place.Fact != residence)
            return quantity.Anywhere;
        return quantity.Header.Anchor is AsOf
            ? new LocalQuantity(quantity, new LocalLane(quantity.InForce, quantity.InForce[region], day), new LocalLane(quantity.Draft, quantity.Draft[region], day))
            : quantity.InForce[region] is null && quantity.Draft[region] is null ? new LocalQuantity(quantity, default, default) : quantity.Anywhere;
    }
}

/// <summary>A quantity as a place has it.</summary>
internal sealed record LocalQuantity(CompiledQuantity Quantity, LocalLane InForce, LocalLane Draft)
{
    /// <summary>Whether a family has to be asked for its place or its day.</summary>
    public bool IsOpen => InForce.IsOpen || Draft.IsOpen;
}

/// <summary>A lane as a place has it: empty, found already, or open until a family is asked for its place and day.</summary>
internal readonly struct LocalLane
{
    private readonly RuleGroup? _group;

    /// <summary>A lane of which place and day are still to be asked.</summary>
    public LocalLane(RuleLane lane) => Lane = lane.IsEmpty ? null : lane;

    /// <summary>The lane of a place on a day.</summary>
    public LocalLane(RuleLane lane, RuleSet? set, long day)
    {
        if (set is null)
            return;
        (Lane, Set, Index) = (lane, set, set.IndexOf(day));
        _group = set.Segments[Index].Group;
    }

    /// <summary>The rules of all places; null where there are none.</summary>
    public RuleLane? Lane { get; }

    /// <summary>The rules of the place; null where it is not known yet.</summary>
    public RuleSet? Set { get; }

    /// <summary>The interval of the day among those of <see cref="Set"/>.</summary>
    public int Index { get; }

    /// <summary>The one outcome it has for every family of the place, once it was given; null where it depends on the family.</summary>
    public Outcome? Only => _group?.Only;

    /// <summary>Whether it says nothing.</summary>
    public bool IsEmpty => Lane is null;

    /// <summary>Whether place and day are still to be asked.</summary>
    public bool IsOpen => Lane is not null && Set is null;
}
