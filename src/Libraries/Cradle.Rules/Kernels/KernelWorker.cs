using System.Runtime.CompilerServices;
using Cradle.Rules.Lowering;
using Cradle.Rules.Populations;

namespace Cradle.Rules.Kernels;

/// <summary>Runs the kernels of a program over blocks of families, with sums of its own. One a thread.</summary>
internal sealed class KernelWorker
{
    private readonly Population _population;
    private readonly IReadOnlyList<OutcomeColumn> _columns;
    private readonly KernelScratch _scratch;
    private readonly (Kernel Kernel, nint[] Addresses, long[] Block, Int128[] Sums)[] _kernels;
    private long _families;
    private long _children;

    public KernelWorker(KernelProgram program, KernelBinding binding, BatchRequest request, IReadOnlyList<OutcomeColumn> columns)
    {
        (_population, _columns, _scratch) = (binding.Population, columns, new KernelScratch(program.Policy.Outcomes.Select(outcome => outcome.Key.Index + 1).DefaultIfEmpty().Max(), columns, program.Kernels.Any(kernel => kernel.Layout.Slots.Contains(new FamiliesSlot()))));
        _kernels = [.. program.Kernels.Select(kernel =>
        {
            var addresses = GC.AllocateArray<nint>(kernel.Layout.Slots.Count + 1, pinned: true);
            lock (binding)
                foreach (var (index, slot) in kernel.Layout.Slots.Index())
                    addresses[index] = binding[slot];
            return (kernel, addresses, GC.AllocateArray<long>(kernel.Sums + 1, pinned: true), new Int128[kernel.Sums]);
        })];
        ByDivision = request.Division is null ? null : new DivisionTally(program.Policy.Outcomes, _population, request.Division);
    }

    /// <summary>The totals by division, where they were asked for.</summary>
    public DivisionTally? ByDivision { get; }

    /// <summary>Answers the families of a block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(int first, int end)
    {
        var (firstChild, endChild) = (_population.Children.Offsets[first], _population.Children.Offsets[end]);
        _scratch.Begin(_population.Children.Offsets, first, end);
        foreach (var (kernel, addresses, block, sums) in _kernels)
        {
            Array.Clear(block);
            foreach (var (index, slot) in kernel.Layout.Written)
                addresses[index] = slot is SumsSlot ? KernelBinding.AddressOf(block) : _scratch.AddressOf(slot);
            kernel.Code(KernelBinding.AddressOf(addresses), first, end, firstChild, endChild);
            for (var index = 0; index < sums.Length; index++)
                sums[index] += block[index];
            foreach (var key in kernel.Keys)
            {
                var (row, rows) = key.Rows == PopulationTable.Children ? (firstChild, endChild - firstChild) : (first, end - first);
                var status = _scratch.Status(key, rows);
                if (_columns.Count > 0)
                    _columns[key.Index].Pack(row, status);
                ByDivision?.Add(key, first, end, status, _scratch.Values(key, row, rows));
            }
        }

        _families += end - first;
        _children += endChild - firstChild;
    }

    /// <summary>Adds what was counted to totals.</summary>
    public void AddTo(Totals totals)
    {
        foreach (var (kernel, _, _, sums) in _kernels)
            foreach (var column in kernel.Attributions.GroupBy(cell => cell.Key.Index))
            {
                var left = column.First().Key.Rows == PopulationTable.Children ? _children : _families;
                foreach (var cell in column)   // the cell without a count of its own comes last
                {
                    var count = cell.Count is { } index ? (long)sums[index] : left;
                    left -= count;
                    totals.Add(cell.Key, cell.Status, cell.Rule, count, cell.Sum is { } sum ? sums[sum] : 0);
                }
            }

        ByDivision?.AddTo(totals);
        totals.AddFamilies(_families);
    }
}
