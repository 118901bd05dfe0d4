using Cradle.Platform.Lifecycles;

namespace Cradle.Births.Cases;

/// <summary>What may be done with a case.</summary>
public enum CaseAction
{
    /// <summary>The check found that an officer has to look: a possible duplicate, a promised paper.</summary>
    Hold,
    AskCorrection,
    Correct,
    Accept,
    AcceptWithPromise,
    Start,
    Complete,
    CompletePartly,
    Resume,
    Reject,
    Appeal,
    Withdraw,
    Archive,
}

/// <summary>
/// A case is checked when it comes in, and then accepted, sent back with everything that is wrong, or held for an officer. Once
/// accepted it follows its items.
/// </summary>
public static class JointCaseLifecycle
{
    public static Lifecycle<JointCase, CaseState, CaseAction> Table { get; } = new("joint-case", CaseState.Submitted,
    [
        new(CaseState.Submitted, CaseAction.Accept, CaseState.Accepted),
        new(CaseState.Submitted, CaseAction.Hold, CaseState.PreCheck),
        new(CaseState.Submitted, CaseAction.AskCorrection, CaseState.NeedsCorrection),

        Decided(CaseState.PreCheck, CaseAction.Accept, CaseState.Accepted) with { NeedsAnother = true },
        Decided(CaseState.PreCheck, CaseAction.AcceptWithPromise, CaseState.AcceptedWithPromise) with { NeedsAnother = true, NeedsReason = true, Guard = one => one.PromisedBy is null ? "Nothing was promised." : null },
        Decided(CaseState.PreCheck, CaseAction.AskCorrection, CaseState.NeedsCorrection) with { NeedsReason = true },
        Decided(CaseState.PreCheck, CaseAction.Reject, CaseState.Rejected) with { NeedsAnother = true, NeedsReason = true },
        new(CaseState.PreCheck, CaseAction.Withdraw, CaseState.Withdrawn),

        new(CaseState.NeedsCorrection, CaseAction.Correct, CaseState.Submitted),
        new(CaseState.NeedsCorrection, CaseAction.Withdraw, CaseState.Withdrawn),

        new(CaseState.Accepted, CaseAction.Start, CaseState.InProgress),
        new(CaseState.AcceptedWithPromise, CaseAction.Start, CaseState.InProgress),

        new(CaseState.InProgress, CaseAction.Complete, CaseState.Completed),
        new(CaseState.InProgress, CaseAction.CompletePartly, CaseState.PartlyCompleted),
        new(CaseState.InProgress, CaseAction.Reject, CaseState.Rejected),
        new(CaseState.InProgress, CaseAction.Withdraw, CaseState.Withdrawn),

        new(CaseState.PartlyCompleted, CaseAction.Resume, CaseState.InProgress),
        new(CaseState.Rejected, CaseAction.Resume, CaseState.InProgress),
        new(CaseState.Rejected, CaseAction.Appeal, CaseState.PreCheck) { NeedsReason = true },

        Decided(CaseState.Completed, CaseAction.Archive, CaseState.Archived),
        Decided(CaseState.PartlyCompleted, CaseAction.Archive, CaseState.Archived) with { NeedsReason = true },
        Decided(CaseState.Rejected, CaseAction.Archive, CaseState.Archived),
        Decided(CaseState.Withdrawn, CaseAction.Archive, CaseState.Archived),
    ]);

    private static Transition<JointCase, CaseState, CaseAction> Decided(CaseState from, CaseAction action, CaseState to) => new(from, action, to) { Permission = BirthsModule.Decide };
}
