using Cradle.Rules.Lowering;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations;

namespace Cradle.Rules.Kernels;

/// <summary>Counts and sums by the division of the family, from the answers of a block while they are still in the cache.</summary>
internal sealed class DivisionTally
{
    private readonly Population _population;
    private readonly FactColumn? _places;
    private readonly int _count;
    private readonly Dictionary<OutcomeKey, (long[] Counts, Int128[] Sums)> _tallies;

    public DivisionTally(IReadOnlyList<LoweredOutcome> outcomes, Population population, FactDefinition division)
    {
        (_population, _places) = (population, population.Column(PopulationTable.Family, division));
        _count = (_places?.Codes!.Count ?? 0) + 1;   // the last one is "not known"
        _tallies = outcomes.ToDictionary(outcome => outcome.Key, _ => (new long[_count * BatchStatus.Count], new Int128[_count * BatchStatus.Count]));
    }

    public void Add(OutcomeKey key, int first, int end, ReadOnlySpan<byte> status, ReadOnlySpan<long> values)
    {
        var (counts, sums) = _tallies[key];
        var offsets = _population.Children.Offsets;
        for (var family = first; family < end; family++)
        {
            var place = PlaceOf(family) * BatchStatus.Count;
            var (row, until) = key.Rows == PopulationTable.Children ? (offsets[family] - offsets[first], offsets[family + 1] - offsets[first]) : (family - first, family - first + 1);
            for (; row < until; row++)
            {
                var cell = place + status[row];
                counts[cell]++;
                if (values.Length > 0)
                    sums[cell] += values[row];
            }
        }
    }

    public void AddTo(Totals totals)
    {
        foreach (var (key, (counts, sums)) in _tallies)
            for (var place = 0; place < _count; place++)
                for (byte status = 0; status < BatchStatus.Count; status++)
                    if (counts[place * BatchStatus.Count + status] is > 0 and var count)
                        totals.AddDivision(key, place == _count - 1 ? Totals.UnknownDivision : _places!.Codes![place], status, count, sums[place * BatchStatus.Count + status]);
    }

    private int PlaceOf(int family) => _places is null || !_places.IsKnown(family)
        ? _count - 1
        : System.Runtime.InteropServices.MemoryMarshal.Cast<byte, ushort>(_places.Data)[family];
}
