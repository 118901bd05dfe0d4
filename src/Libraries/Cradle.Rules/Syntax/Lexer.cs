using System.Text.RegularExpressions;

namespace Cradle.Rules.Syntax;

/// <summary>Splits the text of an expression into tokens.</summary>
public static partial class Lexer
{
    /// <summary>Reads all tokens; an unreadable character is reported and passed over.</summary>
    public static List<Token> Read(string text, SourcePosition start, DiagnosticBag diagnostics)
    {
        var tokens = new List<Token>();
        var offset = 0;
        while (offset < text.Length)
        {
            var match = TokenPattern().Match(text, offset);
            if (match.Success)
            {
                if (!match.Groups["space"].Success)
                    tokens.Add(new Token(KindOf(match), match.Value.TrimStart('@'), start.Shift(offset)));
                offset += match.Length;
                continue;
            }

            diagnostics.Error("CR101", start.Shift(offset), $"The character '{text[offset]}' means nothing in an expression.",
                "Remove it; see docs/policy-language.md for the operators.");
            offset++;
        }

        tokens.Add(new Token(TokenKind.End, "", start.Shift(text.Length)));
        return tokens;
    }

    private static TokenKind KindOf(Match match) =>
        match.Groups["date"].Success ? TokenKind.Date
        : match.Groups["number"].Success ? TokenKind.Number
        : match.Groups["division"].Success ? TokenKind.Division
        : match.Groups["word"].Success ? TokenKind.Word
        : TokenKind.Symbol;

    [GeneratedRegex(@"\G(?:(?<space>\s+)|(?<date>\d{4}-\d{2}-\d{2})|(?<number>\d+(?:\.\d+)?)|(?<division>@\d+)|(?<word>[A-Za-z_][A-Za-z0-9_]*)|(?<symbol><=|>=|!=|[=<>+\-*/(),.\[\]:%]))")]
    private static partial Regex TokenPattern();
}
