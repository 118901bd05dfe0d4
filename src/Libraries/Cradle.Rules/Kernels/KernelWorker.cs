using System.Runtime.CompilerServices;
using Cradle.Rules.Lowering;
using Cradle.Rules.Populations;

namespace Cradle.Rules.Kernels;

/// <summary>Runs the kernels of a program over blocks of families, with sums of its own. One a thread.</summary>
internal sealed class KernelWorker
{
    private readonly Population _population;
    private readonly KernelAnswers _answers;
    private readonly KernelScratch _scratch;
    private readonly KernelRun[] _kernels;
    private readonly DivisionTally? _byDivision;
    private readonly int _lanes;
    private long _families;
    private long _children;

    public KernelWorker(KernelProgram program, KernelBinding binding, BatchRequest request, KernelAnswers answers)
    {
        var keys = program.Policy.Outcomes.Select(outcome => outcome.Key.Index + 1).DefaultIfEmpty().Max();
        (_population, _answers, _lanes) = (binding.Population, answers, program.Lanes.Count);
        _scratch = new KernelScratch(keys, answers.Columns, program.Kernels.Any(kernel => kernel.Layout.Slots.Contains(new FamiliesSlot())));
        _kernels = [.. program.Kernels.Select(kernel => new KernelRun(kernel, binding))];
        _byDivision = request.Division is null ? null : new DivisionTally(program.Policy.Outcomes, _population, request.Division);
    }

    /// <summary>Answers the families of a block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(int first, int end)
    {
        var (firstChild, endChild) = (_population.Children.Offsets[first], _population.Children.Offsets[end]);
        var block = new Block(first, end, firstChild, endChild, firstChild / _lanes * _lanes);
        _scratch.Begin(_population.Children.Offsets, block);
        for (var index = 0; index < _kernels.Length; index++)
        {
            var run = _kernels[index];
            run.Run(block, _scratch, _lanes);
            run.Take(block, _answers, index);
            foreach (var column in run.Kernel.Columns)
                if (column.What == Written.Status)
                    _byDivision?.Add(column.Key, first, end, _scratch.Status(column.Key), _scratch.Values(column.Key));
                else
                    _scratch.Keep(column);
        }

        _families += end - first;
        _children += endChild - firstChild;
    }

    /// <summary>Adds what was counted to totals.</summary>
    public void AddTo(Totals totals)
    {
        foreach (var run in _kernels)
            foreach (var column in run.Kernel.Attributions.GroupBy(cell => cell.Key.Index))
            {
                var rows = column.First().Key.Rows == PopulationTable.Children ? _children : _families;
                var left = rows;
                foreach (var cell in column)   // the cell without a mask of its own comes last
                {
                    var count = cell.Rows?.Count(run.Counts, rows) ?? left;
                    left -= count;
                    Int128 sum = 0;
                    foreach (var term in cell.Sum)
                        sum += term.Of(run.Sums, run.Counts, rows);
                    totals.Add(cell.Key, cell.Status, cell.Rule, count, sum);
                }
            }

        _byDivision?.AddTo(totals);
        totals.AddFamilies(_families);
    }
}
