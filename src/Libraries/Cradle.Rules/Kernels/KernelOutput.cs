using System.Reflection.Emit;
using Cradle.Rules.Lowering;
using Cradle.Rules.Populations;

namespace Cradle.Rules.Kernels;

/// <summary>Something a kernel does with a column of answers in every row.</summary>
internal abstract record KernelOutput(OutcomeKey Key)
{
    public PopulationTable Table => Key.Rows;

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

/// <summary>Counts rows where a bit is set, and sums a value over them.</summary>
/// <param name="Key">The column of answers.</param>
/// <param name="Status">The status byte that the bit stands for.</param>
/// <param name="Rule">The rule that it stands for; 0 for none.</param>
/// <param name="Where">The bit.</param>
/// <param name="Value">What to sum, zero where there is no value; null where there is nothing to sum.</param>
/// <param name="Index">Where the count stands among the block's sums; the sum follows.</param>
internal sealed record CountOutput(OutcomeKey Key, byte Status, int Rule, Op Where, Op? Value, int Index) : KernelOutput(Key)
{
    private LocalBuilder? _count;
    private LocalBuilder? _sum;

    public override IEnumerable<Op> Roots => Value is null ? [Where] : [Where, Value];

    public override void Declare(KernelEmitter emitter) => (_count, _sum) = emitter.DeclareCount(this);

    public override void Write(KernelEmitter emitter) => emitter.CountUp(this, _count!, _sum);

    public override void Finish(KernelEmitter emitter) => emitter.FinishCount(this, _count!, _sum);
}

/// <summary>Writes a column of bytes, shorts or longs.</summary>
internal sealed record ColumnOutput(OutcomeKey Key, Written What, Op Value) : KernelOutput(Key)
{
    public override IEnumerable<Op> Roots => [Value];

    public override void Write(KernelEmitter emitter) => emitter.Store(this);
}
