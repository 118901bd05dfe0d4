using System.Reflection.Emit;
using Cradle.Rules.Lowering;
using Cradle.Rules.Populations;

namespace Cradle.Rules.Kernels;

/// <summary>What a program writes besides counting.</summary>
[Flags]
internal enum KernelWrites
{
    /// <summary>Nothing.</summary>
    Nothing = 0,

    /// <summary>The status of every row.</summary>
    Status = 1,

    /// <summary>The winning rule of every row.</summary>
    Rules = 2,

    /// <summary>The value of every row.</summary>
    Values = 4,
}

/// <summary>A lowered policy as machine code: one or more kernels, each for some of the columns of answers.</summary>
internal sealed class KernelProgram
{
    /// <summary>Families that a kernel answers in one call; their columns stay in the first cache, and 32-bit sums of a block seldom overflow.</summary>
    public const int BlockFamilies = 512;

    /// <summary>Operations a kernel holds at most: beyond, the compiler stops inlining and runs out of registers it tracks.</summary>
    private const int LargestKernel = 400;

    private KernelProgram(LoweredPolicy policy, LaneSet lanes, KernelWrites writes)
    {
        (Policy, Lanes) = (policy, lanes);
        var kernels = new List<Kernel>();
        var outputs = new List<KernelOutput>();
        var operations = new HashSet<Op>();
        foreach (var outcome in policy.Outcomes)
        {
            var own = KernelOutputs.Of(policy.Graph, outcome, writes, outputs.OfType<CountOutput>().Count() * 2);
            var more = new HashSet<Op>(operations);
            foreach (var root in own.SelectMany(output => output.Roots))
                Reach(root, more);
            if (outputs.Count > 0 && more.Count > LargestKernel)
            {
                kernels.Add(new Kernel(lanes, outputs));
                (outputs, operations) = ([], []);
                own = KernelOutputs.Of(policy.Graph, outcome, writes, 0);
                more = [];
                foreach (var root in own.SelectMany(output => output.Roots))
                    Reach(root, more);
            }

            outputs.AddRange(own);
            operations = more;
        }

        if (outputs.Count > 0)
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
        if (op.IsConstant || !reached.Add(op))
            return;
        foreach (var operand in op.Operands)
            Reach(operand, reached);
    }
}

/// <summary>The code of a kernel.</summary>
/// <param name="addresses">An address for each slot of its layout.</param>
/// <param name="first">The first family, a multiple of eight.</param>
/// <param name="end">One more than the last.</param>
internal delegate void KernelCode(nint addresses, nint first, nint end);

/// <summary>One compiled method with what it reads, counts and writes.</summary>
internal sealed class Kernel
{
    public Kernel(LaneSet lanes, IReadOnlyList<KernelOutput> outputs)
    {
        var method = new DynamicMethod("Kernel", typeof(void), [typeof(nint), typeof(nint), typeof(nint)], typeof(Kernel).Module, skipVisibility: true);
        new KernelEmitter(method.GetILGenerator(), lanes, Layout).Emit(outputs);
        Code = method.CreateDelegate<KernelCode>();
        Counts = [.. outputs.OfType<CountOutput>()];
        Keys = [.. outputs.Select(output => output.Key).Distinct()];
    }

    public KernelLayout Layout { get; } = new();

    public KernelCode Code { get; }

    public IReadOnlyList<CountOutput> Counts { get; }

    public IReadOnlyList<OutcomeKey> Keys { get; }
}
