using Cradle.Governance.Access;
using Cradle.Platform.Lifecycles;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.Provisions;

/// <summary>From the finding to the proof that the provision is gone.</summary>
public static class ProvisionLifecycle
{
    public static Lifecycle<Provision, ProvisionState, ProvisionAction> Table { get; } = new("provision", ProvisionState.Found,
    [
        new(ProvisionState.Found, ProvisionAction.Assess, ProvisionState.Assessed) { Permission = GovernancePermissions.Compile },
        new(ProvisionState.Assessed, ProvisionAction.Decide, ProvisionState.Decided)
        {
            Permission = GovernancePermissions.Compile, NeedsReason = true, Guard = provision => provision.Decision is "keep" or "amend" or "repeal" ? null : Say("请选保留、修改或废止", "decide keep, amend or repeal"),
        },
        new(ProvisionState.Decided, ProvisionAction.Finish, ProvisionState.Done)
        {
            Permission = GovernancePermissions.Report, Guard = provision => provision.Decision != "keep" && string.IsNullOrWhiteSpace(provision.Proof) ? Say("修改或废止要写明所依据文件的文号", "a repeal or amendment needs the number of the document that does it") : null,
        },
        new(ProvisionState.Done, ProvisionAction.Publish, ProvisionState.Published) { Permission = GovernancePermissions.Compile },
        new(ProvisionState.Published, ProvisionAction.Verify, ProvisionState.Verified) { Permission = GovernancePermissions.Check, NeedsAnother = true },
        new(ProvisionState.Published, ProvisionAction.Reject, ProvisionState.Assessed) { Permission = GovernancePermissions.Check, NeedsAnother = true, NeedsReason = true },
    ]);
}
