using System.Runtime.CompilerServices;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Facts;

/// <summary>The known facts of one entity: a 64-bit value a slot, and a bit that says whether it is known.</summary>
public sealed class EntityFacts(int slots)
{
    private readonly long[] _values = new long[slots];
    private ulong _known;

    /// <summary>Whether nothing at all is known.</summary>
    public bool IsBlank => _known == 0;

    /// <summary>Whether the fact is known, and its value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGet(int slot, out long value)
    {
        value = _values[slot];
        return (_known >> slot & 1) != 0;
    }

    /// <summary>States a fact.</summary>
    public void Set(int slot, long value)
    {
        _values[slot] = value;
        _known |= 1UL << slot;
    }

    /// <summary>Withdraws a fact: it is unknown again.</summary>
    public void Clear(int slot) => _known &= ~(1UL << slot);

    /// <summary>A copy that can be changed on its own.</summary>
    public EntityFacts Copy()
    {
        var copy = new EntityFacts(_values.Length) { _known = _known };
        _values.CopyTo(copy._values, 0);
        return copy;
    }
}

/// <summary>What is known of one family. A child list or a list of elders that is null is itself unknown.</summary>
public sealed class FamilyFacts
{
    /// <summary>A family of which nothing is known.</summary>
    public FamilyFacts(Vocabulary vocabulary, DateOnly asOf)
    {
        (Vocabulary, AsOf) = (vocabulary, asOf);
        Family = New(EntityKind.Family);
        Mother = New(EntityKind.Parent);
        Father = New(EntityKind.Parent);
    }

    /// <summary>A family of which these facts are known.</summary>
    internal FamilyFacts(Vocabulary vocabulary, DateOnly asOf, EntityFacts family)
        : this(vocabulary, asOf) => Family = family;

    /// <summary>The vocabulary that gives slots their meaning.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>The day the question is asked for.</summary>
    public DateOnly AsOf { get; set; }

    /// <summary>Facts of the family as a whole.</summary>
    public EntityFacts Family { get; private init; }

    /// <summary>Facts of the mother.</summary>
    public EntityFacts Mother { get; private set; }

    /// <summary>Facts of the father.</summary>
    public EntityFacts Father { get; private set; }

    /// <summary>All children of the family, or null where it is not known which there are.</summary>
    public List<EntityFacts>? Children { get; set; }

    /// <summary>The mother's parents in hospital, or null where not known.</summary>
    public List<EntityFacts>? MotherElders { get; set; }

    /// <summary>The father's parents in hospital, or null where not known.</summary>
    public List<EntityFacts>? FatherElders { get; set; }

    /// <summary>States everything of one parent at once.</summary>
    internal void SetParent(bool isMother, EntityFacts facts) => _ = isMother ? Mother = facts : Father = facts;

    /// <summary>A blank entity of this vocabulary.</summary>
    public EntityFacts New(EntityKind kind) => new(Vocabulary.FactsOf(kind).Count);

    /// <summary>A deep copy that can be changed on its own.</summary>
    public FamilyFacts Copy() => new(Vocabulary, AsOf)
    {
        Family = Family.Copy(),
        Mother = Mother.Copy(),
        Father = Father.Copy(),
        Children = Children?.ConvertAll(child => child.Copy()),
        MotherElders = MotherElders?.ConvertAll(elder => elder.Copy()),
        FatherElders = FatherElders?.ConvertAll(elder => elder.Copy()),
    };
}
