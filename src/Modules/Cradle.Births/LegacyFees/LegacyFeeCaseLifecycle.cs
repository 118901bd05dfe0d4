using Cradle.Platform.Lifecycles;

namespace Cradle.Births.LegacyFees;

/// <summary>What may be done with an old case.</summary>
public enum LegacyFeeAction
{
    Classify,
    LeaveToHand,
    ClassifyByHand,
    Dispose,
    GiveNotice,
    Archive,

    /// <summary>What was imported is wrong; the right row may be imported.</summary>
    TakeOut,
}

/// <summary>An old case only goes towards its end: classified, disposed of by another person, told, archived. Until it is disposed of it can be taken out.</summary>
public static class LegacyFeeCaseLifecycle
{
    public static Lifecycle<LegacyFeeCase, LegacyFeeState, LegacyFeeAction> Table { get; } = new("legacy-fee-case", LegacyFeeState.Imported,
    [
        new(LegacyFeeState.Imported, LegacyFeeAction.Classify, LegacyFeeState.Classified),
        new(LegacyFeeState.Imported, LegacyFeeAction.LeaveToHand, LegacyFeeState.ByHand),
        new(LegacyFeeState.ByHand, LegacyFeeAction.ClassifyByHand, LegacyFeeState.Classified) { Permission = BirthsModule.Decide, NeedsReason = true },
        new(LegacyFeeState.Classified, LegacyFeeAction.Dispose, LegacyFeeState.Disposed) { Permission = BirthsModule.Decide, NeedsAnother = true },
        new(LegacyFeeState.Disposed, LegacyFeeAction.GiveNotice, LegacyFeeState.Noticed) { Permission = BirthsModule.Decide },
        new(LegacyFeeState.Noticed, LegacyFeeAction.Archive, LegacyFeeState.Archived) { Permission = BirthsModule.Decide },
        new(LegacyFeeState.ByHand, LegacyFeeAction.TakeOut, LegacyFeeState.TakenOut) { Permission = BirthsModule.Decide, NeedsReason = true },
        new(LegacyFeeState.Classified, LegacyFeeAction.TakeOut, LegacyFeeState.TakenOut) { Permission = BirthsModule.Decide, NeedsReason = true },
    ]);
}
