using Cradle.Rules.Syntax;

namespace Cradle.Rules.Tests.Syntax;

public class LexerTests
{
    private static readonly SourcePosition Start = new("a.yaml", 7, 11);

    [Fact]
    public void Every_kind_of_token_is_told_apart_with_its_place()
    {
        var diagnostics = new DiagnosticBag();

        var tokens = Lexer.Read("days>=14 and @62 2026-03-01 1.5%", Start, diagnostics);

        Assert.Empty(diagnostics);
        Assert.Equal(
            [
                (TokenKind.Word, "days", 11), (TokenKind.Symbol, ">=", 15), (TokenKind.Number, "14", 17), (TokenKind.Word, "and", 20), (TokenKind.Division, "62", 24),
                (TokenKind.Date, "2026-03-01", 28), (TokenKind.Number, "1.5", 39), (TokenKind.Symbol, "%", 42), (TokenKind.End, "", 43),
            ],
            tokens.Select(token => (token.Kind, token.Text, token.Position.Column)));
        Assert.All(tokens, token => Assert.Equal(7, token.Position.Line));
    }

    [Fact]
    public void A_date_is_one_token_and_a_difference_is_three()
    {
        Assert.Equal(2, Lexer.Read("2026-03-01", Start, []).Count);
        Assert.Equal(["2026", "-", "03", ""], Lexer.Read("2026 - 03", Start, []).Select(token => token.Text));
    }

    [Theory]
    [InlineData("a ; b", 13)]
    [InlineData("（a）", 11)]
    [InlineData("\"text\"", 11)]
    [InlineData("a ＝ b", 13)]
    public void A_character_without_meaning_is_CR101_where_it_stands_and_is_passed_over(string text, int column)
    {
        var diagnostics = new DiagnosticBag();

        var tokens = Lexer.Read(text, Start, diagnostics);

        var finding = diagnostics.First();
        Assert.Equal(("CR101", new SourcePosition("a.yaml", 7, column), Severity.Error), (finding.Code, finding.Position, finding.Severity));
        Assert.Contains("Remove it", finding.Remedy, StringComparison.Ordinal);
        Assert.Equal(TokenKind.End, tokens[^1].Kind);
    }
}
