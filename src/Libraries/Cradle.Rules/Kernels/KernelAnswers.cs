using Cradle.Rules.Populations;

namespace Cradle.Rules.Kernels;

/// <summary>Where the answers of a run are kept: a mask for each bit that some answer needs, and the columns of answers that share the masks.</summary>
internal sealed class KernelAnswers
{
    private readonly KernelProgram _program;
    private readonly (int Families, int Children) _rows;
    private readonly ulong[]?[][] _masks;

    private KernelAnswers(KernelProgram program, IReadOnlyList<OutcomeKey> keys, Population population, BatchRequest request)
    {
        (_program, _rows) = (program, CountsOf(population));
        _masks = [.. program.Kernels.Select(kernel => kernel.Masks.Select(mask => mask.IsKept && request.KeepsRows ? RowMask.WordsOf(population.Rows(mask.Table)) : null).ToArray())];
        if (!request.KeepsRows)
            return;
        var columns = program.Policy.Left.Keys.ToDictionary(key => key, key => new OutcomeColumn(key, population.Rows(key.Rows), request.Values));
        foreach (var (kernel, masks) in program.Kernels.Zip(_masks))
            foreach (var (key, answer) in kernel.Answers)
                columns[key] = new OutcomeColumn(key, population.Rows(key.Rows), [.. answer.Status.Select(rows => MaskOf(rows, masks))], MaskOf(answer.HasValue, masks), request.Values, request.Reusing?.Columns.ElementAtOrDefault(key.Index));
        Columns = [.. keys.Select(key => columns[key])];
    }

    /// <summary>The columns of answers; none where they are not kept.</summary>
    public IReadOnlyList<OutcomeColumn> Columns { get; } = [];

    /// <summary>Memory for a run: that of an earlier one where it has the same shape.</summary>
    public static KernelAnswers For(KernelProgram program, IReadOnlyList<OutcomeKey> keys, Population population, BatchRequest request)
    {
        if (request.Reusing?.Memory is not KernelAnswers old || old._program != program || old._rows != CountsOf(population))
            return new KernelAnswers(program, keys, population, request);
        old.Clear();
        return old;
    }

    /// <summary>Where a mask of a kernel is kept; null where it is not.</summary>
    public ulong[]? this[int kernel, int mask] => _masks[kernel][mask];

    /// <summary>Masks of families are written over word by word; children of neighbouring blocks share words, to which bits are added.</summary>
    private void Clear()
    {
        foreach (var (kernel, masks) in _program.Kernels.Zip(_masks))
            foreach (var (mask, words) in kernel.Masks.Zip(masks))
                if (mask.Table == PopulationTable.Children && words is not null)
                    Array.Clear(words);
        foreach (var column in Columns.Where(column => _program.Policy.Left.ContainsKey(column.Key)))
            column.Clear();
    }

    private static RowMask MaskOf(RowsOf rows, ulong[]?[] masks) => new(rows.Mask is { } mask ? masks[mask] : null, rows.IsInverted);

    private static (int Families, int Children) CountsOf(Population population) => (population.Count, population.Children.Rows);
}
