using Cradle.Rules.Packs;

namespace Cradle.Rules.Facts;

/// <summary>The two facts of a child that are never unknown: it is born unless a due date is given, and the family's by birth unless it is said to be adopted.</summary>
internal sealed class ChildPresumptions(Vocabulary vocabulary)
{
    /// <summary>The slot of "not yet born"; null where the vocabulary has no such fact.</summary>
    public int? Expected { get; } = vocabulary.Find(EntityKind.Child, "expected")?.Slot;

    /// <summary>The slot of "adopted"; null where the vocabulary has no such fact.</summary>
    public int? Adopted { get; } = vocabulary.Find(EntityKind.Child, "adopted")?.Slot;

    /// <summary>Completes what is not stated.</summary>
    public void Complete(EntityFacts child)
    {
        foreach (var presumed in new[] { Expected, Adopted })
            if (presumed is { } slot && !child.TryGet(slot, out _))
                child.Set(slot, 0);
    }
}
