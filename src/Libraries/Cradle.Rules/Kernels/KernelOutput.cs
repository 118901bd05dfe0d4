using System.Reflection.Emit;
using Cradle.Rules.Lowering;
using Cradle.Rules.Populations;

namespace Cradle.Rules.Kernels;

/// <summary>Something a kernel does in every row of a table.</summary>
internal abstract class KernelOutput(PopulationTable table)
{
    public PopulationTable Table => table;

    /// <summary>The operations it needs.</summary>
    public abstract IEnumerable<Op> Roots { get; }

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

/// <summary>Counts the rows where a bit is set.</summary>
/// <param name="table">The table.</param>
/// <param name="where">The bit.</param>
/// <param name="index">Where the count stands among the block's sums.</param>
internal sealed class CountOutput(PopulationTable table, Op where, int index) : KernelOutput(table)
{
    private LocalBuilder? _count;

    public override IEnumerable<Op> Roots => [where];

    public override void Declare(KernelEmitter emitter) => _count = emitter.DeclareSum(wide: false);

    public override void Write(KernelEmitter emitter) => emitter.CountUp(_count!, where, Table);

    public override void Finish(KernelEmitter emitter) => emitter.FinishSum(_count!, index);
}

/// <summary>Sums a value over the rows where a bit is set, or over all.</summary>
/// <param name="table">The table.</param>
/// <param name="where">The bit; null for all rows.</param>
/// <param name="value">The value.</param>
/// <param name="index">Where the sum stands among the block's sums.</param>
internal sealed class SumOutput(PopulationTable table, Op? where, Op value, int index) : KernelOutput(table)
{
    private LocalBuilder? _sum;

    public override IEnumerable<Op> Roots => where is null ? [value] : [where, value];

    public override void Declare(KernelEmitter emitter) => _sum = emitter.DeclareSum(emitter.IsSumWide(Table, value));

    public override void Write(KernelEmitter emitter) => emitter.SumUp(_sum!, where, value, Table);

    public override void Finish(KernelEmitter emitter) => emitter.FinishSum(_sum!, index);
}

/// <summary>Writes a column of bytes, shorts or longs.</summary>
internal sealed class ColumnOutput(OutcomeKey key, Written what, Op value) : KernelOutput(key.Rows)
{
    public OutcomeKey Key => key;

    public override IEnumerable<Op> Roots => [value];

    public override void Write(KernelEmitter emitter) => emitter.Store(new OutputSlot(key, what), value);
}
