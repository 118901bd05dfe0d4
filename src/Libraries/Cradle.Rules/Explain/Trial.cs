using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;

namespace Cradle.Rules.Explain;

/// <summary>
/// A family of which one fact at a time is tried otherwise and put back. What definitions come to is kept from one try to the next, but for those that read the fact.
/// Not safe to share between threads.
/// </summary>
internal sealed class Trial(Evaluator evaluator, FamilyFacts family, Func<DefinitionReaders> readers)
{
    private readonly Frame _frame = Frame.Remembering(family.Copy());
    private readonly Reckoning _reckoning = new();

    /// <summary>The outcome of the same instance with another value of a fact; null where the fact has that value already, or where there would be no such outcome.</summary>
    public Outcome? With(FactPath path, long value, Outcome outcome)
    {
        var fact = path.Fact!;
        if (FactWalk.Entity(path, _frame.Family) is not { } entity)
            return null;
        var wasKnown = entity.TryGet(fact.Slot, out var before);
        if (wasKnown && before == value)
            return null;
        var dependent = readers().Of(fact);
        entity.Set(fact.Slot, value);
        _frame.Forget(dependent);
        var after = evaluator.Again(outcome, _frame, _reckoning);
        entity.Set(fact.Slot, before);
        if (!wasKnown)
            entity.Clear(fact.Slot);
        _frame.Forget(dependent);
        return after;
    }
}
