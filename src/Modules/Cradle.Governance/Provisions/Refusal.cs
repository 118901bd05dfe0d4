using Cradle.Governance.Ledger;

namespace Cradle.Governance.Provisions;

public enum RefusalState
{
    Received,
    Routed,
    Decided,
    Corrected,
    Closed,
}

public enum RefusalAction
{
    Route,
    Decide,
    Correct,
    Close,
}

/// <summary>A complaint that something was refused for births: hukou, school, a job, a promotion.</summary>
public sealed class Refusal : Tracked<RefusalState>
{
    /// <summary>household-registration, school, hiring or promotion.</summary>
    public required string Matter { get; init; }

    public required string What { get; init; }

    /// <summary>The unit that it was sent to.</summary>
    public string? Unit { get; set; }

    /// <summary>The provision that was found by it.</summary>
    public Guid? ProvisionId { get; set; }

    public string? Decision { get; set; }

    protected override string Kind => "refusal-complaint";
}
