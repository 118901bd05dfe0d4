using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Rehearsal;

/// <summary>As much of an outcome as a rehearsal looks at; engines give no more than this for most of them.</summary>
internal readonly record struct SeenOutcome(
    QuantityHeader Header, OutcomeStatus Status, long? Value, (long Low, long High)? Bounds, Rule? Rule, int? Child, EntityReference? Parent)
{
    /// <summary>Places for the instances of one quantity in one family: mother, father, the family, then its children.</summary>
    public const int Slots = 40;

    private const int FirstChild = 3;

    /// <summary>The unit of the value.</summary>
    public string Unit => Rule?.Unit ?? Header.Unit;

    /// <summary>The place of its instance.</summary>
    public int Slot => SlotOf(Child, Parent);

    public static SeenOutcome Of(Outcome outcome) =>
        new(outcome.Header, outcome.Status, outcome.Value, outcome.Bounds, outcome.Rule, outcome.Child, outcome.Parent);

    /// <summary>The outcome of the same instance in the other world.</summary>
    public static Outcome? Same(List<Outcome> outcomes, Outcome other) =>
        outcomes.Find(outcome => SlotOf(outcome.Child, outcome.Parent) == SlotOf(other.Child, other.Parent));

    private static int SlotOf(int? child, EntityReference? parent) => child is { } index ? Math.Min(FirstChild + index, Slots - 1) : parent switch
    {
        null => 2,
        EntityReference.Father => 1,
        _ => 0,
    };
}
