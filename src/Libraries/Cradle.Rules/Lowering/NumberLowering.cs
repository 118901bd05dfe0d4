using Cradle.Rules.Binding;

namespace Cradle.Rules.Lowering;

/// <summary>Numbers of the intermediate representation as a bit and a whole; the meaning is <see cref="Evaluation.Interpreter.TryNumber"/>.</summary>
internal static class NumberLowering
{
    /// <exception cref="NotLoweredException">It cannot be proven that every result fits.</exception>
    public static LowNumber Lower(this LoweringScope scope, Number number)
    {
        var graph = scope.Graph;
        switch (number)
        {
            case Constant constant:
                return new(graph.True, graph.Constant(constant.Value));
            case AsOf:
                return new(graph.True, scope.Today);
            case FactNumber fact:
                var column = scope.Column(fact.Fact, fact.Entity, fact.Depth);
                return new(graph.Known(column), graph.Column(column));
            case Binary binary:
                var (left, right) = (scope.Lower(binary.Left), scope.Lower(binary.Right));
                return new(graph.And(left.Known, right.Known), graph.Combine(binary.Operation, left.Value, right.Value));
            case CalendarCall call:
                var first = scope.Lower(call.First);
                if (call.Second is null)
                    return new(first.Known, graph.Calendar(call.Function, first.Value, null));
                var second = scope.Lower(call.Second);
                return new(graph.And(first.Known, second.Known), graph.Calendar(call.Function, first.Value, second.Value));
            case DefinedNumber defined:
                return scope.Lower(defined.Body);
            case ParameterNumber parameter:
                return scope.LowerParameter(parameter);
            case Retyped retyped:
                return scope.Lower(retyped.Operand);
            case IfNumber choice:
                return LowerChoice(graph, scope.Lower(choice.Test), scope.Lower(choice.Then), scope.Lower(choice.Else));
            case FirstKnown firstKnown:
                var (known, fallback) = (scope.Lower(firstKnown.First), scope.Lower(firstKnown.Second));
                return new(graph.Or(known.Known, fallback.Known), graph.Select(known.Known, known.Value, fallback.Value));
            case OutcomeValue:
                return scope.OutcomeValue ?? new(graph.False, graph.Constant(0));
            case Aggregate aggregate:
                return LowerLoop(scope, aggregate);
            case Rounded rounded:
                return scope.LowerRounded(rounded);
            default:
                throw new InvalidOperationException($"No lowering of {number.GetType().Name}.");
        }
    }

    private static LowNumber LowerChoice(OpGraph graph, LowCondition test, LowNumber then, LowNumber otherwise)
    {
        var alike = graph.And(graph.And(then.Known, otherwise.Known), graph.Equal(then.Value, otherwise.Value));
        var known = graph.Choose(test.True, then.Known, graph.Choose(test.False, otherwise.Known, alike));
        return new(known, graph.Select(test.False, otherwise.Value, then.Value));
    }

    private static LowNumber LowerLoop(LoweringScope scope, Aggregate aggregate)
    {
        var graph = scope.Graph;
        var loop = scope.Loop(aggregate.Collection, aggregate.Depth);
        var inside = scope.Inside(loop);
        var filter = inside.Lower(aggregate.Filter);
        var value = aggregate.Value is null ? new LowNumber(graph.True, graph.Constant(1)) : inside.Lower(aggregate.Value);
        // one item that neither surely passes with a known value, nor surely fails, makes the whole unknown
        var settled = graph.Or(filter.False, graph.And(filter.True, value.Known));
        var known = graph.And(graph.ListKnown(loop.Table), graph.Not(graph.Any(loop, graph.Not(settled))));
        return aggregate.Aggregation switch
        {
            Aggregation.Count or Aggregation.Sum => new(known, graph.Sum(loop, graph.Select(filter.True, value.Value, graph.Constant(0)))),
            Aggregation.Min => new(graph.And(known, graph.Any(loop, filter.True)), graph.Least(loop, graph.Select(filter.True, value.Value, graph.Constant(value.Value.High)))),
            _ => new(graph.And(known, graph.Any(loop, filter.True)), graph.Greatest(loop, graph.Select(filter.True, value.Value, graph.Constant(value.Value.Low)))),
        };
    }
}
