namespace Cradle.Primitives;

/// <summary>The named ways in which an exact quotient becomes a whole number of fen.</summary>
public enum Rounding
{
    /// <summary>To the nearest fen; half a fen goes away from zero (四舍五入).</summary>
    HalfUp,

    /// <summary>Towards zero: what is less than a fen is dropped.</summary>
    Down,

    /// <summary>Away from zero: what is less than a fen counts as one.</summary>
    Up,
}
