using Cradle.Governance.Ledger;

namespace Cradle.Governance.Provisions;

public enum ProvisionKind
{
    Penalty,
    Precondition,
    Review,
}

public enum ProvisionState
{
    Found,
    Assessed,
    Decided,
    Done,
    Published,
    Verified,
}

public enum ProvisionAction
{
    Assess,
    Decide,
    Finish,
    Publish,
    Verify,
    Reject,
}

/// <summary>A provision that ties something to births (制约措施): kept, amended or repealed, and that it was so.</summary>
public sealed class Provision : Tracked<ProvisionState>
{
    /// <summary>Title of the document it stands in.</summary>
    public required string Document { get; init; }

    public required string Clause { get; init; }

    public required ProvisionKind Sort { get; init; }

    /// <summary>The unit that has to clear it.</summary>
    public required string Owner { get; init; }

    public required DateOnly FoundOn { get; init; }

    /// <summary>keep, amend or repeal; null until decided.</summary>
    public string? Decision { get; set; }

    public DateOnly? DoneOn { get; set; }

    /// <summary>Number of the document that amends or repeals it.</summary>
    public string? Proof { get; set; }

    protected override string Kind => "provision";
}
