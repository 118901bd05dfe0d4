using Cradle.Governance.Access;
using Cradle.Platform.Lifecycles;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.Reports;

/// <summary>A report from its draft to its receipt above.</summary>
public static class AnnualReportLifecycle
{
    public static Lifecycle<AnnualReport, ReportState, ReportAction> Table { get; } = new("annual-report", ReportState.Drafted,
    [
        new(ReportState.Drafted, ReportAction.Edit, ReportState.Drafted) { Permission = GovernancePermissions.Compile },
        new(ReportState.Drafted, ReportAction.Sign, ReportState.Signed) { Permission = GovernancePermissions.Approve, NeedsAnother = true, Before = IsExplained },
        new(ReportState.Signed, ReportAction.Send, ReportState.Sent) { Permission = GovernancePermissions.Compile },
        new(ReportState.Sent, ReportAction.Return, ReportState.Returned) { Permission = GovernancePermissions.Check, NeedsReason = true },
        new(ReportState.Returned, ReportAction.Edit, ReportState.Drafted) { Permission = GovernancePermissions.Compile },
        new(ReportState.Sent, ReportAction.Receive, ReportState.Received) { Permission = GovernancePermissions.Check },
    ]);

    private static string? IsExplained(AnnualReport report) => ReportFigures.Differences(report) switch
    {
        { Count: > 0 } open when open.Any(difference => string.IsNullOrWhiteSpace(difference.Why)) =>
            Say("和台账不一致，没有说明：", "differs from the ledger without a reason: ") + string.Join(Say("、", ", "), open.Where(difference => string.IsNullOrWhiteSpace(difference.Why)).Select(difference => difference.Name)),
        _ => null,
    };
}
