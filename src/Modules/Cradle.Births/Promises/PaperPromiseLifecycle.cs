using Cradle.Platform.Lifecycles;

namespace Cradle.Births.Promises;

/// <summary>What may be done with a promised paper.</summary>
public enum PromiseAction
{
    /// <summary>An officer accepts the case on it, and sets its last day.</summary>
    Run,

    /// <summary>The family sends the paper.</summary>
    HandIn,

    /// <summary>An officer has seen the paper at the counter.</summary>
    SeeAtCounter,

    /// <summary>What was sent is not the paper: the promise runs again, with a new last day.</summary>
    SendBack,
    Drop,
}

/// <summary>A promise runs from acceptance until its paper has come; an officer who finds that it is another paper lets it run again.</summary>
public static class PaperPromiseLifecycle
{
    public static Lifecycle<PaperPromise, PromiseState, PromiseAction> Table { get; } = new("paper-promise", PromiseState.Made,
    [
        new(PromiseState.Made, PromiseAction.Run, PromiseState.Running) { Permission = BirthsModule.Decide },
        .. Open(PromiseState.Made),
        .. Open(PromiseState.Running),
        new(PromiseState.Kept, PromiseAction.SendBack, PromiseState.Running) { Permission = BirthsModule.Decide, NeedsReason = true },
    ]);

    private static IEnumerable<Transition<PaperPromise, PromiseState, PromiseAction>> Open(PromiseState state) =>
    [
        new(state, PromiseAction.HandIn, PromiseState.Kept),
        new(state, PromiseAction.SeeAtCounter, PromiseState.Kept) { Permission = BirthsModule.Decide },
        new(state, PromiseAction.Drop, PromiseState.Dropped),
    ];
}
