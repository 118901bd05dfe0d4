using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using Cradle.Rules.Lowering;
using Cradle.Rules.Populations;

namespace Cradle.Rules.Kernels;

/// <summary>What a program writes besides counting.</summary>
[Flags]
internal enum KernelWrites
{
    /// <summary>Nothing.</summary>
    Nothing = 0,

    /// <summary>The status of every row as masks, and its winning rule.</summary>
    Answers = 1,

    /// <summary>The status of every row as a byte.</summary>
    Statuses = 2,

    /// <summary>The value of every row.</summary>
    Values = 4,
}

/// <summary>A lowered policy as machine code: one or more kernels, each for some of the columns of answers.</summary>
internal sealed class KernelProgram
{
    /// <summary>Families that a kernel answers in one call; their columns stay in the first cache, and 32-bit sums of a block seldom overflow.</summary>
    public const int BlockFamilies = 512;

    /// <summary>
    /// How large a kernel may grow, in operations; a count with its sum weighs as four. Well beyond it the runtime compiles without optimising, at a fiftieth of the speed.
    /// </summary>
    private const int LargestKernel = 600;
    private const int WeightOfCell = 4;

    private KernelProgram(LoweredPolicy policy, LaneSet lanes, KernelWrites writes)
    {
        (Policy, Lanes) = (policy, lanes);
        var kernels = new List<Kernel>();
        var (outputs, operations) = (new KernelOutputs(policy.Graph, writes), new HashSet<Op>());
        foreach (var outcome in policy.Outcomes)
        {
            var before = outputs.Cells;
            foreach (var root in new[] { outcome.Status, outcome.Value, outcome.Rule })
                Reach(root, operations);
            if (before > 0 && operations.Count + (before * WeightOfCell) > LargestKernel)
            {
                kernels.Add(new Kernel(lanes, outputs));
                (outputs, operations) = (new KernelOutputs(policy.Graph, writes), []);
                foreach (var root in new[] { outcome.Status, outcome.Value, outcome.Rule })
                    Reach(root, operations);
            }

            outputs.Add(outcome);
        }

        kernels.Add(new Kernel(lanes, outputs));
        Kernels = kernels;
    }

    /// <summary>What was compiled, and what was left to the reference.</summary>
    public LoweredPolicy Policy { get; }

    public LaneSet Lanes { get; }

    public IReadOnlyList<Kernel> Kernels { get; }

    /// <summary>Compiles a lowered policy.</summary>
    public static KernelProgram Compile(LoweredPolicy policy, LaneSet lanes, KernelWrites writes) => new(policy, lanes, writes);

    private static void Reach(Op op, HashSet<Op> reached)
    {
        if (op.IsFixed || !reached.Add(op))
            return;
        foreach (var operand in op.Operands)
            Reach(operand, reached);
    }
}

/// <summary>The code of a kernel.</summary>
/// <param name="addresses">An address for each slot of its layout.</param>
/// <param name="first">The first family, a multiple of eight.</param>
/// <param name="end">One more than the last.</param>
/// <param name="firstChild">The first row of their children.</param>
/// <param name="endChild">One more than the last.</param>
/// <param name="startChild">Where the loop over them starts: the first one, or a few rows before.</param>
internal delegate void KernelCode(nint addresses, nint first, nint end, nint firstChild, nint endChild, nint startChild);

/// <summary>One compiled method with what it reads, counts and writes.</summary>
internal sealed class Kernel
{
    public Kernel(LaneSet lanes, KernelOutputs outputs)
    {
        var method = new DynamicMethod("Kernel", typeof(void), KernelEmitter.Parameters, typeof(Kernel).Module, skipVisibility: true);
        var (sums, attributions) = outputs.Complete();
        (Sums, Masks, Columns, Answers, Attributions) = (sums.Count, outputs.Masks, outputs.Columns, outputs.Answers, attributions);
        new KernelEmitter(method.GetILGenerator(), lanes, Layout).Emit([.. sums, .. Masks, .. Columns]);
        FillTables();
        Code = method.CreateDelegate<KernelCode>();
        RuntimeHelpers.PrepareDelegate(Code);
    }

    public KernelLayout Layout { get; } = new();

    public KernelCode Code { get; }

    /// <summary>How many sums it makes of a block.</summary>
    public int Sums { get; }

    /// <summary>The masks it writes of a block, by number.</summary>
    public IReadOnlyList<MaskOutput> Masks { get; }

    /// <summary>What it writes row by row, otherwise than as a mask; the status of an answer before its value.</summary>
    public IReadOnlyList<ColumnOutput> Columns { get; }

    /// <summary>The masks of the answers that are kept.</summary>
    public IReadOnlyDictionary<OutcomeKey, AnswerMasks> Answers { get; }

    public IReadOnlyList<Attribution> Attributions { get; }

    /// <summary>Works out the tables of functions that do not hang on the day while the runtime compiles the code; whoever reads one before it is there waits for it.</summary>
    private void FillTables()
    {
        foreach (var slot in Layout.Slots.OfType<FunctionSlot>().Where(slot => !slot.Table.IsOfDay))
            _ = Task.Run(() => slot.Table.On(default));
    }
}
