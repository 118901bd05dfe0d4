using Cradle.Rules.Packs;
using Cradle.Rules.Syntax;

namespace Cradle.Rules.Binding;

/// <content>Operators: logic, comparison and unit-checked arithmetic.</content>
public sealed partial class Binder
{
    private Node? BindBinary(BinaryExpression binary, BindingScope scope) => binary.Operator switch
    {
        "and" => BindJunction(binary, scope, "and"),
        "or" => BindJunction(binary, scope, "or"),
        "+" or "-" or "*" or "/" => BindArithmetic(binary.Position, binary.Operator, binary.Left, binary.Right, scope),
        _ => BindComparison(binary, scope),
    };

    private Condition? BindJunction(BinaryExpression binary, BindingScope scope, string symbol)
    {
        var operands = new List<Condition>();
        var complete = true;
        Flatten(binary);
        if (!complete)
            return null;
        return symbol == "and" ? new And(binary.Position, operands) : new Or(binary.Position, operands);

        void Flatten(Expression expression)
        {
            if (expression is BinaryExpression inner && inner.Operator == symbol)
            {
                Flatten(inner.Left);
                Flatten(inner.Right);
            }
            else if (BindCondition(expression, scope) is { } operand)
                operands.Add(operand);
            else
                complete = false;
        }
    }

    private Condition? BindComparison(BinaryExpression binary, BindingScope scope)
    {
        var comparator = binary.Operator switch
        {
            "=" => Comparator.Equal,
            "!=" => Comparator.NotEqual,
            "<" => Comparator.Less,
            "<=" => Comparator.LessOrEqual,
            ">" => Comparator.Greater,
            _ => Comparator.GreaterOrEqual,
        };
        var left = Bind(binary.Left, scope);
        if (left is Condition)
        {
            diagnostics.Error("CR206", binary.Position, "A condition is not compared with true or false.", "Write the condition itself, or `not` before it.");
            return null;
        }

        if (left is not Number number)
        {
            if (left is Quotient)
                NotYetRounded(binary.Position);
            return null;
        }

        var right = BindAgainst(binary.Right, scope, number.Type);
        if (right is null)
            return null;
        return comparator is Comparator.Equal or Comparator.NotEqual || HasOrder(number.Type, binary.Position)
            ? new Compare(binary.Position, comparator, number, right) : null;
    }

    private bool HasOrder(RuleType type, SourcePosition position)
    {
        if (type.Kind is not (ValueKind.Enum or ValueKind.Set or ValueKind.Division))
            return true;
        diagnostics.Error("CR207", position, $"A {type} has no order.", "Use = or in; grades are compared by listing them, never by number.");
        return false;
    }

    /// <summary>Binds the other side of a comparison; a bare word beside an enumeration is one of its members.</summary>
    private Number? BindAgainst(Expression expression, BindingScope scope, RuleType type)
    {
        if (type.Kind == ValueKind.Enum && expression is NameExpression { Parts.Count: 1 } member)
            return BindMember(member, type.Enumeration!) is { } index ? new Constant(member.Position, type, index) : null;
        return BindNumber(expression, scope, type);
    }

    private int? BindMember(NameExpression member, Enumeration enumeration)
    {
        var index = enumeration.IndexOf(member.Text);
        if (index >= 0)
            return index;
        diagnostics.Error("CR208", member.Position, $"{member.Text} is no member of {enumeration.Name}.", $"Members are {string.Join(", ", enumeration.Members)}.");
        return null;
    }

    private Condition? BindIn(InExpression inside, BindingScope scope)
    {
        if (BindAnyNumber(inside.Operand, scope) is not { } operand)
            return null;
        var values = new List<long>();
        foreach (var item in inside.Items)
        {
            switch (BindAgainst(item, scope, operand.Type))
            {
                case Constant constant:
                    values.Add(constant.Value);
                    break;
                case null:
                    return null;
                default:
                    diagnostics.Error("CR209", item.Position, "A list holds constants only.", "Write the comparisons with `or`.");
                    return null;
            }
        }

        return new InList(inside.Position, operand, values);
    }

    private Condition? BindBetween(BetweenExpression between, BindingScope scope)
    {
        if (BindAnyNumber(between.Operand, scope) is not { } operand || !HasOrder(operand.Type, between.Position))
            return null;
        var low = BindAgainst(between.Low, scope, operand.Type);
        var high = BindAgainst(between.High, scope, operand.Type);
        return low is null || high is null
            ? null
            : new And(between.Position,
                [new Compare(between.Position, Comparator.GreaterOrEqual, operand, low), new Compare(between.Position, Comparator.LessOrEqual, operand, high)]);
    }

    private Node? BindIf(IfExpression choice, BindingScope scope)
    {
        var test = BindCondition(choice.Condition, scope);
        var then = Bind(choice.Then, scope);
        var otherwise = Bind(choice.Else, scope);
        switch (test, then, otherwise)
        {
            case (null, _, _) or (_, null, _) or (_, _, null):
                return null;
            case (_, Condition a, Condition b):
                return new IfCondition(choice.Position, test, a, b);
            case (_, Number a, Number b) when a.Type == b.Type:
                return new IfNumber(choice.Position, a.Type, test, a, b);
            case (_, Quotient, _) or (_, _, Quotient):
                NotYetRounded(then is Quotient ? choice.Then.Position : choice.Else.Position);
                return null;
            default:
                Mismatch(choice.Else.Position, $"the type of the other branch, {TypeOf(then)},", TypeOf(otherwise));
                return null;
        }
    }

