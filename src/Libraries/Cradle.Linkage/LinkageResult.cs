using Cradle.Linkage.Blocking;
using Cradle.Linkage.Clustering;
using Cradle.Linkage.Models;
using Cradle.Linkage.Reading;
using Cradle.Linkage.Scoring;

namespace Cradle.Linkage;

/// <summary>What a run found.</summary>
public sealed class LinkageResult
{
    /// <summary>The records.</summary>
    public required RecordStore Store { get; init; }

    /// <summary>The model, trained.</summary>
    public required LinkageModel Model { get; init; }

    /// <summary>Pairs that may be one person, strongest first.</summary>
    public required IReadOnlyList<Link> Links { get; init; }

    /// <summary>The groups of records.</summary>
    public required LinkForest Forest { get; init; }

    /// <summary>Links that were not followed.</summary>
    public required IReadOnlyList<RefusedLink> Refused { get; init; }

    /// <summary>What is wrong in the registers.</summary>
    public required IReadOnlyList<RowProblem> Problems { get; init; }

    /// <summary>Blocks that were too large.</summary>
    public required IReadOnlyList<OversizedBlock> Oversized { get; init; }

    /// <summary>How the weights of the compared pairs lie.</summary>
    public required WeightHistogram Histogram { get; init; }

    /// <summary>The threshold that was used, with what to expect of it.</summary>
    public required Expectation Threshold { get; init; }

    /// <summary>Compared pairs that two valid, different identity numbers exclude.</summary>
    public required long Excluded { get; init; }

    /// <summary>How long each stage took.</summary>
    public IReadOnlyList<StageTime> Stages => Clock.Stages;

    internal StageClock Clock { get; init; } = new();

    /// <summary>The names of the groups, and how they changed since an earlier run.</summary>
    public required ClusterNames Names { get; init; }

    /// <summary>Groups of records: persons, as far as the run can tell.</summary>
    public int Persons => Names.Count;
}
