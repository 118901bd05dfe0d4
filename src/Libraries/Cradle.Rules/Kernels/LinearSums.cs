using Cradle.Rules.Lowering;
using Cradle.Rules.Populations;

namespace Cradle.Rules.Kernels;

/// <summary>
/// Sums over rows, taken apart: of a multiple the sum is the multiple, of a choice between two constants it is a count, of a sum it is the sum of sums. So quantities that
/// are made of each other are added up once.
/// </summary>
internal sealed class LinearSums(KernelOutputs outputs)
{
    private readonly Dictionary<(PopulationTable, Op), int> _sums = [];
    private readonly List<SumOutput> _outputs = [];

    public IReadOnlyList<SumOutput> Outputs => _outputs;

    /// <summary>The parts of a sum. The same ones come back whenever it is asked for again.</summary>
    public IReadOnlyList<SumTerm> Of(PopulationTable table, Op value)
    {
        var terms = new List<SumTerm>();
        Add(table, value, 1, terms);
        return terms;
    }

    // No product below overflows: each part of a value was proven to fit 64 bits in every row.
    private void Add(PopulationTable table, Op value, Int128 factor, List<SumTerm> terms)
    {
        if (value is { Kind: OpKind.Constant })
        {
            terms.Add(new SumTerm(factor * value.Constant, null, RowsOf.All));
        }
        else if (IsMultiple(value))
        {
            var (other, constant) = value.First.IsConstant ? (value.Second, value.First) : (value.First, value.Second);
            Add(table, other, factor * constant.Constant, terms);
        }
        else if (IsSwitch(value))
        {
            var (then, otherwise) = (value.Second.Constant, value.Operands[2].Constant);
            terms.Add(new SumTerm(factor * ((Int128)then - otherwise), null, outputs.Rows(table, value.First, isKept: false)));
            if (otherwise != 0)
                terms.Add(new SumTerm(factor * otherwise, null, RowsOf.All));
        }
        else if (IsSum(value) && !_sums.ContainsKey((table, value)) && NewSums(table, value) <= 1)
        {
            Add(table, value.First, factor, terms);
            Add(table, value.Second, value.Kind == OpKind.Add ? factor : -factor, terms);
        }
        else
        {
            terms.Add(new SumTerm(factor, SumOf(table, value), default));
        }
    }

    /// <summary>How many sums would have to be added for the parts of a value.</summary>
    private int NewSums(PopulationTable table, Op value) =>
        value.IsConstant || IsSwitch(value) || _sums.ContainsKey((table, value)) ? 0
        : IsMultiple(value) || IsSum(value) ? NewSums(table, value.First) + NewSums(table, value.Second)
        : 1;

    private int SumOf(PopulationTable table, Op value)
    {
        if (_sums.TryGetValue((table, value), out var index))
            return index;
        _outputs.Add(new SumOutput(table, value, _outputs.Count));
        return _sums[(table, value)] = _outputs.Count - 1;
    }

    private static bool IsSum(Op op) => op.Kind is OpKind.Add or OpKind.Subtract;

    private static bool IsMultiple(Op op) => op.Kind == OpKind.Multiply && (op.First.IsConstant || op.Second.IsConstant);

    private static bool IsSwitch(Op op) => op.Kind == OpKind.Select && op.Second.IsConstant && op.Operands[2].IsConstant;
}
