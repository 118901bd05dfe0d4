using Cradle.Governance.Ledger;
using Cradle.Primitives;

namespace Cradle.Governance.Reports;

public enum ReportState
{
    Drafted,
    Signed,
    Sent,
    Returned,
    Received,
}

public enum ReportAction
{
    Edit,
    Sign,
    Send,
    Return,
    Receive,
}

/// <summary>The yearly report of a place to the level above: frozen figures of the ledger, and sections in words.</summary>
public sealed class AnnualReport : Tracked<ReportState>
{
    public required int Year { get; init; }

    /// <summary>The level above that it goes to.</summary>
    public required DivisionCode To { get; init; }

    /// <summary>The last day to send; a Sunday counts as it stands.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>The figures as they were when they were taken, as JSON; from the signature on never changed.</summary>
    public required string Snapshot { get; set; }

    /// <summary>The sections, as JSON.</summary>
    public required string Sections { get; set; }

    /// <summary>Figures that the text states, and where it differs from the snapshot why, as JSON.</summary>
    public string Stated { get; set; } = "[]";

    public string? SignedBy { get; set; }

    public DateOnly? SentOn { get; set; }

    public DateOnly? ReceivedOn { get; set; }

    public bool IsSentInTime => SentOn <= DueOn;

    protected override string Kind => "annual-report";
}
