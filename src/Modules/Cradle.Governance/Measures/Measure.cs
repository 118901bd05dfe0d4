using Cradle.Governance.Ledger;

namespace Cradle.Governance.Measures;

public enum MeasureState
{
    Listed,
    RuleIssued,
    InOperation,
    Evaluated,
    Closed,
}

public enum MeasureAction
{
    IssueRule,
    Start,
    Evaluate,
    Continue,
    Close,
}

/// <summary>
/// A support measure of a document: clause, detailed rule, operation, evaluation. Until its rule is issued it gives nobody anything
/// (001/31: a measure starts with the rule of its department).
/// </summary>
public sealed class Measure : Tracked<MeasureState>
{
    public required string Document { get; init; }

    public required string Clause { get; init; }

    public required string Title { get; init; }

    public required string OwnerUnit { get; init; }

    /// <summary>For whom it is.</summary>
    public string Beneficiary { get; init; } = "";

    /// <summary>The day by which the detailed rule is due; null where the place set none.</summary>
    public DateOnly? RuleDueOn { get; init; }

    /// <summary>The detailed rule, by title and number.</summary>
    public string? Rule { get; set; }

    public DateOnly? RuleIssuedOn { get; set; }

    public DateOnly? OperatesFrom { get; set; }

    public string? Evaluation { get; set; }

    /// <summary>Whether what it promises can be claimed on a day.</summary>
    public bool IsOn(DateOnly day) => State is MeasureState.InOperation or MeasureState.Evaluated && OperatesFrom <= day;

    public bool IsRuleOutstanding => State == MeasureState.Listed;

    protected override string Kind => "measure";
}
