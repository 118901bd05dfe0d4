using Cradle.Rules.Packs;
using Cradle.Rules.Syntax;

namespace Cradle.Rules.Binding;

/// <summary>
/// Gives names and types to parsed expressions. Every mistake is reported with its place and remedy; the result is null when the expression cannot be used.
/// </summary>
public sealed partial class Binder(Vocabulary vocabulary, DiagnosticBag diagnostics, IReadOnlyDictionary<string, Parameter>? parameters = null)
{
    private readonly HashSet<string> _open = [];

    /// <summary>Binds an expression that must be a condition.</summary>
    public Condition? BindCondition(Expression expression, BindingScope scope)
    {
        switch (Bind(expression, scope))
        {
            case Condition condition:
                return condition;
            case null:
                return null;
            case var other:
                Mismatch(expression.Position, "a condition", TypeOf(other));
                return null;
        }
    }

    /// <summary>Binds an expression that must be a number of the given type.</summary>
    public Number? BindNumber(Expression expression, BindingScope scope, RuleType expected)
    {
        switch (Bind(expression, scope))
        {
            case Number number when number.Type == expected:
                return number;
            case Quotient quotient when quotient.Type.AsQuotient(false) == expected:
                NotYetRounded(expression.Position);
                return null;
            case null:
                return null;
            case var other:
                Mismatch(expression.Position, expected.ToString(), TypeOf(other));
                return null;
        }
    }

    /// <summary>Binds an expression that must be a number of any type.</summary>
    private Number? BindAnyNumber(Expression expression, BindingScope scope)
    {
        switch (Bind(expression, scope))
        {
            case Number number:
                return number;
            case Quotient:
                NotYetRounded(expression.Position);
                return null;
            case Condition:
                Mismatch(expression.Position, "a number, date or choice", RuleType.Bool);
                return null;
            default:
                return null;
        }
    }

    /// <summary>Binds an expression of any type.</summary>
    public Node? Bind(Expression expression, BindingScope scope) => expression switch
    {
        BoolExpression constant => new BoolConstant(constant.Position, constant.Value),
        NumberExpression number => BindLiteral(number),
        DateExpression date => new Constant(date.Position, RuleType.Date, date.Value.DayNumber),
        DivisionExpression division => new Constant(division.Position, RuleType.Division, division.Code),
        NameExpression name => BindName(name, scope),
        UnaryExpression { Operator: "not" } not => BindCondition(not.Operand, scope) is { } operand ? new Not(not.Position, operand) : null,
        UnaryExpression minus => BindArithmetic(minus.Position, "-", new NumberExpression(minus.Position, 0, null), minus.Operand, scope),
        BinaryExpression binary => BindBinary(binary, scope),
        InExpression inside => BindIn(inside, scope),
        BetweenExpression between => BindBetween(between, scope),
        IfExpression choice => BindIf(choice, scope),
        CallExpression call => BindCall(call, scope),
        AggregateExpression aggregate => BindAggregate(aggregate, scope),
        _ => throw new InvalidOperationException($"No binding for {expression.GetType().Name}."),
    };

    /// <summary>The type of a bound node.</summary>
    public static RuleType TypeOf(Node node) => node switch
    {
        Number number => number.Type,
        Quotient quotient => quotient.Type,
        _ => RuleType.Bool,
    };

    private Constant? BindLiteral(NumberExpression literal)
    {
        var (type, scale) = literal.Unit switch
        {
            null when literal.Value == decimal.Truncate(literal.Value) => (RuleType.Int, 1m),
            null => (RuleType.Rate, RuleType.RateScale),
            "%" => (RuleType.Rate, RuleType.RateScale / 100m),
            "day" or "days" => (RuleType.Days, 1m),
            "week" or "weeks" => (RuleType.Days, 7m),
            "month" or "months" => (RuleType.Months, 1m),
            "year" or "years" => (RuleType.Months, 12m),
            "yuan" => (RuleType.Money(MoneyPeriod.Once), 100m),
            "yuan/day" => (RuleType.Money(MoneyPeriod.Day), 100m),
            "yuan/month" => (RuleType.Money(MoneyPeriod.Month), 100m),
            _ => (RuleType.Money(MoneyPeriod.Year), 100m),
        };
        var value = literal.Value * scale;
        if (value == decimal.Truncate(value))
            return new Constant(literal.Position, type, (long)value);
        diagnostics.Error("CR201", literal.Position, $"{literal.Value} {literal.Unit} is finer than {type} can hold.", "Use whole units (fen for money, millionths for rates).");
        return null;
    }

