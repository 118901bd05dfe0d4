using Cradle.Governance.Access;
using Cradle.Platform.Lifecycles;

namespace Cradle.Governance.Assessment;

/// <summary>From the place's own report to the notice of its result.</summary>
public static class PlaceAssessmentLifecycle
{
    public static Lifecycle<PlaceAssessment, AssessmentState, AssessmentAction> Table { get; } = new("place-assessment", AssessmentState.Open,
    [
        new(AssessmentState.Open, AssessmentAction.SelfReport, AssessmentState.SelfReported) { Permission = GovernancePermissions.Compile },
        new(AssessmentState.SelfReported, AssessmentAction.Score, AssessmentState.Scored) { Permission = GovernancePermissions.Check, NeedsAnother = true },
        new(AssessmentState.Scored, AssessmentAction.Object, AssessmentState.Objected) { Permission = GovernancePermissions.Compile, NeedsReason = true },
        new(AssessmentState.Objected, AssessmentAction.AcceptObjection, AssessmentState.Scored) { Permission = GovernancePermissions.Check, NeedsAnother = true, NeedsReason = true },
        new(AssessmentState.Objected, AssessmentAction.RejectObjection, AssessmentState.Scored) { Permission = GovernancePermissions.Check, NeedsAnother = true, NeedsReason = true },
        new(AssessmentState.Scored, AssessmentAction.Approve, AssessmentState.Approved) { Permission = GovernancePermissions.Approve, NeedsAnother = true },
        new(AssessmentState.Approved, AssessmentAction.Notice, AssessmentState.Noticed) { Permission = GovernancePermissions.Approve },
    ]);
}
