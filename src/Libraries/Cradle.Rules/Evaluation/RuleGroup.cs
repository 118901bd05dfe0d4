using System.Numerics;
using Cradle.Rules.Binding;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Evaluation;

/// <summary>What a set of applicable rules comes to.</summary>
internal enum ResultKind
{
    /// <summary>No rule applies.</summary>
    None,

    /// <summary>A value or a right.</summary>
    Right,

    /// <summary>An offer without a claim.</summary>
    Programme,

    /// <summary>The text leaves the figure open.</summary>
    NotSet,

    /// <summary>Unranked rules differ.</summary>
    Conflict,
}

/// <summary>What the rules come to in one world, that is, for one way the unknown conditions may turn out.</summary>
internal readonly record struct WorldResult(ResultKind Kind, bool HasValue, bool IsKnown, long Value, (long Low, long High)? Range, Rule? Rule, bool AtLeast)
{
    /// <summary>No rule applies.</summary>
    public static WorldResult Nothing => new(ResultKind.None, false, true, 0, null, null, false);

    /// <summary>Whether both are the same answer, whichever rule gave it.</summary>
    public bool SameAnswer(in WorldResult other) =>
        Kind == other.Kind && HasValue == other.HasValue && IsKnown && other.IsKnown && Value == other.Value && AtLeast == other.AtLeast;

    /// <summary>Whether both rules take their days from the same place: the header, or one and the same rule.</summary>
    public bool SameTime(in WorldResult other) =>
        ReferenceEquals(Rule, other.Rule) || ReferenceEquals(Rule?.Window, other.Rule?.Window) && ReferenceEquals(Rule?.Period, other.Rule?.Period);
}

/// <summary>
/// The rules of one region and interval. Evaluation asks each rule whether it applies, then merges; where conditions are unknown
/// it merges once for every way they may turn out, so that an unknown that cannot matter does not make the answer unknown.
/// </summary>
public sealed class RuleGroup
{
    private readonly Rule[] _rules;
    private readonly (Condition Condition, uint Bit)[] _conditions;
    private readonly uint _always;
    private readonly RulePrecedence _precedence;

    /// <summary>The rule alone, as what speaks in an answer that no other rule shares.</summary>
    private readonly Rule[][] _alone;
    private readonly KeptOutcomes _kept = new();
    private readonly bool _isConstant;

    internal RuleGroup(Rule[] rules, QuantityHeader header)
    {
        (_rules, Merging) = (rules, header.Merge);
        _conditions = [.. rules.Index().Where(item => item.Item.When is not null).Select(item => (item.Item.When!, 1u << item.Index))];
        foreach (var (index, _) in rules.Index().Where(item => item.Item.When is null))
            _always |= 1u << index;
        _precedence = new RulePrecedence(rules, header.Merge);
        _alone = [.. rules.Select(rule => new[] { rule })];
        var timeless = IsTimeless(header.Window) && IsTimeless(header.Period) && Array.TrueForAll(rules, rule => IsTimeless(rule.Window) && IsTimeless(rule.Period));
        _isConstant = timeless && Array.TrueForAll(rules, rule => rule is { Table: null, Value: null or Constant });

        static bool IsTimeless(BoundWindow? window) => window is null or { From: null, Until: null };
    }

    /// <summary>The rules, highest level first.</summary>
    public IReadOnlyList<Rule> Rules => _rules;

    internal MergeMode Merging { get; }

    internal RulePrecedence Precedence => _precedence;

    /// <summary>The one outcome there is, whatever the family, once it was given; null where something depends on the family.</summary>
    internal Outcome? Only { get; private set; }

    /// <summary>Keeps an outcome for families to which the same rules apply.</summary>
    internal void Keep(uint applicable, Frame frame, Outcome outcome)
    {
        _kept.Keep(applicable, frame.ChildIndex, frame.Parent, outcome);
        SharedOutcomes.Add(outcome);
        if (_isConstant && _conditions.Length == 0 && outcome.Header.Instance == InstanceKind.Family)
            Only = outcome;
    }

    /// <summary>
    /// The outcomes given so far, where they hang on nothing but which rules apply: none does, or none of them has a value or a date that is worked out for each family; else null.
    /// </summary>
    internal KeptOutcomes? KeptFor(uint applicable) => _isConstant || applicable == 0 ? _kept : null;

    /// <summary>The rules whose conditions hold, and those of which it is not known, one bit each.</summary>
    internal (uint Sure, uint Open) Applicable(Frame frame)
    {
        uint sure = _always, open = 0;
        foreach (var (condition, bit) in _conditions)
        {
            var applies = Interpreter.Test(condition, frame);
            if (applies == Kleene.True)
                sure |= bit;
            else if (applies == Kleene.Unknown)
                open |= bit;
        }

        return (sure, open);
    }

