using Cradle.Rules.Evaluation;

namespace Cradle.Rules.Populations;

/// <summary>The answers of one key, kept row by row: a status in four bit masks, the winning rule in two bytes where
/// several can win, the value only where asked to be kept.</summary>
public sealed class OutcomeColumn
{
    /// <summary>Bits of a status.</summary>
    internal const int Planes = 4;

    private const int Slack = 8;
    private readonly RowMask[] _status;
    private readonly RowMask _hasValue;
    private readonly ushort[]? _rules;
    private readonly int _onlyRule;
    private readonly long[]? _values;

    /// <summary>A column with masks of its own, to be filled row by row.</summary>
    internal OutcomeColumn(OutcomeKey key, int rows, bool keepValues)
        : this(key, rows, [.. Enumerable.Range(0, Planes).Select(_ => RowMask.Of(rows))], RowMask.Of(rows), keepValues)
    {
    }

    /// <summary>A column whose masks are written, and perhaps shared, by its maker.</summary>
    internal OutcomeColumn(OutcomeKey key, int rows, RowMask[] status, RowMask hasValue, bool keepValues, OutcomeColumn? reusing = null)
    {
        (Key, Rows, _status, _hasValue) = (key, rows, status, hasValue);
        reusing = ReferenceEquals(reusing?.Key, key) && reusing.Rows == rows ? reusing : null;
        if (key.OnlyRule is { } only)
            _onlyRule = only;
        else
            _rules = reusing?._rules ?? GC.AllocateUninitializedArray<ushort>(rows + Slack, pinned: true);   // every row is written
        if (keepValues && key.Quantity.Header.ValueType is not null)
            _values = reusing?._values ?? GC.AllocateUninitializedArray<long>(rows + Slack, pinned: true);
    }

    /// <summary>Columns of a request, to be filled row by row.</summary>
    internal static IReadOnlyList<OutcomeColumn> For(BatchRequest request, IReadOnlyList<OutcomeKey> keys, Population population) =>
        !request.KeepsRows ? [] : [.. keys.Select(key => new OutcomeColumn(key, population.Rows(key.Rows), request.Values))];

    /// <summary>What was asked.</summary>
    public OutcomeKey Key { get; }

    /// <summary>Rows of the key's table.</summary>
    public int Rows { get; }

    internal ushort[]? RuleData => _rules;

    internal long[]? ValueData => _values;

    /// <summary>The memory it is in, some of it perhaps shared.</summary>
    internal IEnumerable<Array> Memory => _status.Append(_hasValue).Select(mask => mask.Words).Concat<Array?>([_rules, _values]).OfType<Array>();

    /// <summary>The status of a row; null where no rule speaks of it.</summary>
    public OutcomeStatus? Status(int row) => BatchStatus.StatusOf(Code(row));

    /// <summary>The winning rule of a row (<see cref="Packs.Rule.Index"/>); 0 where none has won.</summary>
    public int Rule(int row) => _rules is not null ? _rules[row] : BatchStatus.HasWinner(Code(row)) ? _onlyRule : 0;

    /// <summary>The value of a row, where there is one and values were kept.</summary>
    public long? Value(int row) => _values is not null && _hasValue[row] ? _values[row] : null;

    /// <summary>The status byte of a row, see <see cref="BatchStatus"/>.</summary>
    public byte Code(int row)
    {
        var code = 0;
        for (var plane = 0; plane < Planes; plane++)
            if (_status[plane][row])
                code |= 1 << plane;
        return (byte)code;
    }

    /// <summary>Of 64 rows those, as bits, whose answer says anything: neither that there is none nor that the family is not entitled.</summary>
    internal ulong Telling(int word)
    {
        // codes 0 and 2 are the two that say nothing; what is left has bit 0, 2 or 3
        return Within(word, _status[0].Word(word) | _status[2].Word(word) | _status[3].Word(word));
    }

    /// <summary>As <see cref="Telling"/>, without answers whose time is over or still to come.</summary>
    internal ulong TellingToday(int word) => Telling(word) & ~_status[3].Word(word);   // codes 8 and 9

    private ulong Within(int word, ulong rows) => (word + 1) * RowMask.BitsPerWord <= Rows ? rows : rows & (1UL << Rows % RowMask.BitsPerWord) - 1;

    /// <summary>Writes a row of a column with masks of its own, once.</summary>
    internal void Set(int row, byte status, int rule, long? value)
    {
        for (var plane = 0; plane < Planes; plane++)
            if ((status >> plane & 1) != 0)
                _status[plane].Set(row);
        if (value is not null)
            _hasValue.Set(row);
        if (_rules is not null)
            _rules[row] = (ushort)rule;
        if (_values is not null)
            _values[row] = value ?? 0;
    }

    /// <summary>Clears the masks of a column that has its own.</summary>
    internal void Clear()
    {
        foreach (var mask in _status.Append(_hasValue))
            Array.Clear(mask.Words!);
    }
}
