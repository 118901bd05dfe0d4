using Cradle.Rules.Evaluation;

namespace Cradle.Rules.Populations;

/// <summary>The answers of one key, kept row by row: a status in four bit masks, the winning rule in two bytes, the value only where asked to be kept.</summary>
public sealed class OutcomeColumn
{
    private const int Planes = 4;
    private const int BitsPerWord = 64;
    private readonly ulong[] _status;
    private readonly int _words;

    internal OutcomeColumn(OutcomeKey key, int rows, bool keepValues)
    {
        (Key, Rows, _words) = (key, rows, (rows + BitsPerWord - 1) / BitsPerWord);
        _status = new ulong[_words * Planes];
        Rules = new ushort[rows];
        if (keepValues && key.Quantity.Header.ValueType is not null)
            (Values, HasValue) = (new long[rows], new KnownBits(rows));
    }

    /// <summary>What was asked.</summary>
    public OutcomeKey Key { get; }

    /// <summary>Rows of the key's table.</summary>
    public int Rows { get; }

    /// <summary>The winning rule of each row (<see cref="Packs.Rule.Index"/>); 0 where none has won.</summary>
    public ushort[] Rules { get; }

    /// <summary>The value of each row; null where values were not kept or the quantity has none.</summary>
    public long[]? Values { get; }

    /// <summary>Which rows have a value.</summary>
    public KnownBits? HasValue { get; }

    /// <summary>The status of a row; null where no rule speaks of it.</summary>
    public OutcomeStatus? Status(int row) => BatchStatus.StatusOf(Code(row));

    /// <summary>The value of a row, where there is one.</summary>
    public long? Value(int row) => HasValue is { } has && has[row] ? Values![row] : null;

    /// <summary>The status byte of a row, see <see cref="BatchStatus"/>.</summary>
    public byte Code(int row)
    {
        var code = 0;
        for (var plane = 0; plane < Planes; plane++)
            code |= (int)(_status[plane * _words + row / BitsPerWord] >> row % BitsPerWord & 1) << plane;
        return (byte)code;
    }

    internal void Set(int row, byte status, int rule, long? value)
    {
        for (var plane = 0; plane < Planes; plane++)
        {
            ref var word = ref _status[plane * _words + row / BitsPerWord];
            word = word & ~(1UL << row % BitsPerWord) | (ulong)(status >> plane & 1) << row % BitsPerWord;
        }

        Rules[row] = (ushort)rule;
        if (Values is null || value is not { } known)
            return;
        Values[row] = known;
        HasValue![row] = true;
    }
}
