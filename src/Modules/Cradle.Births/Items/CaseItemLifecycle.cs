using Cradle.Platform.Lifecycles;

namespace Cradle.Births.Items;

/// <summary>What may be done with an item.</summary>
public enum ItemAction
{
    Release,
    Send,
    Fail,
    GiveUp,
    SendAgain,
    TakeUp,
    Finish,
    Return,
    Correct,
    Refuse,
    Appeal,

    /// <summary>Done at a counter, and entered by an officer with the department's number.</summary>
    RecordByHand,
    Cancel,

    /// <summary>Nothing of a rule decides it any more; an officer does.</summary>
    HandOver,

    /// <summary>A promised paper that it needs is late.</summary>
    Stop,

    /// <summary>The paper has come.</summary>
    GoOn,

    /// <summary>The loss for which it was withdrawn or handed over was reported by mistake.</summary>
    Restore,
}

/// <summary>
/// An item waits for what it depends on, is sent, and follows the department's answers. An answer may overtake our own record of
/// having sent the request, so it counts from every state in which one is under way.
/// </summary>
public static class CaseItemLifecycle
{
    public static Lifecycle<CaseItem, ItemState, ItemAction> Table { get; } = new("case-item", ItemState.Waiting,
    [
        new(ItemState.Waiting, ItemAction.Release, ItemState.Ready) { Raises = item => new ItemReady(item.Id, item.Request) },
        new(ItemState.Waiting, ItemAction.Cancel, ItemState.Cancelled),
        .. new[] { ItemState.Waiting, ItemState.Ready, ItemState.RetryWait }.Select(state => new Transition<CaseItem, ItemState, ItemAction>(state, ItemAction.HandOver, ItemState.ManualQueue) { NeedsReason = true }),

        new(ItemState.Ready, ItemAction.Send, ItemState.Sent),
        new(ItemState.Ready, ItemAction.Fail, ItemState.RetryWait),
        new(ItemState.Ready, ItemAction.GiveUp, ItemState.ManualQueue),
        .. Answered(ItemState.Ready),

        .. Answered(ItemState.Sent),
        .. Answered(ItemState.Processing).Where(row => row.Action != ItemAction.TakeUp),

        new(ItemState.RetryWait, ItemAction.Send, ItemState.Sent),
        new(ItemState.RetryWait, ItemAction.Fail, ItemState.RetryWait),
        new(ItemState.RetryWait, ItemAction.GiveUp, ItemState.ManualQueue),
        .. Answered(ItemState.RetryWait),

        new(ItemState.ManualQueue, ItemAction.SendAgain, ItemState.Ready) { Permission = BirthsModule.Supervise, NeedsReason = true, Raises = item => new ItemReady(item.Id, item.Request) },
        new(ItemState.ManualQueue, ItemAction.RecordByHand, ItemState.Done) { Permission = BirthsModule.Decide, NeedsReason = true, Guard = NumberMissing },
        .. Answered(ItemState.ManualQueue),

        .. new[] { ItemState.Waiting, ItemState.Ready, ItemState.Sent, ItemState.RetryWait, ItemState.Processing }.Select(state => new Transition<CaseItem, ItemState, ItemAction>(state, ItemAction.Stop, ItemState.Stopped) { NeedsReason = true }),
        new(ItemState.Stopped, ItemAction.GoOn, ItemState.Waiting),
        new(ItemState.Stopped, ItemAction.Finish, ItemState.Done) { Guard = NumberMissing },   // its department was done before it heard of the stop
        new(ItemState.Stopped, ItemAction.Cancel, ItemState.Cancelled),

        new(ItemState.Cancelled, ItemAction.Restore, ItemState.Waiting) { NeedsReason = true },
        new(ItemState.ManualQueue, ItemAction.Restore, ItemState.Waiting) { NeedsReason = true },

        new(ItemState.Returned, ItemAction.Correct, ItemState.Ready) { Raises = item => new ItemReady(item.Id, item.Request) },
        new(ItemState.Returned, ItemAction.Cancel, ItemState.Cancelled),
        new(ItemState.Refused, ItemAction.Appeal, ItemState.Ready) { NeedsReason = true, Raises = item => new ItemReady(item.Id, item.Request) },
    ]);

    private static IEnumerable<Transition<CaseItem, ItemState, ItemAction>> Answered(ItemState state) =>
    [
        new(state, ItemAction.TakeUp, ItemState.Processing),
        new(state, ItemAction.Finish, ItemState.Done) { Guard = NumberMissing },
        new(state, ItemAction.Return, ItemState.Returned) { NeedsReason = true },
        new(state, ItemAction.Refuse, ItemState.Refused) { NeedsReason = true },
        new(state, ItemAction.Cancel, ItemState.Cancelled),
    ];

    private static string? NumberMissing(CaseItem item) => string.IsNullOrWhiteSpace(item.Number) ? "An item is done with the department's number." : null;
}

/// <summary>An item is to be sent to its department: <c>births.item-ready.v1</c>.</summary>
/// <param name="Item">The item.</param>
/// <param name="Request">The request; one that was replaced meanwhile is not sent any more.</param>
public sealed record ItemReady(Guid Item, Guid Request);
