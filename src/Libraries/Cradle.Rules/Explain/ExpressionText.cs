using Cradle.Rules.Binding;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Explain;

/// <summary>Walks one expression and words it. Negation is carried inwards, so that "not" meets a label and not a clause.</summary>
internal sealed partial class ExpressionText(Wording wording)
{
    private readonly Dictionary<int, string> _items = [];

    /// <summary>How tightly a worded clause holds together.</summary>
    private enum Tie
    {
        Single,
        All,
        Any,
    }

    /// <summary>A condition as a clause.</summary>
    public string Condition(Condition condition) => Say(condition, negated: false).Text;

    private (string Text, Tie Tie) Say(Condition condition, bool negated) => condition switch
    {
        And all when AsBetween(all) is var (operand, low, high) => (wording.Between(operand, low, high, negated), Tie.Single),
        And all => negated ? Negated(all) : (wording.All([.. all.Operands.Select(operand => Part(operand, Tie.All))]), Tie.All),
        Or any => negated ? Negated(any) : (wording.Any([.. any.Operands.Select(operand => Part(operand, Tie.Any))]), Tie.Any),
        Not not => Say(not.Operand, !negated),
        BoolConstant constant => (wording.Constant(constant.Value != negated), Tie.Single),
        FactCondition fact => (wording.Predicate(OwnerOf(fact.Entity, fact.Depth), fact.Fact.Entity, fact.Fact.Label, negated), Tie.Single),
        DefinedCondition defined => (wording.Predicate(OwnerOf(defined.Entity, defined.Depth), KindOf(defined), defined.Definition.Label, negated), Tie.Single),
        Compare { Left: FactNumber { Type.Kind: ValueKind.Enum } fact, Right: Constant member } compare
            => (MembersOf(fact, [(int)member.Value], negated != (compare.Comparator == Comparator.NotEqual)), Tie.Single),
        Compare compare => (wording.Comparison(
            negated ? Opposite(compare.Comparator) : compare.Comparator, Number(compare.Left), Number(compare.Right), compare.Left.Type.Kind), Tie.Single),
        InList { Operand: FactNumber { Type.Kind: ValueKind.Enum } fact } list
            => (MembersOf(fact, [.. list.Values.Select(value => (int)value)], negated), TieOf(list, negated)),
        InList list => (wording.Among(Number(list.Operand), [.. list.Values.Select(value => wording.Amount(value, list.Operand.Type))], negated), TieOf(list, negated)),
        Within within => (wording.Inside(Number(within.Division), wording.Division(within.Outer), negated), Tie.Single),
        HasMember member => (wording.Includes(Number(member.Set), member.Set.Type.Enumeration!.Labels[member.Member].In(wording.Language), negated), Tie.Single),
        IsEmpty empty => (wording.Empty(Number(empty.Set), negated), Tie.Single),
        Quantified quantified => (Quantify(quantified, negated), Tie.Single),
        IfCondition choice => (wording.Choice(Condition(choice.Test), Say(choice.Then, negated).Text, Say(choice.Else, negated).Text), Tie.Single),
        _ => throw new InvalidOperationException($"No words for {condition.GetType().Name}."),
    };

    private (string Text, Tie Tie) Negated(Condition condition) => (wording.NotSo(Condition(condition)), Tie.Single);

    private string Part(Condition operand, Tie around)
    {
        var (text, tie) = Say(operand, negated: false);
        return tie == Tie.Single || tie == around && operand is not InList ? text : wording.Group(text);
    }

    private Tie TieOf(InList list, bool negated) => list.Values.Count > 1 && !negated && !wording.ListsStandAlone ? Tie.Any : Tie.Single;

    private (string Operand, string Low, string High)? AsBetween(And all) =>
        all.Operands is [Compare { Comparator: Comparator.GreaterOrEqual } low, Compare { Comparator: Comparator.LessOrEqual } high]
        && ReferenceEquals(low.Left, high.Left)
            ? (Number(low.Left), Number(low.Right), Number(high.Right))
            : null;

    private string MembersOf(FactNumber fact, IReadOnlyList<int> members, bool negated) =>
        wording.Members(OwnerOf(fact.Entity, fact.Depth), fact.Fact.Label, fact.Type.Enumeration!, members, negated);

    private string Quantify(Quantified quantified, bool negated)
    {
        var owner = wording.Owner(quantified.Collection.Owner);
        if (quantified.Body is BoolConstant { Value: true })
            return quantified.All ? wording.Constant(!negated) : wording.HasItems(quantified.Collection, owner, negated);
        if (!negated && quantified.Body is not (And or Or or Quantified or InList { Values.Count: > 1 }))
        {
            _items[quantified.Depth] = wording.Item(quantified.Collection.Kind, quantified.All ? ItemRole.Every : ItemRole.Some);
            return Condition(quantified.Body);
        }

        _items[quantified.Depth] = wording.Item(quantified.Collection.Kind, ItemRole.That);
        return wording.Quantified(quantified.Collection, owner, quantified.All, Condition(quantified.Body), negated);
    }

    private string OwnerOf(EntityReference entity, int depth) =>
        entity == EntityReference.Item ? _items.GetValueOrDefault(depth) ?? wording.Owner(entity) : wording.Owner(entity);

    private static EntityKind KindOf(DefinedCondition defined) => defined.Entity switch
    {
        EntityReference.Family => EntityKind.Family,
        EntityReference.Child or EntityReference.Item => EntityKind.Child,
        _ => EntityKind.Parent,
    };

    private static Comparator Opposite(Comparator comparator) => comparator switch
    {
        Comparator.Equal => Comparator.NotEqual,
        Comparator.NotEqual => Comparator.Equal,
        Comparator.Less => Comparator.GreaterOrEqual,
        Comparator.LessOrEqual => Comparator.Greater,
        Comparator.Greater => Comparator.LessOrEqual,
        _ => Comparator.Less,
    };
}
