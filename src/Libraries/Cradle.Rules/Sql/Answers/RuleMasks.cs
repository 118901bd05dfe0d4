using System.Numerics;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Sql.Answers;

/// <summary>What a set of applicable rules comes to before any value is looked at.</summary>
/// <param name="Kind">The kind of answer; a conflict shows in the values only.</param>
/// <param name="AtLeast">Whether a text leaves open that it may be more.</param>
/// <param name="Valued">The rules whose values are merged, one bit each; none where the answer has no value.</param>
/// <param name="Rule">The rule that speaks where there is no value; −1 where none does.</param>
internal readonly record struct Standing(ResultKind Kind, bool AtLeast, uint Valued, int Rule)
{
    /// <summary>No rule applies.</summary>
    public static readonly Standing Nothing = new(ResultKind.None, false, 0, -1);
}

/// <summary>Which rules of a group give way to which; the law of <see cref="RuleGroup"/> over sets of rules instead of over one family.</summary>
internal sealed class RuleMasks
{
    private const int EnumeratedUnknowns = 8;

    private readonly uint[] _gaveWayTo;
    private readonly uint _must;
    private readonly uint _notSet;
    private readonly uint _hasValue;
    private readonly MergeMode _merge;
    private readonly IReadOnlyList<Rule> _rules;

    public RuleMasks(IReadOnlyList<Rule> rules, MergeMode merge)
    {
        (_rules, _merge) = (rules, merge);
        _gaveWayTo = [.. rules.Select(rule => Mask(other => other.Replaces.Contains(rule.Id) || other.Id == rule.Restates))];
        _must = Mask(rule => rule.Strength == Strength.Must);
        _notSet = Mask(rule => rule.NotSet is not null);
        _hasValue = Mask(rule => rule.Value is not null || rule.Table is not null);
    }

    /// <summary>What comes out in every way the open rules may turn out; first where none of them applies.</summary>
    public IEnumerable<Standing> Worlds(uint sure, uint open)
    {
        yield return Of(sure);
        if (BitOperations.PopCount(open) > EnumeratedUnknowns)
        {
            yield return Of(sure | open);
            for (var rest = open; rest != 0; rest &= rest - 1)
                yield return Of(sure | rest & (~rest + 1));
            yield break;
        }

        for (var subset = open; subset != 0; subset = subset - 1 & open)
            yield return Of(sure | subset);
    }

    private Standing Of(uint applicable)
    {
        var active = applicable;
        for (var index = 0; index < _rules.Count; index++)
            if ((_gaveWayTo[index] & applicable) != 0)
                active &= ~(1u << index);
        if (active == 0)
            return Standing.Nothing;
        if ((active & _must) != 0)
            active &= _must;
        var plain = active & ~_notSet;
        var atLeast = (active & _notSet) != 0 && _merge == MergeMode.Floor;
        var valued = plain & _hasValue;
        if (valued != 0)
            return new Standing(KindOf(Last(valued)), atLeast, _merge == MergeMode.Fill ? valued & (~valued + 1) : valued, -1);
        return plain != 0 ? new Standing(KindOf(Last(plain)), atLeast, 0, Last(plain)) : new Standing(ResultKind.NotSet, false, 0, Last(active));
    }

    private ResultKind KindOf(int rule) => _rules[rule].Strength == Strength.Must ? ResultKind.Right : ResultKind.Programme;

    private static int Last(uint mask) => 31 - BitOperations.LeadingZeroCount(mask);

    private uint Mask(Func<Rule, bool> predicate)
    {
        var mask = 0u;
        for (var index = 0; index < _rules.Count; index++)
            if (predicate(_rules[index]))
                mask |= 1u << index;
        return mask;
    }
}
