using Cradle.Rules.Packs;

namespace Cradle.Rules.Evaluation;

/// <summary>
/// How rules stand for one instance of a family. While its place is not known the rules of every place are looked at, and most of each place's are the nation's:
/// each rule is asked once, and tells once what it waits for.
/// </summary>
internal sealed class RuleMemory
{
    private readonly Dictionary<Rule, Kleene> _applies = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Rule, (bool Fits, RuleState State)> _states = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<(Rule, bool)> _told = new(RuleAndPart.Instance);

    /// <summary>Whether a rule applies.</summary>
    public Kleene Applies(Rule rule, Frame frame)
    {
        if (!_applies.TryGetValue(rule, out var applies))
            _applies[rule] = applies = Interpreter.Test(rule.When, frame);
        return applies;
    }

    /// <summary>The value of a rule, as far as known; false where no row of its table fits.</summary>
    public bool TryState(Rule rule, Frame frame, out RuleState state)
    {
        if (!_states.TryGetValue(rule, out var known))
            _states[rule] = known = (RuleGroup.TryState(rule, frame, out var worked), worked);
        state = known.State;
        return known.Fits;
    }

    /// <summary>Whether what a rule waits for, in its condition or in its value, is still to be told.</summary>
    public bool IsNew(Rule rule, bool inCondition) => _told.Add((rule, inCondition));

    private sealed class RuleAndPart : IEqualityComparer<(Rule Rule, bool InCondition)>
    {
        public static readonly RuleAndPart Instance = new();

        public bool Equals((Rule Rule, bool InCondition) one, (Rule Rule, bool InCondition) other) => ReferenceEquals(one.Rule, other.Rule) && one.InCondition == other.InCondition;

        public int GetHashCode((Rule Rule, bool InCondition) item) => item.Rule.Index * 2 + (item.InCondition ? 1 : 0);
    }
}
