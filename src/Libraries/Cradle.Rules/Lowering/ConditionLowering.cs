using Cradle.Rules.Binding;

namespace Cradle.Rules.Lowering;

/// <summary>Conditions of the intermediate representation as two bits each; the meaning is <see cref="Evaluation.Interpreter.Test"/>.</summary>
internal static class ConditionLowering
{
    public static LowCondition Lower(this LoweringScope scope, Condition? condition)
    {
        var graph = scope.Graph;
        switch (condition)
        {
            case null:
                return new(graph.True, graph.False);
            case BoolConstant constant:
                return new(graph.Bit(constant.Value), graph.Bit(!constant.Value));
            case And and:
                var all = and.Parts.Select(scope.Lower).ToList();
                return new(all.Aggregate(graph.True, (bit, part) => graph.And(bit, part.True)), graph.Or(all.Select(part => part.False)));
            case Or or:
                var any = or.Parts.Select(scope.Lower).ToList();
                return new(graph.Or(any.Select(part => part.True)), any.Aggregate(graph.True, (bit, part) => graph.And(bit, part.False)));
            case Not not:
                var operand = scope.Lower(not.Operand);
                return new(operand.False, operand.True);
            case DefinedCondition defined:
                return scope.Lower(defined.Body);
            case FactCondition fact:
                var column = scope.Column(fact.Fact, fact.Entity, fact.Depth);
                return Where(graph, graph.Known(column), graph.Equal(graph.Column(column), graph.Constant(1)));
            case Compare compare:
                var (left, right) = (scope.Lower(compare.Left), scope.Lower(compare.Right));
                return Where(graph, graph.And(left.Known, right.Known), graph.Compare(compare.Comparator, left.Value, right.Value));
            case InList list:
                return Of(scope, list.Operand, value => graph.Or(list.Values.Select(member => graph.Equal(value, graph.Constant(member)))));
            case Within within:
                return Of(scope, within.Division, value => graph.Equal(graph.Place(new LiesIn(within.Outer), value), graph.Constant(1)));
            case HasMember member:
                return Of(scope, member.Set, value => graph.HasBit(value, member.Member));
            case IsEmpty empty:
                return Of(scope, empty.Set, value => graph.Equal(value, graph.Constant(0)));
            case Quantified quantified:
                return LowerLoop(scope, quantified);
            case IfCondition choice:
                return LowerChoice(graph, scope.Lower(choice.Test), scope.Lower(choice.Then), scope.Lower(choice.Else));
            default:
                throw new InvalidOperationException($"No lowering of {condition.GetType().Name}.");
        }
    }

    private static LowCondition Where(OpGraph graph, Op known, Op holds) => new(graph.And(known, holds), graph.And(known, graph.Not(holds)));

    private static LowCondition Of(LoweringScope scope, Number number, Func<Op, Op> test)
    {
        var operand = scope.Lower(number);
        return Where(scope.Graph, operand.Known, test(operand.Value));
    }

    private static LowCondition LowerLoop(LoweringScope scope, Quantified quantified)
    {
        var graph = scope.Graph;
        var loop = scope.Loop(quantified.Collection, quantified.Depth);
        var body = scope.Inside(loop).Lower(quantified.Body);
        var known = graph.ListKnown(loop.Table);
        var (decisive, neutral) = quantified.All ? (body.False, body.True) : (body.True, body.False);
        var decided = graph.And(known, graph.Any(loop, decisive));
        var passed = graph.And(known, graph.Not(graph.Any(loop, graph.Not(neutral))));
        return quantified.All ? new(passed, decided) : new(decided, passed);
    }

    /// <summary>Where the test is unknown, the answer stands only if both branches give the same.</summary>
    private static LowCondition LowerChoice(OpGraph graph, LowCondition test, LowCondition then, LowCondition otherwise) => new(
        Choose(graph, test, then.True, otherwise.True), Choose(graph, test, then.False, otherwise.False));

    private static Op Choose(OpGraph graph, LowCondition test, Op then, Op otherwise) => graph.Choose(test.True, then, graph.Choose(test.False, otherwise, graph.And(then, otherwise)));
}
