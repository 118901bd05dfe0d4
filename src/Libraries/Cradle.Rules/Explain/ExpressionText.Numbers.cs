using Cradle.Rules.Binding;

namespace Cradle.Rules.Explain;

/// <content>Numbers and fractions. Arithmetic keeps its signs, with brackets wherever they change the meaning.</content>
internal sealed partial class ExpressionText
{
    private const int Whole = 3, Factor = 2, Term = 1;

    /// <summary>A number as a phrase.</summary>
    public string Number(Number number) => Say(number).Text;

    private (string Text, int Rank) Say(Number number) => number switch
    {
        Constant constant => (wording.Amount(constant.Value, constant.Type), Whole),
        AsOf => (wording.AsOf, Whole),
        OutcomeValue value => (wording.OutcomeValue(value.Type.Kind), Whole),
        FactNumber fact => (wording.Of(OwnerOf(fact.Entity, fact.Depth), fact.Fact.Label.In(wording.Language)), Whole),
        DefinedNumber defined => (wording.Of(OwnerOf(defined.Entity, defined.Depth), defined.Definition.Label.In(wording.Language)), Whole),
        Binary { Operation: Arithmetic.Min or Arithmetic.Max } extreme
            => (wording.Extreme(extreme.Operation == Arithmetic.Max, Number(extreme.Left), Number(extreme.Right)), Whole),
        Binary { Type.Kind: ValueKind.Date } moved => (Move(moved), Whole),
        Binary { Type.Kind: ValueKind.Days, Left.Type.Kind: ValueKind.Date } distance
            => (wording.Calendar(CalendarFunction.DaysBetween, Number(distance.Right), false, Number(distance.Left), null, distance.Left is AsOf), Whole),
        Binary binary => Infix(Symbol(binary.Operation), Say(binary.Left), Say(binary.Right)),
        IfNumber choice => (wording.Choice(Condition(choice.Test), Number(choice.Then), Number(choice.Else)), Whole),
        CalendarCall call => (Calendar(call), Whole),
        Aggregate aggregate => (Aggregated(aggregate), Whole),
        FirstKnown known => (wording.FirstKnown(Number(known.First), Number(known.Second)), Whole),
        ParameterNumber parameter => (wording.Parameter(
            parameter.Parameter.Label.In(wording.Language), Number(parameter.Division), parameter.Date is AsOf ? null : Number(parameter.Date)), Whole),
        Retyped retyped => (wording.PerPeriod(Number(retyped.Operand), retyped.Type.Period), Whole),
        Rounded { Operand: QuotientOf of } => Say(of.Operand),
        Rounded rounded => (wording.Rounded(Say(rounded.Operand).Text, rounded.Mode, rounded.Type.Kind), Whole),
        _ => throw new InvalidOperationException($"No words for {number.GetType().Name}."),
    };

    private (string Text, int Rank) Say(Quotient quotient) => quotient switch
    {
        QuotientOf of => Say(of.Operand),
        QuotientBinary binary => Infix(Symbol(binary.Operation), Say(binary.Left), Say(binary.Right)),
        _ => throw new InvalidOperationException($"No words for {quotient.GetType().Name}."),
    };

    private (string Text, int Rank) Infix(char symbol, (string Text, int Rank) left, (string Text, int Rank) right)
    {
        var rank = symbol is '+' or '−' ? Term : Factor;
        var first = left.Rank < rank ? wording.Group(left.Text) : left.Text;
        var second = right.Rank < rank || right.Rank == rank && (symbol is '−' or '÷') ? wording.Group(right.Text) : right.Text;
        return ($"{first} {symbol} {second}", rank);
    }

    /// <summary>A date and some days; "start + days − 1 day" is what people call the last of the days.</summary>
    private string Move(Binary moved)
    {
        if (moved is { Operation: Arithmetic.Subtract, Right: Constant { Value: 1 }, Left: Binary { Operation: Arithmetic.Add, Left.Type.Kind: ValueKind.Date } span })
            return wording.LastOf(Number(span.Left), Number(span.Right));
        return wording.Shifted(Number(moved.Left), Number(moved.Right), moved.Right is Constant { Value: 1 }, moved.Operation == Arithmetic.Subtract);
    }

    private string Calendar(CalendarCall call)
    {
        var isBirth = call.First is FactNumber { Fact.Path: "birth_date" };
        var first = call.First is FactNumber birth && isBirth ? OwnerOf(birth.Entity, birth.Depth) : Number(call.First);
        return wording.Calendar(call.Function, first, isBirth, call.Second is null ? null : Number(call.Second), (call.Second as Constant)?.Value, call.Second is AsOf);
    }

    private string Aggregated(Aggregate aggregate)
    {
        _items[aggregate.Depth] = wording.Item(aggregate.Collection.Kind, ItemRole.That);
        var items = wording.Items(aggregate.Collection, wording.Owner(aggregate.Collection.Owner), aggregate.Filter is null ? null : Condition(aggregate.Filter));
        return wording.Aggregate(aggregate.Aggregation, items, aggregate.Value is null ? null : Number(aggregate.Value));
    }

    private static char Symbol(Arithmetic operation) => operation switch
    {
        Arithmetic.Add => '+',
        Arithmetic.Subtract => '−',
        _ => '×',
    };

    private static char Symbol(QuotientArithmetic operation) => operation switch
    {
        QuotientArithmetic.Add => '+',
        QuotientArithmetic.Subtract => '−',
        QuotientArithmetic.Multiply => '×',
        _ => '÷',
    };
}
