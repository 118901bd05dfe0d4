using Cradle.Rules.Binding;

namespace Cradle.Rules.Lowering;

/// <content>Comparisons. One with a constant is pushed towards the columns: an age on a fixed day becomes a comparison of the birth date.</content>
internal sealed partial class OpGraph
{
    private readonly Dictionary<(int Op, long Limit), Op> _lessThan = [];
    private readonly Dictionary<(int Op, long Value), Op> _equalTo = [];
    private readonly Dictionary<(int Op, int Bit), Op> _bitOf = [];

    public Op Compare(Comparator comparator, Op a, Op b) => comparator switch
    {
        Comparator.Equal => Equal(a, b),
        Comparator.NotEqual => Not(Equal(a, b)),
        Comparator.Less => Less(a, b),
        Comparator.LessOrEqual => Not(Less(b, a)),
        Comparator.Greater => Less(b, a),
        _ => Not(Less(a, b)),
    };

    public Op Less(Op a, Op b)
    {
        if (a.High < b.Low)
            return True;
        if (a.Low >= b.High || a == b)
            return False;
        if (b.Kind == OpKind.Constant)
            return LessThan(a, b.Constant);
        if (a.Kind == OpKind.Constant)
            return Not(LessThan(b, a.Constant + 1));
        if (b.IsOfDay && !a.IsFixed && Monotone.Of(a) is { } monotone)
            return Beyond(monotone, a, b);
        return a.IsOfDay && !b.IsFixed && Monotone.Of(b) is not null ? Not(Less(b, Add(a, Constant(1)))) : Intern(OpKind.Less, [a, b], 0, null, 0, 1);
    }

    public Op Equal(Op a, Op b)
    {
        if (a == b)
            return True;
        if (a.High < b.Low || b.High < a.Low)
            return False;
        if (a.Kind == OpKind.Constant)
            return EqualTo(b, a.Constant);
        return b.Kind == OpKind.Constant ? EqualTo(a, b.Constant) : Intern(OpKind.Equal, a.Id < b.Id ? [a, b] : [b, a], 0, null, 0, 1);
    }

    public Op HasBit(Op set, int bit) => set.Kind == OpKind.Constant ? Bit((set.Constant >> bit & 1) != 0)
        : set.High >> bit == 0 && set.Low >= 0 ? False
        : Intern(OpKind.HasBit, [set], bit, null, 0, 1);

    /// <summary>A bit of a whole; of a choice, the choice between the bits.</summary>
    public Op BitOf(Op whole, int bit)
    {
        if (whole.Kind != OpKind.Select)
            return HasBit(whole, bit);
        if (!_bitOf.TryGetValue((whole.Id, bit), out var result))
            _bitOf[(whole.Id, bit)] = result = Choose(whole.First, BitOf(whole.Second, bit), BitOf(whole.Operands[2], bit));
        return result;
    }

    private Op LessThan(Op a, long limit)
    {
        if (a.High < limit)
            return True;
        if (a.Low >= limit)
            return False;
        if (!_lessThan.TryGetValue((a.Id, limit), out var less))
            _lessThan[(a.Id, limit)] = less = LessThanWithin(a, limit);
        return less;
    }

    private Op LessThanWithin(Op a, long limit)
    {
        switch (a.Kind)
        {
            case OpKind.Min:
                return Or(LessThan(a.First, limit), LessThan(a.Second, limit));
            case OpKind.Max:
                return And(LessThan(a.First, limit), LessThan(a.Second, limit));
            case OpKind.Least:   // the least of none is its greatest value, which is not less here
                return Any(a.Loop, LessThan(a.First, limit));
            case OpKind.Greatest:
                return Not(Any(a.Loop, Not(LessThan(a.First, limit))));
            case OpKind.Select when (LessThan(a.Second, limit), LessThan(a.Operands[2], limit)) is var (then, otherwise) && Simplifies(then, otherwise):
                return Choose(a.First, then, otherwise);
        }

        if (a.IsFixed || Monotone.Of(a) is not { } monotone)
            return Intern(OpKind.Less, [a, Constant(limit)], 0, null, 0, 1);
        if (monotone.IsOfDay)
            return Beyond(monotone, a, Constant(limit));
        var threshold = monotone.Threshold(limit);
        return monotone.Rises ? LessThan(monotone.Variable, threshold) : Not(LessThan(monotone.Variable, threshold));
    }

    /// <summary>A monotone operation less than a limit, where either hangs on the day: its variable is compared with a threshold that is worked out for the day.</summary>
    private Op Beyond(Monotone monotone, Op a, Op limit)
    {
        if (monotone.Variable.High == long.MaxValue)
            return Intern(OpKind.Less, [a, limit], 0, null, 0, 1);
        var threshold = Intern(OpKind.Threshold, [a, limit], 0, null, monotone.Variable.Low, monotone.Variable.High + 1);
        return monotone.Rises ? Less(monotone.Variable, threshold) : Not(Less(monotone.Variable, threshold));
    }

    private Op EqualTo(Op a, long value)
    {
        if (a.Low > value || a.High < value)
            return False;
        if (a.Low == a.High)
            return True;
        if (!_equalTo.TryGetValue((a.Id, value), out var equal))
            _equalTo[(a.Id, value)] = equal = EqualToWithin(a, value);
        return equal;
    }

    private Op EqualToWithin(Op a, long value)
    {
        switch (a.Kind)
        {
            case OpKind.Select when (EqualTo(a.Second, value), EqualTo(a.Operands[2], value)) is var (then, otherwise) && Simplifies(then, otherwise):
                return Choose(a.First, then, otherwise);
            case OpKind.Subtract or OpKind.Add or OpKind.Calendar when !a.IsFixed && Monotone.Of(a) is { IsOfDay: true }:
                return And(Not(LessThan(a, value)), LessThan(a, value + 1));
            case OpKind.Subtract or OpKind.Add or OpKind.Calendar when !a.IsFixed && Monotone.Of(a) is { } monotone:
                var from = monotone.FirstWhere(result => monotone.Rises ? result >= value : result <= value);
                var until = monotone.FirstWhere(result => monotone.Rises ? result > value : result < value);
                if (from == until)
                    return False;
                return until == from + 1
                    ? EqualTo(monotone.Variable, from)
                    : And(Not(LessThan(monotone.Variable, from)), LessThan(monotone.Variable, until));
            default:
                return Intern(OpKind.Equal, [a, Constant(value)], 0, null, 0, 1);
        }
    }

    private static bool Simplifies(Op a, Op b) => a.IsConstant || b.IsConstant || a == b;
}
