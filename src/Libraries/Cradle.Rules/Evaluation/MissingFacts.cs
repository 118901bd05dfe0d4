using Cradle.Rules.Binding;

namespace Cradle.Rules.Evaluation;

/// <summary>Finds the facts that block an unknown condition or number; the slow path, walked only when something is unknown.</summary>
internal static class MissingFacts
{
    /// <summary>Adds the blockers of a condition that is unknown.</summary>
    public static void Of(Condition? condition, Frame frame, FactPaths found)
    {
        if (condition is null || Interpreter.Test(condition, frame) != Kleene.Unknown)
            return;
        switch (condition)
        {
            case And and:
                foreach (var operand in and.Operands)
                    Of(operand, frame, found);
                break;
            case Or or:
                foreach (var operand in or.Operands)
                    Of(operand, frame, found);
                break;
            case Not not:
                Of(not.Operand, frame, found);
                break;
            case FactCondition fact:
                found.Add(frame.PathOf(fact.Fact, fact.Entity, fact.Depth));
                break;
            case Compare compare:
                Of(compare.Left, frame, found);
                Of(compare.Right, frame, found);
                break;
            case InList list:
                Of(list.Operand, frame, found);
                break;
            case Within within:
                Of(within.Division, frame, found);
                break;
            case HasMember member:
                Of(member.Set, frame, found);
                break;
            case IsEmpty empty:
                Of(empty.Set, frame, found);
                break;
            case DefinedCondition defined:
                Of(defined.Body, frame, found);
                break;
            case Quantified quantified:
                OfItems(quantified.Collection, quantified.Depth, frame, found, () => Of(quantified.Body, frame, found));
                break;
            case IfCondition choice:
                Of(choice.Test, frame, found);
                if (Interpreter.Test(choice.Test, frame) != Kleene.Unknown)
                    Of(Interpreter.Test(choice.Test, frame) == Kleene.True ? choice.Then : choice.Else, frame, found);
                break;
        }
    }

    /// <summary>Adds the blockers of a number that is unknown.</summary>
    public static void Of(Number? number, Frame frame, FactPaths found)
    {
        if (number is null || Interpreter.TryNumber(number, frame, out _))
            return;
        switch (number)
        {
            case FactNumber fact:
                found.Add(frame.PathOf(fact.Fact, fact.Entity, fact.Depth));
                break;
            case Binary binary:
                Of(binary.Left, frame, found);
                Of(binary.Right, frame, found);
                break;
            case CalendarCall call:
                Of(call.First, frame, found);
                Of(call.Second, frame, found);
                break;
            case DefinedNumber defined:
                Of(defined.Body, frame, found);
                break;
            case ParameterNumber parameter:
                Of(parameter.Division, frame, found);
                Of(parameter.Date, frame, found);
                break;
            case Retyped retyped:
                Of(retyped.Operand, frame, found);
                break;
            case FirstKnown firstKnown:
                Of(firstKnown.Second, frame, found);
                break;
            case IfNumber choice:
                var test = Interpreter.Test(choice.Test, frame);
                Of(choice.Test, frame, found);
                if (test != Kleene.Unknown)
                    Of(test == Kleene.True ? choice.Then : choice.Else, frame, found);
                break;
            case Aggregate aggregate:
                OfItems(aggregate.Collection, aggregate.Depth, frame, found, () =>
                {
                    Of(aggregate.Filter, frame, found);
                    if (Interpreter.Test(aggregate.Filter, frame) == Kleene.True)
                        Of(aggregate.Value, frame, found);
                });
                break;
            case Rounded rounded:
                Of(rounded.Operand, frame, found);
                break;
        }
    }

    private static void Of(Quotient quotient, Frame frame, FactPaths found)
    {
        switch (quotient)
        {
            case QuotientOf of:
                Of(of.Operand, frame, found);
                break;
            case QuotientBinary binary:
                Of(binary.Left, frame, found);
                Of(binary.Right, frame, found);
                break;
        }
    }

    private static void OfItems(CollectionReference collection, int depth, Frame frame, FactPaths found, Action body)
    {
        if (frame.Items(collection) is not { } items)
        {
            found.Add(frame.PathOf(collection));
            return;
        }

        for (var index = 0; index < items.Count; index++)
        {
            frame.Enter(collection, depth, items[index], index);
            body();
        }
    }
}
