using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Explain;

/// <summary>One short sentence on why an outcome is what it is. Most are the same for many families, and are made once.</summary>
/// <param name="Text">The sentence; empty where there is nothing to say.</param>
public sealed record Reason(string Text)
{
    /// <summary>Nothing to say.</summary>
    public static readonly Reason None = new("");

    private byte[]? _quoted;

    /// <summary>Two reasons are the same where their sentences are.</summary>
    public bool Equals(Reason? other) => other?.Text == Text;

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <summary>The sentence as a string of JSON, UTF-8.</summary>
    internal byte[] Quoted => _quoted ??= AnswerTexts.Quoted(Text);
}

/// <summary>Why a rule does not apply: one sentence for each set of its conditions that are not met, written when it first occurs. Safe to share between threads.</summary>
internal sealed class UnmetReasons
{
    private const int MostConditions = 64;

    private readonly Condition[] _conditions;
    private readonly Func<IReadOnlyCollection<Condition>, Reason> _write;
    private Entry? _last;

    public UnmetReasons(Rule rule, Func<IReadOnlyCollection<Condition>, Reason> write) => (_conditions, _write) = ([.. PartsOf(rule.When).Take(MostConditions)], write);

    /// <summary>The reason for the family and instance of a frame.</summary>
    public Reason Of(Frame frame)
    {
        var unmet = 0UL;
        for (var index = 0; index < _conditions.Length; index++)
            if (Interpreter.Test(_conditions[index], frame) == Kleene.False)
                unmet |= 1UL << index;
        for (var entry = _last; entry is not null; entry = entry.Before)
            if (entry.Unmet == unmet)
                return entry.Reason;
        var reason = _write([.. _conditions.Where((_, index) => (unmet >> index & 1) != 0)]);
        _last = new Entry(unmet, reason, _last is { Depth: < MostConditions } ? _last : null);
        return reason;
    }

    private static IEnumerable<Condition> PartsOf(Condition? condition) => condition switch
    {
        null => [],
        And and => and.Operands.SelectMany(PartsOf),
        _ => [condition],
    };

    private sealed record Entry(ulong Unmet, Reason Reason, Entry? Before)
    {
        public int Depth { get; } = (Before?.Depth ?? 0) + 1;
    }
}
