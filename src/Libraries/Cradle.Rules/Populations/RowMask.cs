namespace Cradle.Rules.Populations;

/// <summary>One bit a row. Several columns may share the words, one of them in reverse; without words all rows are alike.</summary>
/// <param name="Words">The bits, row 0 lowest; null where all rows are alike.</param>
/// <param name="IsInverted">Whether a bit that is not set counts.</param>
internal readonly record struct RowMask(ulong[]? Words, bool IsInverted)
{
    public const int BitsPerWord = 64;

    /// <summary>Whether the row counts.</summary>
    public bool this[int row] => (Words is not null && (Words[row / BitsPerWord] >> row % BitsPerWord & 1) != 0) != IsInverted;

    /// <summary>The bits of 64 rows; those past the last row mean nothing.</summary>
    public ulong Word(int word) => (Words is null ? 0 : Words[word]) ^ (IsInverted ? ulong.MaxValue : 0);

    /// <summary>A mask of its own in which no row counts.</summary>
    public static RowMask Of(int rows) => new(WordsOf(rows), false);

    /// <summary>Words for a number of rows.</summary>
    public static ulong[] WordsOf(int rows) => new ulong[(rows + BitsPerWord - 1) / BitsPerWord];

    /// <summary>Sets a bit of a mask of its own.</summary>
    public void Set(int row) => Words![row / BitsPerWord] |= 1UL << row % BitsPerWord;
}
