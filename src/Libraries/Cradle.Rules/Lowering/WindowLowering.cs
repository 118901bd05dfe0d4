using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations;

namespace Cradle.Rules.Lowering;

/// <summary>The status of what rules come to: by kind, and by the time in which it can be used; the meaning is <see cref="OutcomeBuilder"/>.</summary>
internal sealed class WindowLowering(LoweringScope scope, QuantityHeader header, bool isDraft)
{
    private readonly OpGraph _graph = scope.Graph;

    /// <summary>No rule applies.</summary>
    public static LowAnswer Nothing(OpGraph graph) => new(
        graph.True, graph.True, graph.Constant((int)ResultKind.None), graph.Constant(BatchStatus.Of(OutcomeStatus.NotEntitled)),
        graph.False, graph.Constant(0), graph.False, graph.Constant(0));

    /// <summary>Unranked rules differ.</summary>
    public LowAnswer Conflict(Op rule) => Nothing(_graph) with
    {
        Kind = _graph.Constant((int)ResultKind.Conflict), Status = _graph.Constant(BatchStatus.Of(OutcomeStatus.Conflict)), Rule = rule,
    };

    /// <summary>An answer that one of some rules gives.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="hasValue">Whether it has a value.</param>
    /// <param name="value">The value.</param>
    /// <param name="atLeast">Whether it may be more.</param>
    /// <param name="rules">The rules that may give it.</param>
    /// <param name="picked">The index of the rule that does; not needed for a single one.</param>
    public LowAnswer Answer(ResultKind kind, Op hasValue, Op value, bool atLeast, IReadOnlyList<Rule> rules, Op? picked = null)
    {
        picked ??= _graph.Constant(rules[0].Index);
        var inside = scope with { OutcomeValue = new LowNumber(hasValue, value) };
        Op? status = null;
        foreach (var sameTime in rules.GroupBy(rule => rule.Window ?? header.Window, ReferenceEqualityComparer.Instance))
        {
            var own = StatusIn((BoundWindow?)sameTime.Key, inside, _graph.Constant(BatchStatus.Of(StatusOf(kind))));
            status = status is null ? own : _graph.Select(_graph.Or(sameTime.Select(rule => _graph.Equal(picked, _graph.Constant(rule.Index)))), own, status);
        }

        return new LowAnswer(_graph.True, _graph.True, _graph.Constant((int)kind), status!, hasValue, value, _graph.Bit(atLeast), picked);
    }

    private Op StatusIn(BoundWindow? window, LoweringScope inside, Op status)
    {
        if (window is null)
            return status;
        var today = scope.Today;
        var (from, until) = (Day(window.From), Day(window.Until));
        var ended = _graph.And(until.Known, _graph.Less(until.Value, today));
        var notYet = _graph.And(from.Known, _graph.Less(today, from.Value));
        var missing = _graph.Or(IsMissing(window.From, from), IsMissing(window.Until, until));
        return _graph.Select(ended, Code(OutcomeStatus.Ended), _graph.Select(notYet, Code(OutcomeStatus.NotYet), _graph.Select(missing, Code(OutcomeStatus.Unknown), status)));

        LowNumber Day(Number? number) => number is null ? new(_graph.False, today) : inside.Lower(number);
    }

    private Op IsMissing(Number? number, LowNumber day) => number is null or OutcomeValue ? _graph.False : _graph.Not(day.Known);

    private Op Code(OutcomeStatus status) => _graph.Constant(BatchStatus.Of(status));

    private OutcomeStatus StatusOf(ResultKind kind) => kind switch
    {
        _ when isDraft => OutcomeStatus.Advisory,
        ResultKind.Right => OutcomeStatus.Entitled,
        ResultKind.Programme => OutcomeStatus.Programme,
        _ => OutcomeStatus.NotSet,
    };
}
