using System.Buffers.Binary;
using Cradle.Rules.Binding;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Populations;

/// <summary>One column while it grows, row by row; rows that are never stated are unknown.</summary>
/// <param name="fact">Its fact.</param>
public sealed class FactColumnBuilder(FactDefinition fact)
{
    private readonly FactDomain _domain = FactDomain.Of(fact);
    private readonly int _width = (int)FactColumn.WidthOf(fact);
    private readonly Dictionary<long, int>? _indexes = fact.Type.Kind == ValueKind.Division ? [] : null;
    private readonly List<int> _gaps = [];
    private byte[] _data = new byte[1024];
    private int _rows;

    /// <summary>The fact.</summary>
    public FactDefinition Fact => fact;

    /// <summary>States a row; rows between the last one stated and this one are unknown.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value lies outside the fact's domain.</exception>
    public void Set(int row, long value)
    {
        if (!_domain.Contains(value))
            throw new ArgumentOutOfRangeException(nameof(value), value, $"{fact}: the value lies outside {_domain.Low} to {_domain.High}.");
        for (; _rows < row; _rows++)
            _gaps.Add(_rows);
        _rows = row + 1;
        var end = checked(_rows * _width);
        if (end > _data.Length)
            Array.Resize(ref _data, Math.Max(end, checked(_data.Length * 2)));
        Write(_data.AsSpan(row * _width), _indexes is null ? value : IndexOf(value));
    }

    /// <summary>The column of a table with this many rows; null where no row was stated.</summary>
    public FactColumn? Build(int rows)
    {
        if (_gaps.Count == _rows)
            return null;
        KnownBits? known = null;
        if (_gaps.Count > 0 || _rows < rows)
        {
            known = new KnownBits(rows);
            for (var row = 0; row < _rows; row++)
                known[row] = true;
            foreach (var gap in _gaps)
                known[gap] = false;
        }

        var data = FactColumn.Allocate(rows, (ColumnWidth)_width);
        _data.AsSpan(0, Math.Min(_rows * _width, _data.Length)).CopyTo(data);
        if (known is not null && !_domain.Contains(0) && _indexes is null)
            FillUnknown(data, known);
        return _indexes is null ? FactColumn.Of(fact, rows, data, known) : FactColumn.OfDivisions(fact, rows, data, [.. _indexes.Keys], known);
    }

    /// <summary>An unknown row still holds a value of the domain, so that whatever is computed from it and thrown away stays within proven bounds.</summary>
    private void FillUnknown(byte[] data, KnownBits known)
    {
        for (var row = 0; row < known.Length; row++)
            if (!known[row])
                Write(data.AsSpan(row * _width), _domain.Low);
    }

    private int IndexOf(long code)
    {
        if (_indexes!.TryGetValue(code, out var index))
            return index;
        if (_indexes.Count > ushort.MaxValue)
            throw new ArgumentOutOfRangeException(nameof(code), code, $"{fact}: more than {ushort.MaxValue + 1} different divisions in one population.");
        return _indexes[code] = _indexes.Count;
    }

    private void Write(Span<byte> target, long value)
    {
        switch (_width)
        {
            case 1:
                target[0] = (byte)value;
                break;
            case 2:
                BinaryPrimitives.WriteUInt16LittleEndian(target, (ushort)value);
                break;
            case 4:
                BinaryPrimitives.WriteInt32LittleEndian(target, (int)value);
                break;
            default:
                BinaryPrimitives.WriteInt64LittleEndian(target, value);
                break;
        }
    }
}
