namespace Cradle.Linkage;

/// <summary>What to link and where to put the results.</summary>
/// <param name="Inputs">The registers.</param>
/// <param name="Output">The folder of the results; made where it is missing.</param>
public sealed record LinkageOptions(IReadOnlyList<string> Inputs, string Output)
{
    /// <summary>A model file; null to profile, propose and train one.</summary>
    public string? Model { get; init; }

    /// <summary>The column that names a record; null to find it.</summary>
    public string? IdColumn { get; init; }

    /// <summary>Seed of every drawing of a sample.</summary>
    public int? Seed { get; init; }

    /// <summary>Registers that have each person at most once (one-to-one links where all are, many-to-one where some are).</summary>
    public IReadOnlyList<string> UniqueSources { get; init; } = [];

    /// <summary>A review file with decisions, to be followed.</summary>
    public string? Decisions { get; init; }

    /// <summary>Whether to write the surviving value of each field of each person.</summary>
    public bool SurvivingValues { get; init; }

    /// <summary>The truth (columns source, id, person) to train by; null to train without.</summary>
    public string? Truth { get; init; }

    /// <summary>The clusters of an earlier run, whose names are kept and whose changes are told.</summary>
    public string? Previous { get; init; }

    /// <summary>Whether to take up what an interrupted run left in the output folder.</summary>
    public bool Resume { get; init; }

    /// <summary>Whether to keep an index, so that records can be added later.</summary>
    public bool KeepIndex { get; init; }
}
