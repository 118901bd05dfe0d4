using System.Globalization;

namespace Cradle.Rules.Syntax;

/// <summary>A recursive-descent parser for expressions; grammar in docs/policy-language.md.</summary>
public sealed class ExpressionParser
{
    /// <summary>Deeper nesting than any rule needs; it keeps a slip of the pen from exhausting the stack.</summary>
    private const int DeepestNesting = 64;

    /// <summary>Whatever the unit, a number this long still fits 64 bits in fen, months or millionths.</summary>
    private const int LongestNumber = 12;

    private static readonly HashSet<string> Units =
        ["day", "days", "week", "weeks", "month", "months", "year", "years", "yuan"];

    private static readonly HashSet<string> Comparisons = ["=", "!=", "<", "<=", ">", ">="];
    private static readonly HashSet<string> Aggregates = ["count", "any", "all", "sum", "min", "max"];

    private readonly List<Token> _tokens;
    private readonly DiagnosticBag _diagnostics;
    private int _next;
    private int _depth;

    private ExpressionParser(List<Token> tokens, DiagnosticBag diagnostics) => (_tokens, _diagnostics) = (tokens, diagnostics);

    private Token Current => _tokens[_next];

    /// <summary>Parses <paramref name="text"/>; null when it could not be understood (the reason is in the diagnostics).</summary>
    public static Expression? Parse(string text, SourcePosition start, DiagnosticBag diagnostics)
    {
        var parser = new ExpressionParser(Lexer.Read(text, start, diagnostics), diagnostics);
        try
        {
            var expression = parser.Or();
            if (parser.Current.Kind != TokenKind.End)
                throw parser.Unexpected("an operator or the end");
            return expression;
        }
        catch (SyntaxException)
        {
            return null;
        }
    }

    private Expression Or()
    {
        Deeper();
        var left = And();
        while (Take("or") is { } token)
            left = new BinaryExpression(token.Position, "or", left, And());
        _depth--;
        return left;
    }

    private Expression And()
    {
        var left = Not();
        while (Take("and") is { } token)
            left = new BinaryExpression(token.Position, "and", left, Not());
        return left;
    }

    private Expression Not()
    {
        if (Take("not") is not { } token)
            return Comparison();
        Deeper();
        var operand = Not();
        _depth--;
        return new UnaryExpression(token.Position, "not", operand);
    }

    private Expression Comparison()
    {
        var left = Sum();
        if (Current.Kind == TokenKind.Symbol && Comparisons.Contains(Current.Text))
        {
            var token = Advance();
            return new BinaryExpression(token.Position, token.Text, left, Sum());
        }

        if (Take("in") is { } inToken)
        {
            Expect("[");
            var items = new List<Expression> { Sum() };
            while (Take(",") is not null)
                items.Add(Sum());
            Expect("]");
            return new InExpression(inToken.Position, left, items);
        }

        if (Take("between") is { } between)
        {
            var low = Sum();
            Expect("and");
            return new BetweenExpression(between.Position, left, low, Sum());
        }

        return left;
    }

    private Expression Sum()
    {
        var left = Product();
        while ((Take("+") ?? Take("-")) is { } token)
            left = new BinaryExpression(token.Position, token.Text, left, Product());
        return left;
    }

    private Expression Product()
    {
        var left = Unary();
        while ((Take("*") ?? Take("/")) is { } token)
            left = new BinaryExpression(token.Position, token.Text, left, Unary());
        return left;
    }

    private Expression Unary()
    {
        if (Take("-") is not { } token)
            return Primary();
        Deeper();
        var operand = Unary();
        _depth--;
        return new UnaryExpression(token.Position, "-", operand);
    }

