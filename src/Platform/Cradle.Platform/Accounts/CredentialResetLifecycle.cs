using Cradle.Platform.Access;
using Cradle.Platform.Lifecycles;

namespace Cradle.Platform.Accounts;

/// <summary>One administrator proposes, another does it: nobody opens an account alone.</summary>
public static class CredentialResetLifecycle
{
    public static Lifecycle<CredentialReset, ResetState, ResetAction> Table { get; } = new("credential-reset", ResetState.Proposed,
    [
        new(ResetState.Proposed, ResetAction.Confirm, ResetState.Done) { Permission = PlatformPermissions.Accounts, NeedsAnother = true },
        new(ResetState.Proposed, ResetAction.Reject, ResetState.Rejected) { Permission = PlatformPermissions.Accounts, NeedsReason = true },
    ]);
}
