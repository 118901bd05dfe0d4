using System.Reflection.Emit;
using Cradle.Rules.Lowering;
using Cradle.Rules.Populations;

namespace Cradle.Rules.Kernels;

/// <summary>Something a kernel does in every row of a table.</summary>
internal abstract class KernelOutput(PopulationTable table)
{
    public PopulationTable Table => table;

    /// <summary>The operation it needs.</summary>
    public abstract Op Root { get; }

    /// <summary>Before the loop.</summary>
    public virtual void Declare(KernelEmitter emitter)
    {
    }

    /// <summary>In every row.</summary>
    public abstract void Write(KernelEmitter emitter);

    /// <summary>After the loop.</summary>
    public virtual void Finish(KernelEmitter emitter)
    {
    }
}

/// <summary>Writes a bit of every row: whoever runs the kernel counts them, and keeps them where they are part of an answer.</summary>
/// <param name="table">The table.</param>
/// <param name="bit">The bit.</param>
/// <param name="place">Its place among the masks of the table.</param>
internal sealed class MaskOutput(PopulationTable table, Op bit, int place) : KernelOutput(table)
{
    public override Op Root => bit;

    public int Place => place;

    /// <summary>Whether it is part of an answer that is kept.</summary>
    public bool IsKept { get; set; }

    public override void Write(KernelEmitter emitter) => emitter.StoreMask(bit, KernelMasks.Stride(Table) * place);
}

/// <summary>Sums a value over all rows.</summary>
/// <param name="table">The table.</param>
/// <param name="value">The value.</param>
/// <param name="index">Where the sum stands among the block's sums.</param>
internal sealed class SumOutput(PopulationTable table, Op value, int index) : KernelOutput(table)
{
    private LocalBuilder? _sum;

    public override Op Root => value;

    public override void Declare(KernelEmitter emitter) => _sum = emitter.DeclareSum(emitter.IsSumWide(Table, value));

    public override void Write(KernelEmitter emitter) => emitter.SumUp(_sum!, value, Table);

    public override void Finish(KernelEmitter emitter) => emitter.FinishSum(_sum!, index);
}

/// <summary>Writes a column of bytes, shorts or longs.</summary>
internal sealed class ColumnOutput(OutcomeKey key, Written what, Op value) : KernelOutput(key.Rows)
{
    public OutcomeKey Key => key;

    public Written What => what;

    public override Op Root => value;

    public override void Write(KernelEmitter emitter) => emitter.Store(new OutputSlot(key, what), value);
}
