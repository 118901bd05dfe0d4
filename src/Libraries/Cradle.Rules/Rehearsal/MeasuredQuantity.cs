using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Explain;
using Cradle.Rules.Packs;
using Cradle.Rules.Review;

namespace Cradle.Rules.Rehearsal;

/// <summary>A quantity that a rehearsal follows: what a budget pays, time off work, and whatever the reform touches.</summary>
/// <param name="Index">Its place in the pack.</param>
/// <param name="Now">As it stands.</param>
/// <param name="After">As it would be; the same where the reform does not touch it.</param>
/// <param name="IsTouched">Whether the reform touches it.</param>
public sealed record MeasuredQuantity(int Index, CompiledQuantity Now, CompiledQuantity After, bool IsTouched)
{
    private readonly Condition?[] _conditions = [.. Now.Quantity.Rules.Where(rule => !rule.IsDraft).Select(rule => rule.When)];

    /// <summary>Its header.</summary>
    public QuantityHeader Header => After.Header;

    /// <summary>Whether its amounts are part of the cost.</summary>
    public bool IsCash => Annualisation.IsCash(Header);

    /// <summary>Whether any of its amounts may come once, in the month of its first day.</summary>
    internal bool MayComeOnce { get; } = Units(Now, After).Contains(AmountBasis.Once);

    /// <summary>Whether any may come otherwise.</summary>
    internal bool MayComeAgain { get; } = Units(Now, After).Any(basis => basis != AmountBasis.Once);

    /// <summary>Whether all its amounts come once, at a time that the header tells: then a month without it is known before anything is asked.</summary>
    internal bool HasOneTime { get; } = Units(Now, After).All(basis => basis == AmountBasis.Once) && Now.Quantity.Rules.Concat(After.Quantity.Rules).All(rule => rule.Window is null);

    /// <summary>
    /// Whether any rule of any place may apply to any instance. Most quantities say nothing to most families, and this says so without asking which
    /// place or which version would be meant.
    /// </summary>
    internal bool CanApply(Frame frame)
    {
        switch (Header.Instance)
        {
            case InstanceKind.Child or InstanceKind.Birth when frame.Family.Children is { } children:
                for (frame.ChildIndex = 0; frame.ChildIndex < children.Count; frame.ChildIndex++)
                    if (AnyHolds(frame))
                        return Reset(frame, true);
                return Reset(frame, false);
            case InstanceKind.Mother or InstanceKind.Father or InstanceKind.Parent:
                if (Header.Instance != InstanceKind.Father && AnyHolds(frame))
                    return true;
                frame.Parent = EntityReference.Father;
                return Reset(frame, Header.Instance != InstanceKind.Mother && AnyHolds(frame));
            default:
                return AnyHolds(frame);
        }
    }

    private static bool Reset(Frame frame, bool answer)
    {
        (frame.ChildIndex, frame.Parent) = (-1, EntityReference.Mother);
        return answer;
    }

    private bool AnyHolds(Frame frame)
    {
        foreach (var condition in _conditions)
            if (Interpreter.Test(condition, frame) != Kleene.False)
                return true;
        return false;
    }

    /// <summary>Whether the reform changes the rules of a place; where the place is not known it may.</summary>
    /// <param name="division">The division; −1 where it is not known.</param>
    /// <param name="now">The pack as it stands.</param>
    /// <param name="after">The pack with the reform.</param>
    internal bool Reaches(long division, CompiledPolicy now, CompiledPolicy after)
    {
        if (!IsTouched || division < 0)
            return IsTouched;
        var (was, becomes) = (Now.InForce[now.RegionOf(division)], After.InForce[after.RegionOf(division)]);
        return was is null || becomes is null ? was is not null || becomes is not null
            : !was.Rules.Select(rule => (rule.Index, rule.Until)).SequenceEqual(becomes.Rules.Select(rule => (rule.Index, rule.Until)))
                || !Parameters(was.Rules).Zip(Parameters(becomes.Rules)).All(pair => pair.First.IsSameIn(division, pair.Second));
    }

    private static IEnumerable<Parameter> Parameters(IReadOnlyList<Rule> rules) =>
        rules.SelectMany(RuleNodes.Of).SelectMany(FactWalk.WithAllBelow).OfType<ParameterNumber>().Select(node => node.Parameter);

    /// <summary>The quantities to follow when a reform is rehearsed.</summary>
    internal static IReadOnlyList<MeasuredQuantity> Of(CompiledPolicy now, CompiledPolicy after, Reform reform)
    {
        var touched = reform.Quantities.ToHashSet(StringComparer.Ordinal);
        return [.. now.Quantities.Zip(after.Quantities)
            .Select((pair, index) => new MeasuredQuantity(index, pair.First, pair.Second, touched.Contains(pair.Second.Header.Id)))
            .Where(quantity => quantity.IsTouched || (quantity.IsCash || Annualisation.IsLeave(quantity.Header)) && HasValues(quantity.Now.Quantity))];
    }

    private static IEnumerable<AmountBasis> Units(CompiledQuantity now, CompiledQuantity after) =>
        now.Quantity.Rules.Concat(after.Quantity.Rules).Select(rule => rule.Unit).OfType<string>().Append(now.Header.Unit).Append(after.Header.Unit).Select(Annualisation.Of);

    private static bool HasValues(Quantity quantity) => quantity.Rules.Any(rule => !rule.IsDraft && (rule.Value is not null || rule.Table is not null));
}
