using Cradle.Governance.Ledger;

namespace Cradle.Governance.Measures;

public enum FilingState
{
    Submitted,
    Received,
    Incomplete,
    Answered,
}

public enum FilingAction
{
    Receive,
    AskForMore,
    Supplement,
    Answer,
}

/// <summary>A local scheme that a place files with the level above (备案; 004/（一）): receipt, check of completeness, answer.</summary>
public sealed class Filing : Tracked<FilingState>
{
    public required string Title { get; init; }

    public required string Clause { get; init; }

    public required DateOnly SubmittedOn { get; init; }

    /// <summary>What has to be in it, one a line; set by whoever receives.</summary>
    public required string Required { get; init; }

    /// <summary>What is in it, one a line.</summary>
    public required string Enclosed { get; set; }

    public string? Opinion { get; set; }

    public IReadOnlyList<string> Missing =>
        [.. Lines(Required).Except(Lines(Enclosed), StringComparer.Ordinal)];

    protected override string Kind => "filing";

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