    private Expression Primary()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                return Number();
            case TokenKind.Date:
                Advance();
                if (DateOnly.TryParseExact(token.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                    return new DateExpression(token.Position, date);
                _diagnostics.Error("CR102", token.Position, $"{token.Text} is not a day of the calendar.", "Write year-month-day, e.g. 2026-03-01.");
                throw new SyntaxException();
            case TokenKind.Division:
                Advance();
                if (token.Text.Length is 2 or 4 or 6)
                    return new DivisionExpression(token.Position, int.Parse(token.Text, CultureInfo.InvariantCulture));
                _diagnostics.Error("CR104", token.Position, $"@{token.Text} is no division code.", "Write @ and 2, 4 or 6 digits, e.g. @62, @6210.");
                throw new SyntaxException();
            case TokenKind.Symbol when token.Text == "(":
                Advance();
                var inner = Or();
                Expect(")");
                return inner;
            case TokenKind.Word:
                return Word();
            default:
                throw Unexpected("a value");
        }
    }

    private NumberExpression Number()
    {
        var token = Advance();
        if (token.Text.Length > LongestNumber)
        {
            _diagnostics.Error("CR105", token.Position, $"The number is longer than {LongestNumber} characters.", "Check the figure and its unit.");
            throw new SyntaxException();
        }

        var value = decimal.Parse(token.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        if (Take("%") is not null)
            return new NumberExpression(token.Position, value, "%");
        if (Current.Kind != TokenKind.Word || !Units.Contains(Current.Text))
            return new NumberExpression(token.Position, value, null);
        var unit = Advance().Text;
        if (unit == "yuan" && Current.Is("/") && _tokens[_next + 1] is { Kind: TokenKind.Word, Text: "day" or "month" or "year" } period)
        {
            _next += 2;
            unit = $"yuan/{period.Text}";
        }

        return new NumberExpression(token.Position, value, unit);
    }

    private Expression Word()
    {
        var token = Advance();
        switch (token.Text)
        {
            case "true" or "false":
                return new BoolExpression(token.Position, token.Text == "true");
            case "if":
                var condition = Or();
                Expect("then");
                var then = Or();
                Expect("else");
                return new IfExpression(token.Position, condition, then, Or());
        }

        if (Current.Is("("))
            return IsAggregate(token) ? Aggregate(token) : Call(token);
        var parts = new List<string> { token.Text };
        while (Take(".") is not null)
            parts.Add(ExpectWord());
        return new NameExpression(token.Position, parts);
    }

    private bool IsAggregate(Token function) =>
        Aggregates.Contains(function.Text) && _tokens[_next + 1].Kind == TokenKind.Word && _tokens[_next + 2].Is("in");

    private CallExpression Call(Token function)
    {
        Expect("(");
        var arguments = new List<Expression> { Or() };
        while (Take(",") is not null)
            arguments.Add(Or());
        Expect(")");
        return new CallExpression(function.Position, function.Text, arguments);
    }

    private AggregateExpression Aggregate(Token function)
    {
        Expect("(");
        var variable = ExpectWord();
        Expect("in");
        var start = Current.Position;
        var parts = new List<string> { ExpectWord() };
        while (Take(".") is not null)
            parts.Add(ExpectWord());
        var filter = Take("where") is not null ? Or() : null;
        var value = Take(":") is not null ? Or() : null;
        Expect(")");
        return new AggregateExpression(function.Position, function.Text, variable, new NameExpression(start, parts), filter, value);
    }

    private void Deeper()
    {
        if (++_depth <= DeepestNesting)
            return;
        _diagnostics.Error("CR106", Current.Position, $"The expression is nested more than {DeepestNesting} deep.", "Name its parts as definitions in policies/vocabulary.yaml.");
        throw new SyntaxException();
    }

    private Token Advance() => _tokens[_next++];

    private Token? Take(string text) => Current.Is(text) ? Advance() : null;

    private void Expect(string text)
    {
        if (Take(text) is null)
            throw Unexpected($"'{text}'");
    }

    private string ExpectWord() => Current.Kind == TokenKind.Word ? Advance().Text : throw Unexpected("a name");

    private SyntaxException Unexpected(string expected)
    {
        var found = Current.Kind == TokenKind.End ? "the expression ends" : $"'{Current.Text}' stands";
        _diagnostics.Error("CR103", Current.Position, $"Here {found} where {expected} was expected.", "Complete or correct the expression.");
        return new SyntaxException();
    }

    private sealed class SyntaxException : Exception;
}
