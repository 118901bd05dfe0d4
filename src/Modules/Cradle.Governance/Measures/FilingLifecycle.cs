using Cradle.Governance.Access;
using Cradle.Platform.Lifecycles;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.Measures;

/// <summary>A filing until its answer.</summary>
public static class FilingLifecycle
{
    public static Lifecycle<Filing, FilingState, FilingAction> Table { get; } = new("filing", FilingState.Submitted,
    [
        new(FilingState.Submitted, FilingAction.Receive, FilingState.Received) { Permission = GovernancePermissions.Check, NeedsAnother = true },
        new(FilingState.Received, FilingAction.AskForMore, FilingState.Incomplete) { Permission = GovernancePermissions.Check, NeedsReason = true },
        new(FilingState.Incomplete, FilingAction.Supplement, FilingState.Received) { Permission = GovernancePermissions.Compile },
        new(FilingState.Received, FilingAction.Answer, FilingState.Answered) { Permission = GovernancePermissions.Check, Before = IsComplete, Guard = filing => string.IsNullOrWhiteSpace(filing.Opinion) ? Say("请写答复", "write the answer") : null },
    ]);

    private static string? IsComplete(Filing filing) => filing.Missing.Count > 0 ? Say($"还缺：{string.Join('、', filing.Missing)}", $"still missing: {string.Join(", ", filing.Missing)}") : null;
}
