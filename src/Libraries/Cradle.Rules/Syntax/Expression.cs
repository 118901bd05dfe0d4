namespace Cradle.Rules.Syntax;

/// <summary>A parsed expression before names and types are known.</summary>
/// <param name="Position">Where it starts.</param>
public abstract record Expression(SourcePosition Position);

/// <summary>A number with an optional unit, e.g. <c>180 days</c>, <c>200 yuan/month</c>, <c>10%</c>.</summary>
public sealed record NumberExpression(SourcePosition Position, decimal Value, string? Unit) : Expression(Position);

/// <summary>A calendar date.</summary>
public sealed record DateExpression(SourcePosition Position, DateOnly Value) : Expression(Position);

/// <summary>A division code.</summary>
public sealed record DivisionExpression(SourcePosition Position, int Code) : Expression(Position);

/// <summary>true or false.</summary>
public sealed record BoolExpression(SourcePosition Position, bool Value) : Expression(Position);

/// <summary>A dotted name: a fact, a definition, a loop variable's fact or an enumeration member.</summary>
public sealed record NameExpression(SourcePosition Position, IReadOnlyList<string> Parts) : Expression(Position)
{
    /// <summary>The name as written.</summary>
    public string Text => string.Join('.', Parts);
}

/// <summary>not x, or -x.</summary>
public sealed record UnaryExpression(SourcePosition Position, string Operator, Expression Operand) : Expression(Position);

/// <summary>Two operands and an operator.</summary>
public sealed record BinaryExpression(SourcePosition Position, string Operator, Expression Left, Expression Right) : Expression(Position);

/// <summary>x in [a, b].</summary>
public sealed record InExpression(SourcePosition Position, Expression Operand, IReadOnlyList<Expression> Items) : Expression(Position);

/// <summary>x between a and b, both ends included.</summary>
public sealed record BetweenExpression(SourcePosition Position, Expression Operand, Expression Low, Expression High) : Expression(Position);

/// <summary>if c then a else b.</summary>
public sealed record IfExpression(SourcePosition Position, Expression Condition, Expression Then, Expression Else) : Expression(Position);

/// <summary>f(a, b).</summary>
public sealed record CallExpression(SourcePosition Position, string Function, IReadOnlyList<Expression> Arguments) : Expression(Position);

/// <summary>count, any, all, sum, min or max over a collection, with an optional filter and value.</summary>
public sealed record AggregateExpression(
    SourcePosition Position, string Function, string Variable, NameExpression Collection, Expression? Filter, Expression? Value)
    : Expression(Position);
