using Cradle.Rules.Lowering;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations;

namespace Cradle.Rules.Kernels;

/// <summary>What a kernel reads and writes, each in a numbered slot of the table of addresses that it is given.</summary>
internal sealed class KernelLayout
{
    private readonly Dictionary<Slot, int> _slots = [];
    private IReadOnlyList<(int, Slot)>? _written;

    /// <summary>The slots in order.</summary>
    public IReadOnlyList<Slot> Slots => [.. _slots.Keys];

    /// <summary>The slots whose address changes from block to block.</summary>
    public IReadOnlyList<(int Index, Slot Slot)> Written => _written ??= [.. Slots.Index().Where(slot => slot.Item is OutputSlot or MasksSlot or SumsSlot or ExportSlot or FamiliesSlot)];

    /// <summary>The number of a slot.</summary>
    public int this[Slot slot]
    {
        get
        {
            if (!_slots.TryGetValue(slot, out var index))
                _slots[slot] = index = _slots.Count;
            return index;
        }
    }
}

/// <summary>Something at an address.</summary>
internal abstract record Slot;

/// <summary>The values of a fact.</summary>
internal sealed record ValuesSlot(PopulationTable Table, FactDefinition Fact) : Slot
{
    public bool Equals(ValuesSlot? other) => other is not null && Table == other.Table && ReferenceEquals(Fact, other.Fact);

    public override int GetHashCode() => HashCode.Combine(Table, Fact.Slot);
}

/// <summary>Which rows of a fact are known.</summary>
internal sealed record KnownSlot(PopulationTable Table, FactDefinition Fact) : Slot
{
    public bool Equals(KnownSlot? other) => other is not null && Table == other.Table && ReferenceEquals(Fact, other.Fact);

    public override int GetHashCode() => HashCode.Combine(Table, Fact.Slot);
}

/// <summary>The first rows of the families' ranges in a collection.</summary>
internal sealed record OffsetsSlot(PopulationTable Table) : Slot;

/// <summary>Which families' lists are known.</summary>
internal sealed record ListKnownSlot(PopulationTable Table) : Slot;

/// <summary>A figure for each code of a column of divisions; of the code itself where there is no function.</summary>
internal sealed record PlaceSlot(PopulationTable Table, FactDefinition Fact, PlaceFunction? Place) : Slot
{
    public bool Equals(PlaceSlot? other) => other is not null && Table == other.Table && ReferenceEquals(Fact, other.Fact) && Equals(Place, other.Place);

    public override int GetHashCode() => HashCode.Combine(Table, Fact.Slot, Place);
}

/// <summary>A function of one number, as a table over all values that the number can take.</summary>
internal sealed record FunctionSlot(FunctionTable Table) : Slot;

/// <summary>A figure of the day asked for, which stands in the table itself instead of its address.</summary>
internal sealed record FigureSlot(Op Value) : Slot;

/// <summary>What a kernel writes row by row.</summary>
internal enum Written
{
    /// <summary>The status byte.</summary>
    Status,

    /// <summary>The winning rule, two bytes.</summary>
    Rule,

    /// <summary>The value, eight bytes.</summary>
    Value,
}

/// <summary>A column that is written.</summary>
internal sealed record OutputSlot(OutcomeKey Key, Written What) : Slot
{
    public bool Equals(OutputSlot? other) => other is not null && What == other.What && ReferenceEquals(Key, other.Key);

    public override int GetHashCode() => HashCode.Combine(Key.Index, What);
}

/// <summary>A value of the families of a block, written down for their children.</summary>
internal sealed record ExportSlot(Op Value) : Slot;

/// <summary>The family of each child of a block.</summary>
internal sealed record FamiliesSlot : Slot;

/// <summary>The masks of a block of families, or of their children.</summary>
internal sealed record MasksSlot(PopulationTable Table) : Slot;

/// <summary>Sums of the block.</summary>
internal sealed record SumsSlot : Slot;