    private Node? BindArithmetic(SourcePosition position, string symbol, Expression leftExpression, Expression rightExpression, BindingScope scope)
    {
        var left = Bind(leftExpression, scope);
        var right = Bind(rightExpression, scope);
        if (left is null || right is null)
            return null;
        var node = (left, right) switch
        {
            (Number a, Number b) => Combine(position, symbol, a, b),
            (Number or Quotient, Number or Quotient) => CombineQuotients(position, symbol, AsQuotient(left), AsQuotient(right)),
            _ => null,
        };
        if (node is null)
            diagnostics.Error("CR210", position, $"{TypeOf(left)} {symbol} {TypeOf(right)} has no meaning.", RemedyFor(TypeOf(left), symbol, TypeOf(right)));
        return node;
    }

    private static string RemedyFor(RuleType left, string symbol, RuleType right) =>
        left.Kind == ValueKind.Date && right.Kind == ValueKind.Months
            ? "Months after a date have two legal readings; use anniversary(date, n) or anniversary_clamped(date, n)."
            : left.Kind == ValueKind.Money && right.Kind == ValueKind.Money && left.Period != right.Period
                ? "The periods differ; use per_year, per_month or once to convert by name."
                : $"Check the units on both sides of '{symbol}'.";

    private static Quotient AsQuotient(Node node) => node is Number number ? new QuotientOf(number.Position, number) : (Quotient)node;

    private static Node? Combine(SourcePosition position, string symbol, Number left, Number right)
    {
        var (a, b) = (left.Type, right.Type);
        switch (symbol)
        {
            case "+" or "-" when a.IsMeasure && a == b:
                return new Binary(position, a, symbol == "+" ? Arithmetic.Add : Arithmetic.Subtract, left, right);
            case "+" or "-" when a.Kind == ValueKind.Date && b.Kind == ValueKind.Days:
                return new Binary(position, a, symbol == "+" ? Arithmetic.Add : Arithmetic.Subtract, left, right);
            case "-" when a.Kind == ValueKind.Date && b.Kind == ValueKind.Date:
                return new Binary(position, RuleType.Days, Arithmetic.Subtract, left, right);
            case "-" when left is Constant { Value: 0, Type.Kind: ValueKind.Int } && b.IsMeasure:
                return new Binary(position, b, Arithmetic.Subtract, new Constant(position, b, 0), right);
            case "*" when Product(a, b) is { } product:
                return new Binary(position, product, Arithmetic.Multiply, left, right);
            case "*" when a.Kind == ValueKind.Rate || b.Kind == ValueKind.Rate:
                return CombineQuotients(position, symbol, AsQuotient(left), AsQuotient(right));
            case "/" when a.IsMeasure && b.IsMeasure:
                return CombineQuotients(position, symbol, AsQuotient(left), AsQuotient(right));
            default:
                return null;
        }
    }

    private static RuleType? Product(RuleType a, RuleType b) => (a.Kind, b.Kind) switch
    {
        (ValueKind.Int, ValueKind.Int or ValueKind.Money or ValueKind.Days or ValueKind.Months) => b,
        (ValueKind.Money or ValueKind.Days or ValueKind.Months, ValueKind.Int) => a,
        (ValueKind.Money, ValueKind.Months) when a.Period == MoneyPeriod.Month => RuleType.Money(MoneyPeriod.Once),
        (ValueKind.Months, ValueKind.Money) when b.Period == MoneyPeriod.Month => RuleType.Money(MoneyPeriod.Once),
        (ValueKind.Money, ValueKind.Days) when a.Period == MoneyPeriod.Day => RuleType.Money(MoneyPeriod.Once),
        (ValueKind.Days, ValueKind.Money) when b.Period == MoneyPeriod.Day => RuleType.Money(MoneyPeriod.Once),
        _ => null,
    };

    private static QuotientBinary? CombineQuotients(SourcePosition position, string symbol, Quotient left, Quotient right)
    {
        var (a, b) = (left.Type.AsQuotient(false), right.Type.AsQuotient(false));
        var (operation, type) = symbol switch
        {
            "+" when a == b => (QuotientArithmetic.Add, a),
            "-" when a == b => (QuotientArithmetic.Subtract, a),
            "*" when b.Kind == ValueKind.Rate => (QuotientArithmetic.Multiply, a),
            "*" when a.Kind == ValueKind.Rate => (QuotientArithmetic.Multiply, b),
            "*" when Product(a, b) is { } product => (QuotientArithmetic.Multiply, product),
            "/" when b.Kind is ValueKind.Int or ValueKind.Rate => (QuotientArithmetic.Divide, a),
            "/" when a.Kind == ValueKind.Money && b.Kind == ValueKind.Days => (QuotientArithmetic.Divide, RuleType.Money(MoneyPeriod.Day)),
            "/" when a.Kind == ValueKind.Money && b.Kind == ValueKind.Months => (QuotientArithmetic.Divide, RuleType.Money(MoneyPeriod.Month)),
            "/" when a == b => (QuotientArithmetic.Divide, RuleType.Rate),
            _ => (default, (RuleType?)null),
        };
        return type is null || !type.IsMeasure ? null : new QuotientBinary(position, type.AsQuotient(), operation, left, right);
    }
}
