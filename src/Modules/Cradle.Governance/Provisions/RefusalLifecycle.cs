using Cradle.Governance.Access;
using Cradle.Platform.Lifecycles;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.Provisions;

/// <summary>A complaint until what was refused is given.</summary>
public static class RefusalLifecycle
{
    public static Lifecycle<Refusal, RefusalState, RefusalAction> Table { get; } = new("refusal-complaint", RefusalState.Received,
    [
        new(RefusalState.Received, RefusalAction.Route, RefusalState.Routed) { Permission = GovernancePermissions.Compile, Before = refusal => string.IsNullOrWhiteSpace(refusal.Unit) ? Say("没有负责的单位", "no unit answers for it") : null },
        new(RefusalState.Routed, RefusalAction.Decide, RefusalState.Decided) { Permission = GovernancePermissions.Report, Guard = refusal => string.IsNullOrWhiteSpace(refusal.Decision) ? Say("请写处理决定", "write the decision") : null },
        new(RefusalState.Decided, RefusalAction.Correct, RefusalState.Corrected) { Permission = GovernancePermissions.Report },
        new(RefusalState.Corrected, RefusalAction.Close, RefusalState.Closed) { Permission = GovernancePermissions.Compile, NeedsAnother = true },
        new(RefusalState.Decided, RefusalAction.Close, RefusalState.Closed) { Permission = GovernancePermissions.Compile, NeedsAnother = true, NeedsReason = true },
    ]);
}
