using Cradle.Rules.Syntax;

namespace Cradle.Rules.Tests.Syntax;

public class ExpressionParserTests
{
    private static readonly SourcePosition Start = new("a.yaml", 3, 9);

    [Theory]
    [InlineData("a or b and not c", "(a or (b and (not c)))")]
    [InlineData("a and b or c and d", "((a and b) or (c and d))")]
    [InlineData("not a = b", "(not (a = b))")]
    [InlineData("a + b * c - d", "((a + (b * c)) - d)")]
    [InlineData("a - b - c", "((a - b) - c)")]
    [InlineData("a / b * c", "((a / b) * c)")]
    [InlineData("-a + b", "((- a) + b)")]
    [InlineData("(a + b) * c", "((a + b) * c)")]
    [InlineData("a between b and c and d", "((a between b and c) and d)")]
    [InlineData("x.y in [p, q] or z", "((x.y in [p, q]) or z)")]
    [InlineData("if a then b else if c then d else e", "(if a then b else (if c then d else e))")]
    [InlineData("min(a, b) + max(c, d)", "(min(a, b) + max(c, d))")]
    [InlineData("count(c in children)", "count(c in children)")]
    [InlineData("sum(c in mother.elders where c.x : c.y)", "sum(c in mother.elders where c.x : c.y)")]
    [InlineData("max(c in children : c.y)", "max(c in children : c.y)")]
    public void Operators_bind_as_the_documentation_says(string text, string expected)
    {
        var diagnostics = new DiagnosticBag();

        Assert.Equal(expected, Show(ExpressionParser.Parse(text, Start, diagnostics)!));
        Assert.Empty(diagnostics);
    }

    [Theory]
    [InlineData("3", "3", null)]
    [InlineData("180 days", "180", "days")]
    [InlineData("1 day", "1", "day")]
    [InlineData("2 weeks", "2", "weeks")]
    [InlineData("7 months", "7", "months")]
    [InlineData("3 years", "3", "years")]
    [InlineData("200 yuan", "200", "yuan")]
    [InlineData("200 yuan/month", "200", "yuan/month")]
    [InlineData("1500.50 yuan/year", "1500.50", "yuan/year")]
    [InlineData("10 yuan/day", "10", "yuan/day")]
    [InlineData("0.5%", "0.5", "%")]
    [InlineData("200 %", "200", "%")]
    public void A_literal_keeps_its_unit(string text, string value, string? unit)
    {
        var number = Assert.IsType<NumberExpression>(ExpressionParser.Parse(text, Start, []));

        Assert.Equal((value, unit), (number.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), number.Unit));
    }

    [Fact]
    public void A_slash_after_yuan_that_is_no_period_divides()
    {
        var division = Assert.IsType<BinaryExpression>(ExpressionParser.Parse("300 yuan / n", Start, []));

        Assert.Equal("/", division.Operator);
        Assert.Equal("yuan", Assert.IsType<NumberExpression>(division.Left).Unit);
    }

    [Theory]
    [InlineData("2026-02-30", "CR102", 9, "day of the calendar")]
    [InlineData("a = 2023-02-29", "CR102", 13, "2023-02-29")]
    [InlineData("a and", "CR103", 14, "the expression ends")]
    [InlineData("", "CR103", 9, "a value")]
    [InlineData("a b", "CR103", 11, "'b' stands")]
    [InlineData("(a", "CR103", 11, "')'")]
    [InlineData("a in b", "CR103", 14, "'['")]
    [InlineData("a in []", "CR103", 15, "a value")]
    [InlineData("a between 1", "CR103", 20, "'and'")]
    [InlineData("if a then b", "CR103", 20, "'else'")]
    [InlineData("f()", "CR103", 11, "a value")]
    [InlineData("a.", "CR103", 11, "a name")]
    [InlineData("a < b < c", "CR103", 15, "an operator or the end")]
    [InlineData("within(d, @123)", "CR104", 19, "@123")]
    [InlineData("@12345678901234", "CR104", 9, "no division code")]
    [InlineData("9999999999999 days", "CR105", 9, "longer than")]
    [InlineData("99999999999999999999999999999999999", "CR105", 9, "longer than")]
    public void A_mistake_is_named_with_its_place_and_remedy(string text, string code, int column, string part)
    {
        var diagnostics = new DiagnosticBag();

        Assert.Null(ExpressionParser.Parse(text, Start, diagnostics));

        var finding = Assert.Single(diagnostics);
        Assert.Equal((code, Start.Line, column), (finding.Code, finding.Position.Line, finding.Position.Column));
        Assert.Contains(part, finding.Message, StringComparison.Ordinal);
        Assert.NotEmpty(finding.Remedy);
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("not ", "")]
    [InlineData("-", "")]
    [InlineData("min(a, ", ")")]
    [InlineData("if a then b else ", "")]
    public void Nesting_without_end_is_refused_instead_of_exhausting_the_stack(string open, string close)
    {
        var text = string.Concat(Enumerable.Repeat(open, 20_000)) + "a" + string.Concat(Enumerable.Repeat(close, 20_000));
        var diagnostics = new DiagnosticBag();

        Assert.Null(ExpressionParser.Parse(text, Start, diagnostics));

        Assert.Equal("CR106", Assert.Single(diagnostics).Code);
    }

    [Fact]
    public void Nesting_as_deep_as_rules_need_is_read()
    {
        var text = string.Concat(Enumerable.Repeat("(", 60)) + "a" + string.Concat(Enumerable.Repeat(")", 60));

        Assert.NotNull(ExpressionParser.Parse(text, Start, []));
    }

    private static string Show(Expression expression) => expression switch
    {
        NumberExpression number => $"{number.Value}{(number.Unit is null ? "" : " " + number.Unit)}",
        NameExpression name => name.Text,
        UnaryExpression unary => $"({unary.Operator} {Show(unary.Operand)})",
        BinaryExpression binary => $"({Show(binary.Left)} {binary.Operator} {Show(binary.Right)})",
        InExpression inside => $"({Show(inside.Operand)} in [{string.Join(", ", inside.Items.Select(Show))}])",
        BetweenExpression between => $"({Show(between.Operand)} between {Show(between.Low)} and {Show(between.High)})",
        IfExpression choice => $"(if {Show(choice.Condition)} then {Show(choice.Then)} else {Show(choice.Else)})",
        CallExpression call => $"{call.Function}({string.Join(", ", call.Arguments.Select(Show))})",
        AggregateExpression aggregate => $"{aggregate.Function}({aggregate.Variable} in {Show(aggregate.Collection)}"
            + $"{(aggregate.Filter is null ? "" : $" where {Show(aggregate.Filter)}")}{(aggregate.Value is null ? "" : $" : {Show(aggregate.Value)}")})",
        _ => expression.ToString(),
    };
}
