namespace Cradle.Demography.Uncertainty;

/// <summary>The fans of a joint projection.</summary>
/// <param name="Divisions">Of each division in its order, by measure.</param>
/// <param name="Together">Of all divisions together, by measure.</param>
public sealed record JointFans(IReadOnlyList<IReadOnlyDictionary<FanMeasure, Fan>> Divisions, IReadOnlyDictionary<FanMeasure, Fan> Together);
