using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Cradle.Rules.Evaluation;

namespace Cradle.Rules.Populations;

/// <summary>The answers of one key, kept row by row: a status in four bit masks, the winning rule in two bytes where
/// several can win, the value only where asked to be kept.</summary>
public sealed class OutcomeColumn
{
    /// <summary>The bit of a written status byte that says that there is a value.</summary>
    internal const byte ValueFlag = 0x80;

    private const int Planes = 4;
    private const int ValuePlane = 7;
    private const int BitsPerWord = 64;
    private const int Slack = 8;
    private readonly ulong[] _status;
    private readonly ushort[]? _rules;
    private readonly int _onlyRule;
    private readonly long[]? _values;
    private readonly int _words;

    internal OutcomeColumn(OutcomeKey key, int rows, bool keepValues)
    {
        (Key, Rows, _words) = (key, rows, (rows + BitsPerWord - 1) / BitsPerWord);
        _status = new ulong[_words * Planes];
        if (key.OnlyRule is { } only)
            _onlyRule = only;
        else
            _rules = GC.AllocateUninitializedArray<ushort>(rows + Slack, pinned: true);   // every row is written
        if (keepValues && key.Quantity.Header.ValueType is not null)
            (_values, HasValue) = (GC.AllocateUninitializedArray<long>(rows + Slack, pinned: true), new KnownBits(rows));
    }

    /// <summary>The columns of a request: empty ones, or those of the result that it writes over where they fit.</summary>
    internal static IReadOnlyList<OutcomeColumn> For(BatchRequest request, IReadOnlyList<OutcomeKey> keys, Population population)
    {
        if (!request.KeepsRows)
            return [];
        return [.. keys.Select(key => Reused(request, key, population.Rows(key.Rows)) ?? new OutcomeColumn(key, population.Rows(key.Rows), request.Values))];
    }

    /// <summary>What was asked.</summary>
    public OutcomeKey Key { get; }

    /// <summary>Rows of the key's table.</summary>
    public int Rows { get; }

    /// <summary>Which rows have a value; null where values were not kept or the quantity has none.</summary>
    public KnownBits? HasValue { get; }

    /// <summary>Bytes it takes.</summary>
    public long Bytes => _status.LongLength * sizeof(ulong) + (_rules?.LongLength ?? 0) * sizeof(ushort) + (_values?.LongLength ?? 0) * sizeof(long);

    internal ushort[]? RuleData => _rules;

    internal long[]? ValueData => _values;

    /// <summary>The status of a row; null where no rule speaks of it.</summary>
    public OutcomeStatus? Status(int row) => BatchStatus.StatusOf(Code(row));

    /// <summary>The winning rule of a row (<see cref="Packs.Rule.Index"/>); 0 where none has won.</summary>
    public int Rule(int row) => _rules is not null ? _rules[row] : BatchStatus.HasWinner(Code(row)) ? _onlyRule : 0;

    /// <summary>The value of a row, where there is one.</summary>
    public long? Value(int row) => HasValue is { } has && has[row] ? _values![row] : null;

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
        Pack(row, [(byte)(status | (value is null ? 0 : ValueFlag))]);
        if (_rules is not null)
            _rules[row] = (ushort)rule;
        if (_values is not null)
            _values[row] = value ?? 0;
    }

    /// <summary>Packs status bytes into the masks. Ranges of rows may be packed at once from several threads, each range once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]   // called for every block from the start on
    internal void Pack(int first, ReadOnlySpan<byte> codes)
    {
        Span<byte> group = stackalloc byte[BitsPerWord];
        for (var at = 0; at < codes.Length;)
        {
            var (row, shift) = (first + at, (first + at) % BitsPerWord);
            var count = Math.Min(BitsPerWord - shift, codes.Length - at);
            var whole = count == BitsPerWord;
            if (!whole)
            {
                group.Clear();
                codes.Slice(at, count).CopyTo(group[shift..]);
            }

            var bytes = whole ? codes.Slice(at, BitsPerWord) : group;
            var (lower, upper) = (Vector256.Create(bytes), Vector256.Create(bytes[Vector256<byte>.Count..]));
            for (var plane = 0; plane < Planes; plane++)
                Merge(ref _status[plane * _words + row / BitsPerWord], Plane(lower, upper, plane), whole);
            if (HasValue is { } has)
                Merge(ref has.Words[row / BitsPerWord], Plane(lower, upper, ValuePlane), whole);
            at += count;
        }
    }

    private static OutcomeColumn? Reused(BatchRequest request, OutcomeKey key, int rows)
    {
        if (request.Reusing is not { } old || key.Index >= old.Columns.Count || old.Columns[key.Index] is not { } column)
            return null;
        var keepsValues = request.Values && key.Quantity.Header.ValueType is not null;
        if (!ReferenceEquals(column.Key.Quantity, key.Quantity) || column.Key.Parent != key.Parent || column.Key.IsDraft != key.IsDraft || column.Rows != rows || column._values is not null != keepsValues)
            return null;
        Array.Clear(column._status);   // neighbouring ranges add their bits to shared words
        if (column.HasValue is { } has)
            Array.Clear(has.Words);
        return column;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Merge(ref ulong word, ulong bits, bool whole)
    {
        if (bits == 0)
            return;   // as it was made; most masks are empty, and need not even be fetched
        if (whole)
            word = bits;
        else
            Interlocked.Or(ref word, bits);   // the word is shared with the rows of a neighbouring range
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Plane(Vector256<byte> lower, Vector256<byte> upper, int plane)
    {
        var (low, high) = ((lower.AsUInt16() << ValuePlane - plane).AsByte(), (upper.AsUInt16() << ValuePlane - plane).AsByte());
        return low.ExtractMostSignificantBits() | (ulong)high.ExtractMostSignificantBits() << Vector256<byte>.Count;
    }
}