    private Node? BindName(NameExpression name, BindingScope scope)
    {
        if (name.Text == "as_of")
            return new AsOf(name.Position);
        if (name.Text == "value" && scope.Value is { } valueType)
            return new OutcomeValue(name.Position, valueType);
        if (vocabulary.Definitions.TryGetValue(name.Text, out var family) && name.Parts[0] == "family")
            return BindDefinition(name, family, scope, (EntityReference.Family, 0));
        if (name.Parts.Count < 2 || Root(name.Parts[0], scope) is not var (kind, entity, depth))
        {
            UnknownName(name, scope);
            return null;
        }

        var path = string.Join('.', name.Parts.Skip(1));
        if (vocabulary.Find(kind, path) is { } fact)
            return fact.Type.Kind == ValueKind.Bool
                ? new FactCondition(name.Position, fact, entity, depth)
                : new FactNumber(name.Position, fact, entity, depth);
        if (vocabulary.Definitions.TryGetValue($"{kind.ToString().ToLowerInvariant()}.{path}", out var definition))
            return BindDefinition(name, definition, scope, (entity, depth));
        UnknownName(name, scope);
        return null;
    }

    private Node? BindDefinition(NameExpression name, Definition definition, BindingScope scope, (EntityReference Entity, int Depth) owner)
    {
        if (!_open.Add(definition.Name))
        {
            diagnostics.Error("CR205", definition.Position, $"The definition {definition.Name} leads back to itself.", "Definitions may not be recursive.");
            return null;
        }

        try
        {
            var inner = new BindingScope { Child = definition.Name.StartsWith("child.", StringComparison.Ordinal) ? owner : null, NextDepth = scope.NextDepth };
            return Bind(definition.Body, inner) switch
            {
                Condition condition => new DefinedCondition(name.Position, definition, owner.Entity, owner.Depth, condition),
                Number number => new DefinedNumber(name.Position, definition, owner.Entity, owner.Depth, number),
                var other => other,
            };
        }
        finally
        {
            _open.Remove(definition.Name);
        }
    }

    private static (EntityKind Kind, EntityReference Entity, int Depth)? Root(string root, BindingScope scope) => root switch
    {
        "family" => (EntityKind.Family, EntityReference.Family, 0),
        "mother" => (EntityKind.Parent, EntityReference.Mother, 0),
        "father" => (EntityKind.Parent, EntityReference.Father, 0),
        "parent" when scope.HasParent => (EntityKind.Parent, EntityReference.Parent, 0),
        "spouse" when scope.HasParent => (EntityKind.Parent, EntityReference.Spouse, 0),
        "child" when scope.Child is { } child => (EntityKind.Child, child.Entity, child.Depth),
        _ when scope.Variables.TryGetValue(root, out var variable) => (variable.Kind, EntityReference.Item, variable.Depth),
        _ => null,
    };

    private void UnknownName(NameExpression name, BindingScope scope)
    {
        var remedy = name.Parts[0] switch
        {
            "child" when scope.Child is null => "This quantity is not answered per child; use any(c in children where …).",
            "parent" or "spouse" when !scope.HasParent => "This quantity is not answered per parent; name mother or father.",
            "value" => "`value` may only stand in a period or window.",
            _ => Nearest(name.Text) is { } near ? $"Did you mean {near}? All names stand in policies/vocabulary.yaml." : "Declare it in policies/vocabulary.yaml.",
        };
        diagnostics.Error("CR202", name.Position, $"Nothing is called {name.Text} here.", remedy);
    }

    private string? Nearest(string text)
    {
        var last = text[(text.LastIndexOf('.') + 1)..];
        return vocabulary.Facts.Select(fact => fact.ToString()).Concat(vocabulary.Definitions.Keys)
            .FirstOrDefault(candidate => candidate.EndsWith(last, StringComparison.Ordinal) || last.Length > 4 && candidate.Contains(last, StringComparison.Ordinal));
    }

    private void NotYetRounded(SourcePosition position) =>
        diagnostics.Error("CR203", position, "A quotient is not yet a value.", "Round it by name: round(…, half_up).");

    private void Mismatch(SourcePosition position, string expected, RuleType found) =>
        diagnostics.Error("CR204", position, $"This is {found}, but {expected} is needed.", "Change the expression, or the unit of the literal or of the quantity.");
}
