namespace Cradle.Rules.Syntax;

/// <summary>A place in a policy file: path relative to the pack root, line and column, both counted from 1.</summary>
public readonly record struct SourcePosition(string File, int Line, int Column)
{
    /// <summary>The position <paramref name="columns"/> further right on the same line.</summary>
    public SourcePosition Shift(int columns) => this with { Column = Column + columns };

    /// <inheritdoc/>
    public override string ToString() => $"{File}({Line},{Column})";
}
