using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Cradle.Rules.Lowering;
using Cradle.Rules.Populations;

namespace Cradle.Rules.Kernels;

/// <summary>The addresses of what kernels read of one population on one day; figures by division and by day are worked out once.</summary>
internal sealed unsafe class KernelBinding(Population population, DateOnly day)
{
    private readonly FiguresOfDay _figures = new(day.DayNumber);
    private readonly Dictionary<Slot, nint> _addresses = [];
    private readonly List<Array> _kept = [];

    /// <summary>The population, alive as long as its addresses are in use.</summary>
    public Population Population => population;

    /// <summary>The address of a slot that is read, or the figure that stands in it; zero for one that is written.</summary>
    public nint this[Slot slot] => _addresses.TryGetValue(slot, out var address) ? address : _addresses[slot] = Find(slot);

    /// <summary>The address of the first element of a pinned array.</summary>
    public static nint AddressOf<T>(T[] pinned) => (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(pinned));

    private nint Find(Slot slot) => slot switch
    {
        ValuesSlot values => population.Column(values.Table, values.Fact) is { } column ? AddressOf(column.Data) : Blank(values),
        KnownSlot known => population.Column(known.Table, known.Fact) is { } column ? Known(column.Known, column.Length) : Known(new KnownBits(population.Rows(known.Table)), 0),
        OffsetsSlot offsets => AddressOf(population.Ranges(offsets.Table).Padded),
        ListKnownSlot list => Known(population.Ranges(list.Table).Known, population.Count),
        PlaceSlot place => Places(place),
        FunctionSlot function => Function(function.Table),
        FigureSlot figure => (nint)_figures[figure.Value],
        _ => 0,
    };

    // The code may be made for other populations too, of which less is known, or more.

    /// <summary>Values of a fact that no row of this population knows: any value of its domain.</summary>
    private nint Blank(ValuesSlot values) => Kept(FactColumn.Blank(values.Fact, population.Rows(values.Table)));

    /// <summary>Which rows are known; without bits all are.</summary>
    private nint Known(KnownBits? known, int rows) => Kept((known ?? KnownBits.All(rows)).Words);

    private nint Kept<T>(T[] pinned)
    {
        _kept.Add(pinned);
        return AddressOf(pinned);
    }

    private nint Places(PlaceSlot place)
    {
        var codes = population.Column(place.Table, place.Fact)?.Codes ?? [0];
        return place.Place is { } function && (function.Range.Low < int.MinValue || function.Range.High > int.MaxValue)
            ? Pin([.. codes.Select(function.Of)])
            : Pin([.. codes.Select(code => (int)(place.Place?.Of(code) ?? code))]);
    }

    /// <summary>The address at which the value zero would stand, so that the variable itself is the index.</summary>
    private nint Function(FunctionTable table) => table.On(day) is long[] wide
        ? Kept(wide) - (nint)table.Variable.Low * sizeof(long)
        : Kept((int[])table.On(day)) - (nint)table.Variable.Low * sizeof(int);

    private nint Pin<T>(T[] values)
    {
        var pinned = GC.AllocateUninitializedArray<T>(values.Length, pinned: true);
        values.CopyTo(pinned, 0);
        return Kept(pinned);
    }
}
