using Cradle.Rules.Lowering;
using Cradle.Rules.Populations;

namespace Cradle.Rules.Kernels;

/// <summary>Runs the kernels of a program over blocks of families, with sums and scratch space of its own. One a thread.</summary>
internal sealed class KernelWorker
{
    private const int Slack = 64;
    private readonly KernelProgram _program;
    private readonly Population _population;
    private readonly BatchRequest _request;
    private readonly IReadOnlyList<OutcomeColumn> _columns;
    private readonly (Kernel Kernel, nint[] Addresses, long[] Block, Int128[] Sums)[] _kernels;
    private readonly Dictionary<OutcomeKey, (byte[] Status, long[]? Values)> _scratch = [];
    private long _families;
    private long _children;

    public KernelWorker(KernelProgram program, KernelBinding binding, BatchRequest request, IReadOnlyList<OutcomeColumn> columns)
    {
        (_program, _population, _request, _columns) = (program, binding.Population, request, columns);
        _kernels = [.. program.Kernels.Select(kernel =>
        {
            var addresses = GC.AllocateArray<nint>(kernel.Layout.Slots.Count, pinned: true);
            lock (binding)
                foreach (var (index, slot) in kernel.Layout.Slots.Index())
                    addresses[index] = binding[slot];
            return (kernel, addresses, GC.AllocateArray<long>(kernel.Counts.Count * 2 + 1, pinned: true), new Int128[kernel.Counts.Count * 2]);
        })];
        ByDivision = request.Division is null ? null : new DivisionTally(program.Policy.Outcomes, _population, request.Division);
    }

    /// <summary>The totals by division, where they were asked for.</summary>
    public DivisionTally? ByDivision { get; }

    /// <summary>Answers the families of a block.</summary>
    public void Run(int first, int end)
    {
        var children = _population.Children.Offsets;
        foreach (var (kernel, addresses, block, sums) in _kernels)
        {
            Array.Clear(block);
            Place(kernel, addresses, block, first, children[first], children[end] - children[first]);
            kernel.Code(KernelBinding.AddressOf(addresses), first, end);
            for (var index = 0; index < sums.Length; index++)
                sums[index] += block[index];
            foreach (var key in _scratch.Count > 0 ? kernel.Keys : [])
            {
                var ofChildren = key.Rows == PopulationTable.Children;
                var (row, rows) = ofChildren ? (children[first], children[end] - children[first]) : (first, end - first);
                var (status, values) = _scratch[key];
                if (_columns.Count > 0)
                    _columns[key.Index].Pack(row, status.AsSpan(0, rows));
                ByDivision?.Add(key, first, end, status.AsSpan(0, rows), ValuesOf(key, row, rows, values));
            }
        }

        _families += end - first;
        _children += children[end] - children[first];
    }

    /// <summary>Adds what was counted to totals.</summary>
    public void AddTo(Totals totals)
    {
        foreach (var (kernel, _, _, sums) in _kernels)
            foreach (var (index, count) in kernel.Counts.Index())
                totals.Add(count.Key, count.Status, count.Rule, (long)sums[index * 2], sums[index * 2 + 1]);
        var counted = _kernels.SelectMany(kernel => kernel.Kernel.Counts.Index().Select(item => (item.Item.Key, Count: (long)kernel.Sums[item.Index * 2])))
            .GroupBy(item => item.Key.Index).ToDictionary(group => group.Key, group => group.Sum(item => item.Count));
        foreach (var outcome in _program.Policy.Outcomes)
        {
            var rows = outcome.Key.Rows == PopulationTable.Children ? _children : _families;
            totals.Add(outcome.Key, KernelOutputs.Rest(_program.Policy.Graph, outcome), 0, rows - counted.GetValueOrDefault(outcome.Key.Index), 0);
        }

        ByDivision?.AddTo(totals);
        totals.AddFamilies(_families);
    }

    private ReadOnlySpan<long> ValuesOf(OutcomeKey key, int row, int rows, long[]? scratch) =>
        scratch is not null ? scratch.AsSpan(0, rows) : _columns.Count > 0 && _columns[key.Index].ValueData is { } kept ? kept.AsSpan(row, rows) : [];

    /// <summary>Points the slots that are written at this block: the kernel counts rows from the first of the population.</summary>
    private void Place(Kernel kernel, nint[] addresses, long[] block, int first, int firstChild, int children)
    {
        foreach (var (index, slot) in kernel.Layout.Slots.Index())
        {
            switch (slot)
            {
                case SumsSlot:
                    addresses[index] = KernelBinding.AddressOf(block);
                    break;
                case OutputSlot { What: Written.Rule } output:
                    addresses[index] = _columns.Count > 0 ? KernelBinding.AddressOf(_columns[output.Key.Index].RuleData) : throw new InvalidOperationException("Rules are written but not kept.");
                    break;
                case OutputSlot output:
                    var row = output.Key.Rows == PopulationTable.Children ? firstChild : first;
                    var (status, values) = Scratch(output.Key, children);
                    addresses[index] = output.What == Written.Status ? KernelBinding.AddressOf(status) - row
                        : values is not null ? KernelBinding.AddressOf(values) - (nint)row * sizeof(long)
                        : KernelBinding.AddressOf(_columns[output.Key.Index].ValueData!);
                    break;
            }
        }
    }

    private (byte[] Status, long[]? Values) Scratch(OutcomeKey key, int children)
    {
        var needed = (key.Rows == PopulationTable.Children ? children : KernelProgram.BlockFamilies) + Slack;
        if (_scratch.TryGetValue(key, out var scratch) && scratch.Status.Length >= needed)
            return scratch;
        var keepsValues = _columns.Count > 0 && _columns[key.Index].ValueData is not null;
        return _scratch[key] = (
            GC.AllocateArray<byte>(needed * 2, pinned: true),
            keepsValues || _request.Division is null && !_request.Values ? null : GC.AllocateArray<long>(needed * 2, pinned: true));
    }
}
