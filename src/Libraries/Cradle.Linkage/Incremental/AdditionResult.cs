using Cradle.Linkage.Reading;

namespace Cradle.Linkage.Incremental;

/// <summary>What an addition found.</summary>
/// <param name="Records">Records added.</param>
/// <param name="Joined">Added records that came to a cluster that was there.</param>
/// <param name="NewClusters">Clusters of added records only.</param>
/// <param name="MergedClusters">Clusters that were there and went into another.</param>
/// <param name="PairsCompared">Pairs compared.</param>
/// <param name="OversizedKeys">Keys with more records than are compared for one record; the rest was left out in that pass.</param>
/// <param name="Problems">What is wrong in the added registers.</param>
/// <param name="Stages">How long each stage took.</param>
public sealed record AdditionResult(
    int Records, int Joined, int NewClusters, int MergedClusters, long PairsCompared, int OversizedKeys, IReadOnlyList<RowProblem> Problems, IReadOnlyList<StageTime> Stages);
