using System.Numerics;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Evaluation;

/// <summary>What a set of applicable rules comes to before any value is looked at.</summary>
/// <param name="Kind">The kind of answer; a conflict shows in the values only.</param>
/// <param name="AtLeast">Whether a text leaves open that it may be more.</param>
/// <param name="Valued">The rules whose values are merged, one bit each; none where the answer has no value.</param>
/// <param name="Rule">The rule that speaks where there is no value; −1 where none does.</param>
internal readonly record struct Verdict(ResultKind Kind, bool AtLeast, uint Valued, int Rule)
{
    /// <summary>No rule applies.</summary>
    public static readonly Verdict Nothing = new(ResultKind.None, false, 0, -1);
}

/// <summary>
/// Which rules of a group give way to which: exceptions replace, repetitions step back, duties outweigh offers. The one place of this law; the interpreter asks it
/// for a family, kernels and SQL for every set of rules that may apply together.
/// </summary>
internal sealed class RulePrecedence
{
    private readonly IReadOnlyList<Rule> _rules;
    private readonly MergeMode _merge;
    private readonly uint[] _replacedBy;
    private readonly uint[] _gaveWayTo;
    private readonly uint _must;
    private readonly uint _notSet;
    private readonly uint _hasValue;
    private readonly bool _allStand;
    private readonly HashSet<Rule> _silent;

    public RulePrecedence(IReadOnlyList<Rule> rules, MergeMode merge)
    {
        (_rules, _merge) = (rules, merge);
        _replacedBy = [.. rules.Select(rule => Mask(other => other.Replaces.Contains(rule.Id)))];
        _gaveWayTo = [.. rules.Select((rule, index) => _replacedBy[index] | Mask(other => other.Id == rule.Restates))];
        _allStand = Array.TrueForAll(_gaveWayTo, others => others == 0);
        _silent = new HashSet<Rule>(rules.Where((rule, index) => (_replacedBy[index] & Mask(other => other.WhenText == rule.WhenText)) != 0), ReferenceEqualityComparer.Instance);
        _must = Mask(rule => rule.Strength == Strength.Must);
        _notSet = Mask(rule => rule.NotSet is not null);
        _hasValue = Mask(rule => rule.NotSet is null && (rule.Value is not null || rule.Table is not null));
    }

    /// <summary>The rules that replace a rule, one bit each.</summary>
    public uint ReplacedBy(int rule) => _replacedBy[rule];

    /// <summary>Whether a rule of the group never speaks: one that replaces it applies under the very same condition.</summary>
    public bool IsSilent(Rule rule) => _silent.Contains(rule);

    /// <summary>What comes out where these rules apply and no other.</summary>
    public Verdict Of(uint applicable)
    {
        var active = Active(applicable);
        if (active == 0)
            return Verdict.Nothing;
        var plain = active & ~_notSet;
        var atLeast = plain != active && _merge == MergeMode.Floor;
        var valued = active & _hasValue;
        if (valued != 0)
            return new Verdict(KindOf(Last(valued)), atLeast, _merge == MergeMode.Fill ? valued & (~valued + 1) : valued, -1);
        return plain != 0 ? new Verdict(KindOf(Last(plain)), atLeast, 0, Last(plain)) : new Verdict(ResultKind.NotSet, false, 0, Last(active));
    }

    private uint Active(uint applicable)
    {
        // a rule that is itself replaced still replaces: what it was the exception of must not come back
        var active = applicable;
        if (!_allStand)
            for (var rest = applicable; rest != 0; rest &= rest - 1)
                if ((_gaveWayTo[BitOperations.TrailingZeroCount(rest)] & applicable) != 0)
                    active &= ~(rest & (~rest + 1));
        return (active & _must) != 0 ? active & _must : active;
    }

    private ResultKind KindOf(int rule) => (_must >> rule & 1) != 0 ? ResultKind.Right : ResultKind.Programme;

    private static int Last(uint mask) => BitOperations.Log2(mask);

    private uint Mask(Func<Rule, bool> predicate)
    {
        var mask = 0u;
        for (var index = 0; index < _rules.Count; index++)
            if (predicate(_rules[index]))
                mask |= 1u << index;
        return mask;
    }
}

/// <summary>
/// The ways a group's open rules may turn out. Beyond <see cref="Enumerated"/> of them only none, all, and each alone are tried.
/// </summary>
internal static class Worlds
{
    /// <summary>The most open rules of which every combination is tried.</summary>
    public const int Enumerated = 8;

    /// <summary>
    /// The combination after this one, 0 at the end: <c>for (var subset = open; subset != 0; subset = Worlds.Next(subset, open))</c> walks all but the empty one.
    /// </summary>
    public static uint Next(uint subset, uint open)
    {
        if (BitOperations.PopCount(open) <= Enumerated)
            return subset - 1 & open;   // the classic walk through the subsets of a set
        var above = subset == open ? open : open & ~((subset << 1) - 1);
        return above & (~above + 1);
    }

    /// <summary>The place of a combination among those that are tried: the empty one first, then as <see cref="Next"/> walks, from all of them down. Only where every one is.</summary>
    public static int PlaceOf(uint subset, uint open)
    {
        if (subset == 0)
            return 0;
        var rank = 0;
        for (var (rest, bit) = (open, 1); rest != 0; (rest, bit) = (rest & rest - 1, bit << 1))
            if ((subset & rest & (~rest + 1)) != 0)
                rank |= bit;
        return (1 << BitOperations.PopCount(open)) - rank;
    }
}
