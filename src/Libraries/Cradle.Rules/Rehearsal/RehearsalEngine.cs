using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Kernels;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations;

namespace Cradle.Rules.Rehearsal;

/// <summary>What answers the questions of a rehearsal in one world: a batch engine, and the interpreter. Shared by all threads.</summary>
internal sealed class RehearsalEngine
{
    private readonly IReadOnlyList<MeasuredQuantity> _quantities;
    private readonly Dictionary<CompiledQuantity, int> _places = [];

    public RehearsalEngine(CompiledPolicy policy, IReadOnlyList<MeasuredQuantity> quantities, Side side)
    {
        _quantities = quantities;
        var asked = quantities.Where(quantity => side == Side.Now || quantity.IsTouched).Select(quantity => Of(quantity, side)).ToList();
        foreach (var quantity in asked)
            _places[quantity] = quantities.Index().First(item => Of(item.Item, side) == quantity).Index;
        (Policy, Evaluator, Side) = (policy, new Evaluator(policy), side);
        Engine = new KernelEngine(policy, threads: 1, quantities: asked.Select(quantity => quantity.Header.Id).ToHashSet(), manyDays: true);
        Rules = new Rule?[policy.Rules.Values.Select(rule => rule.Index + 1).DefaultIfEmpty().Max()];
        foreach (var rule in policy.Rules.Values)
            Rules[rule.Index] = rule;
    }

    public CompiledPolicy Policy { get; }

    public Side Side { get; }

    public Evaluator Evaluator { get; }

    public IBatchEngine Engine { get; }

    /// <summary>The rules by <see cref="Rule.Index"/>; null at 0, which stands for none.</summary>
    public Rule?[] Rules { get; }

    /// <summary>The place of a column's quantity among those followed; null for drafts, which no budget feels.</summary>
    public int? PlaceOf(OutcomeKey key) => key.IsDraft ? null : _places[key.Quantity];

    /// <summary>The quantity of a place in this world.</summary>
    public CompiledQuantity QuantityOf(int place) => Of(_quantities[place], Side);

    private static CompiledQuantity Of(MeasuredQuantity quantity, Side side) => side == Side.Now ? quantity.Now : quantity.After;
}

/// <summary>Finds the rows of columns whose answers say anything, 64 rows at a time.</summary>
internal static class ColumnRows
{
    /// <summary>The rows of a column.</summary>
    /// <param name="column">The column.</param>
    /// <param name="withoutTime">Also those whose time is over, or still to come.</param>
    public static IEnumerable<int> Telling(OutcomeColumn column, bool withoutTime) =>
        Rows(column.Rows, word => withoutTime ? column.Telling(word) : column.TellingToday(word));

    /// <summary>The rows where either of two columns says anything.</summary>
    public static IEnumerable<int> Telling(OutcomeColumn? column, OutcomeColumn? other) =>
        Rows(column?.Rows ?? other?.Rows ?? 0, word => (column?.Telling(word) ?? 0) | (other?.Telling(word) ?? 0));

    private static IEnumerable<int> Rows(int rows, Func<int, ulong> bitsOf)
    {
        for (var word = 0; word * RowMask.BitsPerWord < rows; word++)
            for (var bits = bitsOf(word); bits != 0; bits &= bits - 1)
                yield return word * RowMask.BitsPerWord + System.Numerics.BitOperations.TrailingZeroCount(bits);
    }
}
