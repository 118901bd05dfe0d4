namespace Cradle.Allocation.Siting;

/// <summary>How far a search is.</summary>
/// <param name="Elapsed">Time since its start.</param>
/// <param name="Objective">Cost of the best plan, positive infinity before there is one.</param>
/// <param name="LowerBound">What no plan can cost less than.</param>
/// <param name="OpenBranches">Branches still to be looked at.</param>
public sealed record SolveProgress(TimeSpan Elapsed, double Objective, double LowerBound, int OpenBranches);
