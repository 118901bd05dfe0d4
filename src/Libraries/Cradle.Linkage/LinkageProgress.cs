namespace Cradle.Linkage;

/// <summary>How far a run is.</summary>
/// <param name="Stage">What is being done.</param>
/// <param name="Done">Units done: records read, or passes compared.</param>
/// <param name="Of">Units in all; 0 where that is not known.</param>
public readonly record struct LinkageProgress(string Stage, long Done, long Of);
