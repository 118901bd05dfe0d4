using Cradle.Rules.Populations;

namespace Cradle.Rules.Lowering;

/// <summary>
/// Makes operations, each different one once, and makes them as simple as it can. What a population is known to hold completely, or not at all,
/// is a constant here; everything that hangs on it folds away, so that families without gaps pay nothing for the three-valued logic.
/// </summary>
internal sealed partial class OpGraph(PopulationProfile profile)
{
    private readonly Dictionary<Key, Op> _ops = [];

    public Op True => Bit(true);

    public Op False => Bit(false);

    public int Count => _ops.Count;

    public Op Bit(bool value) => Intern(OpKind.Bit, [], value ? 1 : 0, null, value ? 1 : 0, value ? 1 : 0);

    public Op Constant(long value) => Intern(OpKind.Constant, [], value, null, value, value);

    /// <summary>The day asked for, which lies in a span; the one day of a span that has no other is a constant.</summary>
    public Op Day(DaySpan span) => span.From == span.Until ? Constant(span.From) : Intern(OpKind.Day, [], 0, null, span.From, span.Until);

    public Op Known(ColumnReference column) => profile.Of(column.Table, column.Fact) switch
    {
        Knowledge.Never => False,
        Knowledge.Always => True,
        _ => Intern(OpKind.Known, [], 0, column, 0, 1, RowsOf(column.Row)),
    };

    public Op Column(ColumnReference column)
    {
        var domain = FactDomain.Of(column.Fact);
        return profile.Of(column.Table, column.Fact) == Knowledge.Never
            ? Constant(domain.Contains(0) ? 0 : domain.Low)
            : Intern(OpKind.Column, [], 0, column, domain.Low, domain.High, RowsOf(column.Row));
    }

    public Op ListKnown(PopulationTable table) => profile.Of(table) switch
    {
        Knowledge.Never => False,
        Knowledge.Always => True,
        _ => Intern(OpKind.ListKnown, [], 0, table, 0, 1),
    };

    public Op RowNumber(RowVariable row) => Intern(OpKind.RowNumber, [], 0, row, 0, int.MaxValue, RowsOf(row));

    /// <summary>What a function says of a division; a choice between divisions becomes a choice between what it says of each.</summary>
    public Op Place(PlaceFunction place, Op division) => division.Kind switch
    {
        OpKind.Constant => Constant(place.Of(division.Constant)),
        OpKind.Select => Select(division.First, Place(place, division.Second), Place(place, division.Operands[2])),
        _ when place.Range.Low == place.Range.High => Constant(place.Range.Low),
        _ => Intern(OpKind.Place, [division], 0, place, place.Range.Low, place.Range.High),
    };

    public Op Any(Loop loop, Op body) => body.IsFalse ? body : Intern(OpKind.Any, [body], 0, loop, 0, 1);

    public Op Sum(Loop loop, Op body)
    {
        if (body is { Kind: OpKind.Constant, Constant: 0 })
            return body;
        var (low, high) = (Int128.Min(0, (Int128)body.Low * ItemRanges.Longest), Int128.Max(0, (Int128)body.High * ItemRanges.Longest));
        return Proven(OpKind.Sum, [body], loop, low, high);
    }

    public Op Least(Loop loop, Op body) => Intern(OpKind.Least, [body], 0, loop, body.Low, body.High);

    public Op Greatest(Loop loop, Op body) => Intern(OpKind.Greatest, [body], 0, loop, body.Low, body.High);

    /// <summary>The same operation of other operands.</summary>
    public Op Rebuild(Op op, Op[] operands) => op.Kind switch
    {
        OpKind.Not => Not(operands[0]),
        OpKind.And => And(operands[0], operands[1]),
        OpKind.Equal => Equal(operands[0], operands[1]),
        OpKind.Less => Less(operands[0], operands[1]),
        OpKind.HasBit => HasBit(operands[0], (int)op.Constant),
        OpKind.Any => Any(op.Loop, operands[0]),
        OpKind.Place => Place(op.Place, operands[0]),
        OpKind.Add => Add(operands[0], operands[1]),
        OpKind.Subtract => Subtract(operands[0], operands[1]),
        OpKind.Multiply => Multiply(operands[0], operands[1]),
        OpKind.Min => Min(operands[0], operands[1]),
        OpKind.Max => Max(operands[0], operands[1]),
        OpKind.Select => Select(operands[0], operands[1], operands[2]),
        OpKind.Calendar => Calendar(op.Function, operands[0], operands.Length > 1 ? operands[1] : null),
        OpKind.Divide => Divide(op.Rounding, operands[0], operands[1]),
        OpKind.Sum => Sum(op.Loop, operands[0]),
        OpKind.Least => Least(op.Loop, operands[0]),
        OpKind.Greatest => Greatest(op.Loop, operands[0]),
        _ => throw new InvalidOperationException($"{op.Kind} is not made of other operands."),
    };

    private static int RowsOf(RowVariable row) => row == RowVariable.Family ? 0 : 1 << (int)row;

    /// <summary>An operation whose results are known to lie in a range; it is refused where they might not fit.</summary>
    private Op Proven(OpKind kind, Op[] operands, object? about, Int128 low, Int128 high) => low < long.MinValue || high > long.MaxValue
        ? throw new NotLoweredException($"{kind} may leave 64 bits: {low} to {high}.")
        : Intern(kind, operands, 0, about, (long)low, (long)high);

    private Op Intern(OpKind kind, Op[] operands, long constant, object? about, long low, long high, int rows = 0)
    {
        var key = new Key(kind, operands, constant, about);
        if (_ops.TryGetValue(key, out var op))
            return op;
        foreach (var operand in operands)
            rows |= operand.Rows;
        if (about is Loop loop)
            rows &= ~RowsOf(loop.Row);
        var ofDay = IsOfDay(kind, operands, about);
        var made = new Op
        {
            Id = _ops.Count, Kind = kind, Operands = operands, Constant = constant, About = about, Low = low, High = high, Rows = ofDay ? 0 : rows, IsOfDay = ofDay,
        };
        _ops[key] = made;
        return _ops[key] = ByPlace(made);
    }

    private static bool IsOfDay(OpKind kind, Op[] operands, object? about) => kind is OpKind.Day or OpKind.Threshold
        || operands.Length > 0 && about is not Loop && Array.TrueForAll(operands, operand => operand.IsFixed) && Array.Exists(operands, operand => operand.IsOfDay);

    private readonly struct Key(OpKind kind, Op[] operands, long constant, object? about) : IEquatable<Key>
    {
        private readonly OpKind _kind = kind;
        private readonly Op[] _operands = operands;
        private readonly long _constant = constant;
        private readonly object? _about = about;

        public bool Equals(Key other) =>
            _kind == other._kind && _constant == other._constant && Equals(_about, other._about) && _operands.AsSpan().SequenceEqual(other._operands);

        public override bool Equals(object? obj) => obj is Key other && Equals(other);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            hash.Add(_kind);
            hash.Add(_constant);
            hash.Add(_about);
            foreach (var operand in _operands)
                hash.Add(operand.Id);
            return hash.ToHashCode();
        }
    }
}

/// <summary>A rule that cannot be lowered with proof; the reference answers it.</summary>
internal sealed class NotLoweredException(string message) : Exception(message);
