namespace Cradle.Rules.Syntax;

/// <summary>The kinds of token of an expression.</summary>
public enum TokenKind
{
    /// <summary>End of the expression.</summary>
    End,

    /// <summary>A name, a keyword or an enumeration member.</summary>
    Word,

    /// <summary>A number, possibly with decimals.</summary>
    Number,

    /// <summary>A calendar date such as 2026-03-01.</summary>
    Date,

    /// <summary>A division such as @62.</summary>
    Division,

    /// <summary>An operator or punctuation mark.</summary>
    Symbol,
}

/// <summary>One token: its kind, its text and its place.</summary>
public readonly record struct Token(TokenKind Kind, string Text, SourcePosition Position)
{
    /// <summary>Whether this is the given word or symbol.</summary>
    public bool Is(string text) => Kind is TokenKind.Word or TokenKind.Symbol && Text == text;
}
