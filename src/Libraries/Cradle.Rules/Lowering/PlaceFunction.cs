using Cradle.Rules.Evaluation;

namespace Cradle.Rules.Lowering;

/// <summary>A figure that depends on a division only. A population holds few different divisions, so it is worked out once for each.</summary>
internal abstract record PlaceFunction
{
    /// <summary>The figure of a division code.</summary>
    public abstract long Of(long code);

    /// <summary>The least and greatest figure.</summary>
    public abstract (long Low, long High) Range { get; }
}

/// <summary>1 for divisions that lie in another, or are it; 0 for the others.</summary>
internal sealed record LiesIn(long Outer) : PlaceFunction
{
    public override (long Low, long High) Range => (0, 1);

    public override long Of(long code) => Interpreter.Lies(code, Outer) ? 1 : 0;
}

/// <summary>A figure for every region of a policy (see <see cref="CompiledPolicy.RegionOf"/>).</summary>
internal sealed record RegionTable(CompiledPolicy Policy, long[] Values) : PlaceFunction
{
    public override (long Low, long High) Range { get; } = (Values.Min(), Values.Max());

    public override long Of(long code) => Values[Policy.RegionOf(code)];

    public bool Equals(RegionTable? other) => other is not null && ReferenceEquals(Policy, other.Policy) && Values.AsSpan().SequenceEqual(other.Values);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var value in Values)
            hash.Add(value);
        return hash.ToHashCode();
    }

    public override string ToString() => $"by region [{string.Join(' ', Values)}]";
}
