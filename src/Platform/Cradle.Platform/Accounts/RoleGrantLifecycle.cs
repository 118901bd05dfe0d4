using Cradle.Platform.Access;
using Cradle.Platform.Lifecycles;

namespace Cradle.Platform.Accounts;

/// <summary>A grant is proposed by one administrator and counts when another has confirmed it.</summary>
public static class RoleGrantLifecycle
{
    public static Lifecycle<RoleGrant, GrantState, GrantAction> Table { get; } = new("role-grant", GrantState.Proposed,
    [
        new(GrantState.Proposed, GrantAction.Confirm, GrantState.Active) { Permission = PlatformPermissions.Accounts, NeedsAnother = true },
        new(GrantState.Proposed, GrantAction.Reject, GrantState.Rejected) { Permission = PlatformPermissions.Accounts, NeedsReason = true },
        new(GrantState.Active, GrantAction.Withdraw, GrantState.Withdrawn) { Permission = PlatformPermissions.Accounts, NeedsReason = true },
    ]);
}
