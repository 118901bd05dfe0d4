namespace Cradle.Platform.Contracts.Births;

/// <summary>A newborn's household registration is done, and the child's record has been opened, whatever else of its joint case is still open: <c>births.newborn-settled.v1</c>. Carries ids only.</summary>
/// <param name="Case">The case.</param>
/// <param name="Child">The child's record.</param>
public sealed record NewbornSettled(Guid Case, Guid Child);
