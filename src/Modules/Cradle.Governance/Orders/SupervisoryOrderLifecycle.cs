using Cradle.Governance.Access;
using Cradle.Platform.Lifecycles;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.Orders;

/// <summary>An order until its answer is accepted; silence raises it.</summary>
public static class SupervisoryOrderLifecycle
{
    public static Lifecycle<SupervisoryOrder, OrderState, OrderAction> Table { get; } = new("supervisory-order", OrderState.Issued,
    [
        new(OrderState.Issued, OrderAction.Read, OrderState.Read) { Permission = GovernancePermissions.Report },
        new(OrderState.Escalated, OrderAction.Read, OrderState.Read) { Permission = GovernancePermissions.Report },
        new(OrderState.Read, OrderAction.Answer, OrderState.Answered) { Permission = GovernancePermissions.Report, Guard = HasAnswer },
        new(OrderState.Answered, OrderAction.Accept, OrderState.Accepted) { Permission = GovernancePermissions.Supervise, NeedsAnother = true },
        new(OrderState.Answered, OrderAction.Reject, OrderState.Read) { Permission = GovernancePermissions.Supervise, NeedsAnother = true, NeedsReason = true },
        new(OrderState.Issued, OrderAction.Escalate, OrderState.Escalated) { Permission = GovernancePermissions.Supervise },
        new(OrderState.Read, OrderAction.Escalate, OrderState.Escalated) { Permission = GovernancePermissions.Supervise },
        new(OrderState.Escalated, OrderAction.Escalate, OrderState.Escalated) { Permission = GovernancePermissions.Supervise },
    ]);

    private static string? HasAnswer(SupervisoryOrder order) => string.IsNullOrWhiteSpace(order.Answer) ? Say("请写答复", "write the answer") : null;
}
