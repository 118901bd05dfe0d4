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
    /// <summary>Beyond this many unknown rules only all-false, all-true and single toggles are tried.</summary>
    internal const int EnumeratedUnknowns = 8;

    private readonly MergeMode _merge;
    private readonly Rule[] _rules;

    /// <summary>The rule alone, as what speaks in an answer that no other rule shares.</summary>
    private readonly Rule[][] _alone;

    /// <summary>For each rule the rules that replace it, and those of which it says the same.</summary>
    private readonly uint[] _replacedBy;
    private readonly uint[] _gaveWayTo;
    private readonly uint _must;
    private readonly uint _notSet;

    internal RuleGroup(Rule[] rules, MergeMode merge)
    {
        (_rules, _merge) = (rules, merge);
        _alone = [.. rules.Select(rule => new[] { rule })];
        _replacedBy = [.. rules.Select(rule => Mask(rules, other => other.Replaces.Contains(rule.Id)))];
        _gaveWayTo = [.. rules.Select((rule, index) => _replacedBy[index] | Mask(rules, other => other.Id == rule.Restates))];
        _must = Mask(rules, rule => rule.Strength == Strength.Must);
        _notSet = Mask(rules, rule => rule.NotSet is not null);
    }

    /// <summary>The rules, highest level first.</summary>
    public IReadOnlyList<Rule> Rules => _rules;

    internal MergeMode Merging => _merge;

    /// <summary>
    /// Adds what the rules come to, in every world, to <paramref name="results"/>; blockers of unknown rules that matter go to <paramref name="missing"/>.
    /// Gives the rules that surely apply, one bit each.
    /// </summary>
    internal uint Evaluate(Frame frame, List<WorldResult> results, ISet<FactPath>? missing, bool timeMatters = false)
    {
        if (_rules.Length == 0)
        {
            results.Add(WorldResult.Nothing);
            return 0;
        }

        Span<RuleState> states = stackalloc RuleState[_rules.Length];
        uint sure = 0, open = 0;
        for (var index = 0; index < _rules.Length; index++)
        {
            var state = States(_rules[index], frame);
            states[index] = state;
            if (state.Applies == Kleene.True)
                sure |= 1u << index;
            else if (state.Applies == Kleene.Unknown)
                open |= 1u << index;
        }

        var first = results.Count;
        results.Add(Resolve(sure, states));
        if (open != 0)
            AddWorlds(sure, open, states, results);
        if (missing is not null)
            CollectMissing(frame, sure, open, states, results, first, missing, timeMatters);
        return sure;
    }

    /// <summary>Whether the rules can apply and their value, as far as known.</summary>
    internal static RuleState States(Rule rule, Frame frame)
    {
        var applies = Interpreter.Test(rule.When, frame);
        if (applies == Kleene.False)
            return new RuleState(applies, false, true, 0, null);
        if (rule.Value is { } value)
            return Interpreter.TryNumber(value, frame, out var known)
                ? new RuleState(applies, true, true, known, (known, known))
                : new RuleState(applies, true, false, 0, Bounds.Of(value, frame));
        return rule.Table is { } table ? TableState(table, applies, frame) : new RuleState(applies, false, true, 0, null);
    }

    private static RuleState TableState(DecisionTable table, Kleene applies, Frame frame)
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
                return Interpreter.TryNumber(row.Value, frame, out var value)
                    ? new RuleState(applies, true, true, value, (value, value))
                    : new RuleState(applies, true, false, 0, bounds);
            hull = open ? Bounds.Hull(hull, bounds) : bounds;
            open = true;
            if (hit == Kleene.True)
                break;
        }

        if (!open)   // no row fits: review refuses tables with gaps, so this is a rule whose condition is narrower than its table
            return new RuleState(Kleene.False, false, true, 0, null);
        return hull is { } range && range.Low == range.High
            ? new RuleState(applies, true, true, range.Low, hull)
            : new RuleState(applies, true, false, 0, hull);
    }

    private void AddWorlds(uint sure, uint open, ReadOnlySpan<RuleState> states, List<WorldResult> results)
    {
        if (BitOperations.PopCount(open) > EnumeratedUnknowns)
        {
            results.Add(Resolve(sure | open, states));
            for (var rest = open; rest != 0; rest &= rest - 1)
                results.Add(Resolve(sure | rest & (~rest + 1), states));
            return;
        }

        // every non-empty subset of the open rules: the classic (subset − 1) & set walk
        for (var subset = open; subset != 0; subset = subset - 1 & open)
            results.Add(Resolve(sure | subset, states));
    }

    private void CollectMissing(Frame frame, uint sure, uint open, ReadOnlySpan<RuleState> states, List<WorldResult> results, int first, ISet<FactPath> missing, bool timeMatters)
    {
        var settled = results[first].IsKnown;
        for (var index = first + 1; index < results.Count && settled; index++)
            settled = results[index].SameAnswer(results[first]) && (!timeMatters || results[index].SameTime(results[first]));
        if (settled)
            return;
        for (var index = 0; index < _rules.Length; index++)
        {
            var bit = 1u << index;
            if ((open & bit) != 0 && Matters(sure, open, bit, states, timeMatters))
                MissingFacts.Of(_rules[index].When, frame, missing);
            if (((open | sure) & bit) != 0 && !states[index].IsKnown)
                CollectValue(_rules[index], frame, missing);
        }
    }

    /// <summary>Whether a rule changes the answer in any world; exact for few unknowns, otherwise assumed.</summary>
    private bool Matters(uint sure, uint open, uint bit, ReadOnlySpan<RuleState> states, bool timeMatters)
    {
        if (BitOperations.PopCount(open) > EnumeratedUnknowns)
            return true;
        var others = open & ~bit;
        for (var subset = others; ; subset = subset - 1 & others)
        {
            var without = Resolve(sure | subset, states);
            var with = Resolve(sure | subset | bit, states);
            if (!without.SameAnswer(with) || timeMatters && !without.SameTime(with))
                return true;
            if (subset == 0)
                return false;
        }
    }

    private static void CollectValue(Rule rule, Frame frame, ISet<FactPath> missing)
    {
        MissingFacts.Of(rule.Value, frame, missing);
        foreach (var row in rule.Table?.Rows ?? [])
        {
            MissingFacts.Of(row.When, frame, missing);
            if (Interpreter.Test(row.When, frame) == Kleene.True)
                MissingFacts.Of(row.Value, frame, missing);
        }
    }

    /// <summary>Which of the rules that apply are left to speak, once exceptions have replaced and duties outweigh offers.</summary>
    internal uint Standing(uint applicable)
    {
        // a rule that is itself replaced still replaces: what it was the exception of must not come back
        var active = applicable;
        for (var index = 0; index < _rules.Length; index++)
            if ((_gaveWayTo[index] & applicable) != 0)
                active &= ~(1u << index);
        return (active & _must) != 0 ? active & _must : active;
    }

    private WorldResult Resolve(uint applicable, ReadOnlySpan<RuleState> states)
    {
        var active = Standing(applicable);
        if (active == 0)
            return WorldResult.Nothing;
        var open = active & _notSet;
        var valued = Valued(active & ~open, states);
        if (valued != 0)
            return Merge(valued, open != 0, states);
        var plain = active & ~open;
        return plain != 0
            ? new WorldResult(KindOf(Last(plain)), false, true, 0, null, Last(plain), open != 0 && _merge == MergeMode.Floor)
            : new WorldResult(ResultKind.NotSet, false, true, 0, null, Last(open), false);
    }

    private WorldResult Merge(uint valued, bool atLeast, ReadOnlySpan<RuleState> states)
    {
        var picked = _merge == MergeMode.Fill ? BitOperations.TrailingZeroCount(valued) : 31 - BitOperations.LeadingZeroCount(valued);
        var known = true;
        long value = 0, low = 0, high = 0;
        var bounded = true;
        var count = 0;
        for (var index = 0; index < _rules.Length; index++)
        {
            if ((valued & 1u << index) == 0 || _merge == MergeMode.Fill && index != picked)
                continue;
            var state = states[index];
            known &= state.IsKnown;
            bounded &= state.Range is not null;
            var (from, until) = state.Range ?? (state.Value, state.Value);
            if (count++ == 0)
            {
                (value, low, high, picked) = (state.Value, from, until, index);
                continue;
            }

            switch (_merge)
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
        return new WorldResult(KindOf(_rules[picked]), true, known, known ? value : 0, bounded ? (low, high) : null, _rules[picked], atLeast && _merge == MergeMode.Floor);
    }

    /// <summary>
    /// The rules that speak together in the settled answer: the winner, those that say the same, and the contenders of a conflict.
    /// </summary>
    /// <param name="frame">The instance.</param>
    /// <param name="result">What the rules came to.</param>
    /// <param name="applicable">The rules that surely apply, as <see cref="Evaluate"/> gave them.</param>
    internal IReadOnlyList<Rule> Voices(Frame frame, in WorldResult result, uint applicable)
    {
        if (result.Rule is not { } winner)
            return [];
        var own = Array.IndexOf(_rules, winner);
        applicable |= 1u << own;
        var others = applicable & ~(1u << own);
        if (others == 0)
            return _alone[own];
        var voices = new List<Rule> { winner };
        for (; others != 0; others &= others - 1)
        {
            var index = BitOperations.TrailingZeroCount(others);
            var rule = _rules[index];
            if ((_replacedBy[index] & applicable) == 0 && (result.Kind == ResultKind.Conflict || rule.Restates == winner.Id || SaysTheSame(States(rule, frame), rule, winner, result)))
                voices.Add(rule);
        }

        return voices;
    }

    private bool SaysTheSame(in RuleState state, Rule rule, Rule winner, in WorldResult result) =>
        result.AtLeast && rule.NotSet is not null || _merge == MergeMode.Add && state.HasValue
        || state.IsKnown && state.HasValue == result.HasValue && rule.NotSet is null == winner.NotSet is null && state.Value == result.Value && rule.Strength == winner.Strength;

    private static uint Valued(uint mask, ReadOnlySpan<RuleState> states)
    {
        var result = 0u;
        for (var rest = mask; rest != 0; rest &= rest - 1)
            if (states[BitOperations.TrailingZeroCount(rest)].HasValue)
                result |= rest & (~rest + 1);
        return result;
    }

    private Rule Last(uint mask) => _rules[31 - BitOperations.LeadingZeroCount(mask)];

    private static ResultKind KindOf(Rule rule) => rule.Strength == Strength.Must ? ResultKind.Right : ResultKind.Programme;

    private static uint Mask(Rule[] rules, Func<Rule, bool> predicate)
    {
        var mask = 0u;
        for (var index = 0; index < rules.Length; index++)
            if (predicate(rules[index]))
                mask |= 1u << index;
        return mask;
    }
}

/// <summary>One rule in one frame: whether it applies, and its value as far as known.</summary>
internal readonly record struct RuleState(Kleene Applies, bool HasValue, bool IsKnown, long Value, (long Low, long High)? Range);
