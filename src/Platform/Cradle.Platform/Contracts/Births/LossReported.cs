using Cradle.Platform.Notifications;

namespace Cradle.Platform.Contracts.Births;

/// <summary>A stillbirth or the death of an infant became known: <c>births.loss-reported.v1</c>. Whoever serves this family stops congratulation, vaccination and subsidy messages. Carries ids only.</summary>
/// <param name="Case">The child's joint case, where there is one.</param>
/// <param name="Child">The child's record, where it has been opened.</param>
/// <param name="Registration">The registration of the pregnancy, where there is one.</param>
/// <param name="Reason">What happened.</param>
public sealed record LossReported(Guid? Case, Guid? Child, Guid? Registration, SilenceReason Reason);

/// <summary>A loss had been reported by mistake and was taken back: <c>births.loss-taken-back.v1</c>. Whoever stopped something for it goes on. Carries ids only.</summary>
/// <param name="Case">The child's joint case, where there is one.</param>
/// <param name="Child">The child's record, where it has been opened.</param>
/// <param name="Registration">The registration that goes on with it, where there is one.</param>
public sealed record LossTakenBack(Guid? Case, Guid? Child, Guid? Registration);