    /// <summary>
    /// Adds what the rules come to, in every world, to the results of a reckoning; blockers of unknown rules that matter go to <paramref name="missing"/>.
    /// </summary>
    internal void Evaluate(Frame frame, Reckoning reckoning, FactPaths? missing, bool timeMatters = false)
    {
        var (sure, open) = Applicable(frame);
        Evaluate(frame, sure, open, reckoning, missing, timeMatters);
    }

    /// <inheritdoc cref="Evaluate(Frame, Reckoning, FactPaths?, bool)"/>
    internal void Evaluate(Frame frame, uint sure, uint open, Reckoning reckoning, FactPaths? missing = null, bool timeMatters = false)
    {
        var states = reckoning.StatesOf(_rules.Length);
        for (var rest = sure | open; rest != 0; rest &= rest - 1)
        {
            var index = BitOperations.TrailingZeroCount(rest);
            if (!TryState(_rules[index], frame, out states[index]))   // no row of its table fits: it does not apply
            {
                sure &= ~(1u << index);
                open &= ~(1u << index);
            }
        }

        var results = reckoning.Results;
        var first = results.Count;
        (reckoning.Sure, reckoning.Open, reckoning.First) = (sure, open, first);
        results.Add(Resolve(sure, states));
        for (var subset = open; subset != 0; subset = Worlds.Next(subset, open))
            results.Add(Resolve(sure | subset, states));
        if (missing is not null && IsOpen(results, first, timeMatters))
            CollectMissing(frame, reckoning, missing, timeMatters);
    }

    /// <summary>The value of a rule, if it surely applies and the value is known.</summary>
    internal static long? ValueOf(Rule rule, Frame frame) =>
        Interpreter.Test(rule.When, frame) == Kleene.True && TryState(rule, frame, out var state) && state is { HasValue: true, IsKnown: true } ? state.Value : null;

    /// <summary>The value of a rule that may apply, as far as known; false where no row of its table fits.</summary>
    private static bool TryState(Rule rule, Frame frame, out RuleState state)
    {
        if (rule.Table is { } table)
            return TryTable(table, frame, out state);
        state = rule.Value switch
        {
            null => new RuleState(false, true, 0, null),
            { } value when Interpreter.TryNumber(value, frame, out var known) => new RuleState(true, true, known, (known, known)),
            { } value => new RuleState(true, false, 0, Bounds.Of(value, frame)),
        };
        return true;
    }

    private static bool TryTable(DecisionTable table, Frame frame, out RuleState state)
    {
        (long Low, long High)? hull = null;
        var open = false;
        foreach (var row in table.Rows)
        {
            var hit = Interpreter.Test(row.When, frame);
            if (hit == Kleene.False)
                continue;
            var bounds = Bounds.Of(row.Value, frame);
            if (hit == Kleene.True && (!open || table.Unique))
            {
                state = Interpreter.TryNumber(row.Value, frame, out var value) ? new RuleState(true, true, value, (value, value)) : new RuleState(true, false, 0, bounds);
                return true;
            }

            hull = open ? Bounds.Hull(hull, bounds) : bounds;
            open = true;
            if (hit == Kleene.True)
                break;
        }

        // without a row that fits: review refuses tables with gaps, so this is a rule whose condition is narrower than its table
        state = hull is { } range && range.Low == range.High ? new RuleState(true, true, range.Low, hull) : new RuleState(true, false, 0, hull);
        return open;
    }

    /// <summary>Adds the blockers of the group reckoned last, whatever it came to.</summary>
    internal void CollectMissing(Frame frame, Reckoning reckoning, FactPaths missing, bool timeMatters)
    {
        var (sure, open) = (reckoning.Sure, reckoning.Open);
        var states = reckoning.StatesOf(_rules.Length);
        for (var index = 0; index < _rules.Length; index++)
        {
            var bit = 1u << index;
            if ((open & bit) != 0 && Matters(reckoning, bit, timeMatters))
                MissingFacts.Of(_rules[index].When, frame, missing);
            if (((open | sure) & bit) != 0 && !states[index].IsKnown)
                CollectValue(_rules[index], frame, missing);
        }
    }

    private static bool IsOpen(List<WorldResult> results, int first, bool timeMatters)
    {
        var settled = results[first].IsKnown;
        for (var index = first + 1; index < results.Count && settled; index++)
            settled = results[index].SameAnswer(results[first]) && (!timeMatters || results[index].SameTime(results[first]));
        return !settled;
    }

