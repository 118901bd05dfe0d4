using Cradle.Platform.Lifecycles;

namespace Cradle.Births.Registrations;

/// <summary>What may be done with a registration.</summary>
public enum RegistrationAction
{
    /// <summary>The identity was proved by its check digit: nothing else is asked.</summary>
    Register,
    Hold,

    /// <summary>An officer has compared the identity paper.</summary>
    Confirm,
    AskCorrection,
    Correct,
    Amend,
    Cancel,
    Close,

    /// <summary>The loss by which it was closed was reported by mistake.</summary>
    Reopen,
}

/// <summary>A registration is made at once on the family's word; only an identity paper without check digit is looked at first.</summary>
public static class ChildbearingRegistrationLifecycle
{
    public static Lifecycle<ChildbearingRegistration, RegistrationState, RegistrationAction> Table { get; } = new("childbearing-registration", RegistrationState.Submitted,
    [
        new(RegistrationState.Submitted, RegistrationAction.Register, RegistrationState.Registered) { Raises = Made },
        new(RegistrationState.Submitted, RegistrationAction.Hold, RegistrationState.BeingChecked),

        new(RegistrationState.BeingChecked, RegistrationAction.Confirm, RegistrationState.Registered) { Permission = BirthsModule.Decide, Raises = Made },
        new(RegistrationState.BeingChecked, RegistrationAction.AskCorrection, RegistrationState.NeedsCorrection) { Permission = BirthsModule.Decide, NeedsReason = true },
        new(RegistrationState.BeingChecked, RegistrationAction.Cancel, RegistrationState.Cancelled),

        new(RegistrationState.NeedsCorrection, RegistrationAction.Correct, RegistrationState.Submitted),
        new(RegistrationState.NeedsCorrection, RegistrationAction.Cancel, RegistrationState.Cancelled),

        .. Standing(RegistrationState.Registered),
        .. Standing(RegistrationState.Amended),

        new(RegistrationState.Closed, RegistrationAction.Reopen, RegistrationState.Registered) { Permission = BirthsModule.Decide, NeedsReason = true, Guard = one => one.CaseId is null ? null : "The child has its papers.", Raises = Made },
    ]);

    private static IEnumerable<Transition<ChildbearingRegistration, RegistrationState, RegistrationAction>> Standing(RegistrationState state) =>
    [
        new(state, RegistrationAction.Amend, RegistrationState.Amended) { Raises = Made },
        new(state, RegistrationAction.Cancel, RegistrationState.Cancelled),
        new(state, RegistrationAction.Close, RegistrationState.Closed),
    ];

    private static object Made(ChildbearingRegistration registration) => new RegistrationMade(registration.Id);
}

/// <summary>A registration was made or amended: <c>births.registration-made.v1</c>.</summary>
/// <param name="Registration">The registration.</param>
public sealed record RegistrationMade(Guid Registration);
