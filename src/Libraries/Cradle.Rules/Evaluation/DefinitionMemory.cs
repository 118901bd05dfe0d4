using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Evaluation;

/// <summary>What the definitions of the vocabulary come to for one family. A definition speaks of the family or of one child and of nothing else, so that much is all there is to it.</summary>
internal sealed class DefinitionMemory
{
    private readonly int _definitions;

    public DefinitionMemory(FamilyFacts family)
    {
        _definitions = family.Vocabulary.Definitions.Count;
        var room = _definitions * (1 + (family.Children?.Count ?? 0));
        (Tests, Numbers) = (new Kleene?[room], new (bool, bool, long)[room]);
    }

    /// <summary>Conditions by place; null where not asked yet.</summary>
    public Kleene?[] Tests { get; }

    /// <summary>Numbers by place.</summary>
    public (bool IsWorkedOut, bool IsKnown, long Value)[] Numbers { get; }

    /// <summary>Where the answer of a definition stands; false for a child that is not in the list.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="child">Which child; −1 for the family.</param>
    /// <param name="place">Its place.</param>
    public bool TryPlace(Definition definition, int child, out int place)
    {
        place = (child + 1) * _definitions + definition.Slot;
        return place < Tests.Length;
    }

    /// <summary>Forgets what definitions came to, for the family and for every child: a fact that they read is another now.</summary>
    /// <param name="slots">Their places among the definitions of the vocabulary.</param>
    public void Forget(IReadOnlyList<int> slots)
    {
        for (var start = 0; start < Tests.Length; start += _definitions)
            foreach (var slot in slots)
                (Tests[start + slot], Numbers[start + slot]) = (null, default);
    }
}
