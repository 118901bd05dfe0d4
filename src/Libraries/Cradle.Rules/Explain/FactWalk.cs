using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;

namespace Cradle.Rules.Explain;

/// <summary>Walks a node and names every fact it may read in a frame.</summary>
public static class FactWalk
{
    /// <summary>The facts a node reads, with their types; facts of collection items for every item.</summary>
    public static IEnumerable<(FactPath Path, RuleType Type)> Of(Node? node, Frame frame)
    {
        switch (node)
        {
            case FactCondition fact:
                return [(frame.PathOf(fact.Fact, fact.Entity, fact.Depth), fact.Fact.Type)];
            case FactNumber fact:
                return [(frame.PathOf(fact.Fact, fact.Entity, fact.Depth), fact.Fact.Type)];
            case Quantified quantified:
                return Items(quantified.Collection, quantified.Depth, frame, () => Of(quantified.Body, frame));
            case Aggregate aggregate:
                return Items(aggregate.Collection, aggregate.Depth, frame, () => Of(aggregate.Filter, frame).Concat(Of(aggregate.Value, frame)));
            case null:
                return [];
            default:
                return Children(node).SelectMany(child => Of(child, frame));
        }
    }

    /// <summary>The nodes directly below a node.</summary>
    public static IEnumerable<Node> Children(Node node) => node switch
    {
        And and => and.Operands,
        Or or => or.Operands,
        Not not => [not.Operand],
        Compare compare => [compare.Left, compare.Right],
        InList list => [list.Operand],
        Within within => [within.Division],
        HasMember member => [member.Set],
        IsEmpty empty => [empty.Set],
        Quantified quantified => [quantified.Body],
        IfCondition choice => [choice.Test, choice.Then, choice.Else],
        DefinedCondition defined => [defined.Body],
        Binary binary => [binary.Left, binary.Right],
        IfNumber choice => [choice.Test, choice.Then, choice.Else],
        CalendarCall call => call.Second is null ? [call.First] : [call.First, call.Second],
        Aggregate aggregate => new Node?[] { aggregate.Filter, aggregate.Value }.OfType<Node>(),
        FirstKnown firstKnown => [firstKnown.First, firstKnown.Second],
        ParameterNumber parameter => [parameter.Division, parameter.Date],
        Retyped retyped => [retyped.Operand],
        DefinedNumber defined => [defined.Body],
        Rounded rounded => [rounded.Operand],
        QuotientOf of => [of.Operand],
        QuotientBinary binary => [binary.Left, binary.Right],
        _ => [],
    };

    /// <summary>A node and all below it.</summary>
    internal static IEnumerable<Node> WithAllBelow(Node node) => Children(node).SelectMany(WithAllBelow).Prepend(node);

    /// <summary>The row of facts a path belongs to, or null where the family has no such entity.</summary>
    public static EntityFacts? Entity(FactPath path, FamilyFacts family) => path.Root switch
    {
        PathRoot.Family => family.Family,
        PathRoot.Mother => family.Mother,
        PathRoot.Father => family.Father,
        PathRoot.Child => At(family.Children, path.Index),
        PathRoot.MotherElder => At(family.MotherElders, path.Index),
        PathRoot.FatherElder => At(family.FatherElders, path.Index),
        _ => null,
    };

    private static EntityFacts? At(List<EntityFacts>? items, int index) => items is not null && index < items.Count ? items[index] : null;

    private static IEnumerable<(FactPath, RuleType)> Items(CollectionReference collection, int depth, Frame frame, Func<IEnumerable<(FactPath, RuleType)>> body)
    {
        if (frame.Items(collection) is not { } items)
        {
            yield return (frame.PathOf(collection), RuleType.Int);
            yield break;
        }

        for (var index = 0; index < items.Count; index++)
        {
            frame.Enter(collection, depth, items[index], index);
            foreach (var found in body())
                yield return found;
        }
    }
}
