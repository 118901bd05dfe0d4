namespace Cradle.Demography.Projection;

/// <summary>The inputs of one division.</summary>
/// <param name="Division">Its code or name; empty for the only one.</param>
/// <param name="Inputs">What its projection needs.</param>
public sealed record DivisionInputs(string Division, ProjectionInputs Inputs);
