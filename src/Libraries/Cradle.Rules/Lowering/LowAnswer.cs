using Cradle.Rules.Evaluation;

namespace Cradle.Rules.Lowering;

/// <summary>What rules come to, as operations: in one world, or in all worlds that were joined.</summary>
/// <param name="Settled">Whether every world gives the same answer; only then do the others mean something.</param>
/// <param name="Spoken">Whether any rule was in force, so that there is an answer at all.</param>
/// <param name="Kind">A <see cref="ResultKind"/>.</param>
/// <param name="Status">A status byte, the window taken into account.</param>
/// <param name="HasValue">Whether there is a value.</param>
/// <param name="Value">The value; zero without one.</param>
/// <param name="AtLeast">Whether it may be more.</param>
/// <param name="Rule">The index of the rule that speaks.</param>
internal sealed record LowAnswer(Op Settled, Op Spoken, Op Kind, Op Status, Op HasValue, Op Value, Op AtLeast, Op Rule)
{
    private Op[] Parts => [Settled, Spoken, Kind, Status, HasValue, Value, AtLeast, Rule];

    /// <summary>The answer of an instance that has one for each of some alternatives.</summary>
    public static LowAnswer Merge(IReadOnlyList<LowAnswer> answers, Func<Op[], Op> merge)
    {
        var parts = answers.Select(answer => answer.Parts).ToList();
        return Of([.. Enumerable.Range(0, parts[0].Length).Select(part => merge([.. parts.Select(answer => answer[part])]))]);
    }

    /// <summary>One answer where the test holds, else the other.</summary>
    public static LowAnswer Choose(OpGraph graph, Op test, LowAnswer then, LowAnswer otherwise) => then == otherwise || test.IsTrue ? then : test.IsFalse ? otherwise
        : Of([.. then.Parts.Zip(otherwise.Parts, (a, b) => a.IsBit ? graph.Choose(test, a, b) : graph.Select(test, a, b))]);

    /// <summary>The answer that stands only where both worlds agree; then the rule of the first speaks.</summary>
    public static LowAnswer Join(OpGraph graph, LowAnswer first, LowAnswer other) => first == other ? first : first with
    {
        Settled = graph.And(
            first.Settled, other.Settled,
            graph.Equal(first.Kind, other.Kind),
            graph.Equal(first.Status, other.Status),
            graph.Equal(first.Value, other.Value),
            graph.Choose(first.HasValue, other.HasValue, graph.Not(other.HasValue)),
            graph.Choose(first.AtLeast, other.AtLeast, graph.Not(other.AtLeast))),
        Spoken = graph.Or(first.Spoken, other.Spoken),
    };

    private static LowAnswer Of(Op[] parts) => new(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6], parts[7]);
}
