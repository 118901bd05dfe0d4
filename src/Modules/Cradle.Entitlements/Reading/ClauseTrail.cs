using Cradle.Rules.Packs;

namespace Cradle.Entitlements.Reading;

/// <summary>Everything that a clause leads to: rules, services, tasks, indicators; and where the way breaks off.</summary>
public sealed record ClauseTrail
{
    public required PolicyDocument Document { get; init; }

    public required Clause Clause { get; init; }

    public required IReadOnlyList<PlacedRule> Rules { get; init; }

    /// <summary>How many worked cases check each rule, by rule id.</summary>
    public required IReadOnlyDictionary<string, int> Cases { get; init; }

    public required IReadOnlyList<Carrier> Services { get; init; }

    public required IReadOnlyList<Carrier> Indicators { get; init; }

    /// <summary>Tasks of the catalogue that are no row of a responsibility matrix.</summary>
    public required IReadOnlyList<Carrier> OtherTasks { get; init; }

    /// <summary>Rows of a responsibility matrix, of this clause or of a corresponding one.</summary>
    public required IReadOnlyList<PlacedTask> Tasks { get; init; }

    public required IReadOnlyList<Citation> Corresponding { get; init; }

    public required IReadOnlyList<Finding> Findings { get; init; }

    public required DateOnly? VerifiedOn { get; init; }

    public int TaskCount => Tasks.Count + OtherTasks.Count + Indicators.Count;
}
