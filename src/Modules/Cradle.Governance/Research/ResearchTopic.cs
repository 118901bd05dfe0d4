using Cradle.Governance.Ledger;

namespace Cradle.Governance.Research;

public enum TopicState
{
    Proposed,
    Approved,
    DataGiven,
    Reported,
    Reviewed,
    Used,
}

public enum TopicAction
{
    Approve,
    GiveData,
    Report,
    Review,
    Use,
}

/// <summary>A study that is commissioned (002/三（四）), with the data it was given and the rule it changed.</summary>
public sealed class ResearchTopic : Tracked<TopicState>
{
    public required string Title { get; init; }

    public required string Institute { get; init; }

    /// <summary>What data it asks for, one column a line; nothing that names persons.</summary>
    public string DataAsked { get; init; } = "";

    public string? Report { get; set; }

    /// <summary>Columns of the data it was given, one a line.</summary>
    public string? Released { get; set; }

    /// <summary>The rule or clause that changed by it.</summary>
    public string? UsedIn { get; set; }

    protected override string Kind => "research-topic";
}
