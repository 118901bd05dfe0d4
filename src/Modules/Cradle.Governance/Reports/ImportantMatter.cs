using Cradle.Governance.Ledger;

namespace Cradle.Governance.Reports;

public enum MatterState
{
    Reported,
    Routed,
    Acknowledged,
}

public enum MatterAction
{
    Route,
    Acknowledge,
}

/// <summary>An important matter (重要情况), reported at once.</summary>
public sealed class ImportantMatter : Tracked<MatterState>
{
    public required string Title { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset HappenedAt { get; init; }

    public required DateTimeOffset ReportedAt { get; init; }

    public string? RoutedTo { get; set; }

    protected override string Kind => "important-matter";
}
