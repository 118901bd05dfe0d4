using Cradle.Governance.Access;
using Cradle.Platform.Lifecycles;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.Commendations;

/// <summary>From the application to the award, and its withdrawal.</summary>
public static class NominationLifecycle
{
    public static Lifecycle<Nomination, NominationState, NominationAction> Table { get; } = new("nomination", NominationState.Applied,
    [
        new(NominationState.Applied, NominationAction.CheckEvidence, NominationState.EvidenceChecked) { Permission = GovernancePermissions.Check, NeedsAnother = true, Before = HadNoGraveCase },
        new(NominationState.Applied, NominationAction.Exclude, NominationState.Excluded) { Permission = GovernancePermissions.Check, NeedsReason = true },
        new(NominationState.EvidenceChecked, NominationAction.Score, NominationState.Scored) { Permission = GovernancePermissions.Check },
        new(NominationState.Scored, NominationAction.Publish, NominationState.OnNotice) { Permission = GovernancePermissions.Approve, NeedsAnother = true, Before = HadNoGraveCase },
        new(NominationState.OnNotice, NominationAction.Object, NominationState.Objected) { NeedsReason = true },
        new(NominationState.Objected, NominationAction.DismissObjection, NominationState.OnNotice) { Permission = GovernancePermissions.Approve, NeedsAnother = true, NeedsReason = true },
        new(NominationState.Objected, NominationAction.UpholdObjection, NominationState.Excluded) { Permission = GovernancePermissions.Approve, NeedsAnother = true, NeedsReason = true },
        new(NominationState.OnNotice, NominationAction.Award, NominationState.Awarded) { Permission = GovernancePermissions.Approve, Guard = nomination => nomination.AwardedOn > nomination.NoticeUntil ? null : Say("公示还没有结束", "the notice still stands") },
        new(NominationState.Awarded, NominationAction.Withdraw, NominationState.Withdrawn) { Permission = GovernancePermissions.Approve, NeedsReason = true },
    ]);

    private static string? HadNoGraveCase(Nomination nomination) => nomination.GraveCaseOn is { } day ? Say($"{day:yyyy-MM-dd} 发生过重大安全事件，不能参评", $"a grave safety case on {day:yyyy-MM-dd} excludes it") : null;
}
