namespace Cradle.Rules.Lowering;

/// <summary>A condition as two bits: surely true, surely false; neither where it is unknown, never both.</summary>
internal readonly record struct LowCondition(Op True, Op False);

/// <summary>A number as a bit that says whether it is known, and a value that means something only then.</summary>
internal readonly record struct LowNumber(Op Known, Op Value);

/// <summary>
/// A fraction: whether it is known, and (Numerator × Up) / (Denominator × Down), both positive below. The constant part is kept apart in lowest terms,
/// so that what a rate or a number of days multiplies and divides does not use up the range.
/// </summary>
internal readonly record struct LowFraction(Op Known, Op Numerator, Op Denominator, long Up, long Down);

/// <summary>The least and greatest value a number can still take, where it is bounded.</summary>
internal readonly record struct LowBounds(Op Bounded, Op Low, Op High);