    /// <summary>Whether a rule changes the answer in any world; exact for few unknowns, otherwise assumed.</summary>
    private static bool Matters(Reckoning reckoning, uint bit, bool timeMatters)
    {
        if (BitOperations.PopCount(reckoning.Open) > Worlds.Enumerated)
            return true;
        var others = reckoning.Open & ~bit;
        for (var subset = others; ; subset = subset - 1 & others)
        {
            var (without, with) = (reckoning.In(subset), reckoning.In(subset | bit));
            if (!without.SameAnswer(with) || timeMatters && !without.SameTime(with))
                return true;
            if (subset == 0)
                return false;
        }
    }

    private static void CollectValue(Rule rule, Frame frame, FactPaths missing)
    {
        MissingFacts.Of(rule.Value, frame, missing);
        foreach (var row in rule.Table?.Rows ?? [])
        {
            MissingFacts.Of(row.When, frame, missing);
            if (Interpreter.Test(row.When, frame) == Kleene.True)
                MissingFacts.Of(row.Value, frame, missing);
        }
    }

    private WorldResult Resolve(uint applicable, ReadOnlySpan<RuleState> states)
    {
        var verdict = _precedence.Of(applicable);
        if (verdict.Valued != 0)
            return Merge(verdict, states);
        return verdict.Rule < 0 ? WorldResult.Nothing : new WorldResult(verdict.Kind, false, true, 0, null, _rules[verdict.Rule], verdict.AtLeast);
    }

    private WorldResult Merge(in Verdict verdict, ReadOnlySpan<RuleState> states)
    {
        var picked = BitOperations.TrailingZeroCount(verdict.Valued);
        ref readonly var only = ref states[picked];
        var (known, bounded, value) = (only.IsKnown, only.Range is not null, only.Value);
        var (low, high) = only.Range ?? (value, value);
        for (var rest = verdict.Valued & verdict.Valued - 1; rest != 0; rest &= rest - 1)
        {
            var index = BitOperations.TrailingZeroCount(rest);
            ref readonly var state = ref states[index];
            known &= state.IsKnown;
            bounded &= state.Range is not null;
            var (from, until) = state.Range ?? (state.Value, state.Value);
            switch (Merging)
            {
                case MergeMode.Floor:
                    picked = state.Value >= value ? index : picked;
                    (value, low, high) = (Math.Max(value, state.Value), Math.Max(low, from), Math.Max(high, until));
                    break;
                case MergeMode.Cap:
                    picked = state.Value <= value ? index : picked;
                    (value, low, high) = (Math.Min(value, state.Value), Math.Min(low, from), Math.Min(high, until));
                    break;
                case MergeMode.Add:
                    picked = index;
                    (value, low, high) = (checked(value + state.Value), checked(low + from), checked(high + until));
                    break;
                default:
                    if (known && state.Value != value)
                        return new WorldResult(ResultKind.Conflict, false, true, 0, null, _rules[index], false);
                    picked = index;
                    (low, high) = (Math.Min(low, from), Math.Max(high, until));
                    break;
            }
        }

        if (!known && bounded && low == high)
            (known, value) = (true, low);
        return new WorldResult(verdict.Kind, true, known, known ? value : 0, bounded ? (low, high) : null, _rules[picked], verdict.AtLeast);
    }

    /// <summary>
    /// The rules that speak together in the settled answer: the winner, those that say the same, and the contenders of a conflict.
    /// </summary>
    /// <param name="result">What the rules came to.</param>
    /// <param name="reckoning">The reckoning of this group that gave it.</param>
    internal IReadOnlyList<Rule> Voices(in WorldResult result, Reckoning reckoning)
    {
        var winner = result.Rule;
        var own = 0;
        while (!ReferenceEquals(_rules[own], winner))
            own++;
        var applicable = reckoning.Sure | 1u << own;
        var others = applicable & ~(1u << own);
        if (others == 0)
            return _alone[own];
        var voices = new List<Rule> { winner };
        var states = reckoning.StatesOf(_rules.Length);
        for (; others != 0; others &= others - 1)
        {
            var index = BitOperations.TrailingZeroCount(others);
            var rule = _rules[index];
            if ((_precedence.ReplacedBy(index) & applicable) == 0 && (result.Kind == ResultKind.Conflict || rule.Restates == winner.Id || SaysTheSame(states[index], rule, winner, result)))
                voices.Add(rule);
        }

        return voices;
    }

    private bool SaysTheSame(in RuleState state, Rule rule, Rule winner, in WorldResult result) =>
        result.AtLeast && rule.NotSet is not null || Merging == MergeMode.Add && state.HasValue
        || state.IsKnown && state.HasValue == result.HasValue && rule.NotSet is null == winner.NotSet is null && state.Value == result.Value && rule.Strength == winner.Strength;
}

/// <summary>The value of one rule in one frame, as far as known.</summary>
internal readonly record struct RuleState(bool HasValue, bool IsKnown, long Value, (long Low, long High)? Range);
