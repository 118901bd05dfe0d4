using System.Runtime.CompilerServices;
using Cradle.Rules.Binding;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Evaluation;

/// <summary>Where a rule is evaluated: the family, and which parent and child the instance is.</summary>
public sealed class Frame
{
    private EntityFacts? _unknownChild;
    private DefinitionMemory? _definitions;
    private LoopItems _items;

    /// <summary>A frame for a family without an instance yet.</summary>
    public Frame(FamilyFacts family)
    {
        Family = family;
        AsOf = family.AsOf.DayNumber;
    }

    /// <summary>A frame that works a definition out once for the family and once for each child, for a family whose facts stay as they are.</summary>
    internal static Frame Remembering(FamilyFacts family) => new(family) { _definitions = new DefinitionMemory(family) };

    /// <summary>The family.</summary>
    public FamilyFacts Family { get; }

    /// <summary>Day number of the day the question is asked for.</summary>
    public long AsOf { get; private set; }

    /// <summary>Index of the child of the instance; −1 without one.</summary>
    public int ChildIndex { get; set; } = -1;

    /// <summary>The parent of the instance, Mother or Father.</summary>
    public EntityReference Parent { get; set; } = EntityReference.Mother;

    /// <summary>The value of the outcome, for periods.</summary>
    public long? OutcomeValue { get; set; }

    /// <summary>Goes to the instance an outcome was answered for.</summary>
    internal void MoveTo(Outcome outcome) => (ChildIndex, Parent, OutcomeValue) = (outcome.Child ?? -1, outcome.Parent ?? EntityReference.Mother, outcome.Value);

    /// <summary>Asks for another day.</summary>
    internal void MoveTo(DateOnly day) => (Family.AsOf, AsOf, _definitions) = (day, day.DayNumber, null);

    /// <summary>Forgets what definitions came to.</summary>
    internal void Forget(IReadOnlyList<int> definitions) => _definitions?.Forget(definitions);

    /// <summary>Whether a definition that is a condition holds.</summary>
    internal Kleene Test(DefinedCondition defined)
    {
        if (_definitions is null || !_definitions.TryPlace(defined.Definition, IndexOf(defined.Entity, defined.Depth), out var place))
            return Interpreter.Test(defined.Body, this);
        return _definitions.Tests[place] ??= Interpreter.Test(defined.Body, this);
    }

    /// <summary>The value of a definition that is a number; false where it is unknown.</summary>
    internal bool TryNumber(DefinedNumber defined, out long value)
    {
        if (_definitions is null || !_definitions.TryPlace(defined.Definition, IndexOf(defined.Entity, defined.Depth), out var place))
            return Interpreter.TryNumber(defined.Body, this, out value);
        ref var kept = ref _definitions.Numbers[place];
        if (!kept.IsWorkedOut)
            kept = (true, Interpreter.TryNumber(defined.Body, this, out value), value);
        value = kept.Value;
        return kept.IsKnown;
    }

    /// <summary>Which child an entity is; −1 where it is the family.</summary>
    private int IndexOf(EntityReference entity, int depth) => entity switch
    {
        EntityReference.Family => -1,
        EntityReference.Child => ChildIndex,
        _ => _items[depth].Path.Index,
    };

    /// <summary>The facts an entity reference means here.</summary>
    public EntityFacts Facts(EntityReference entity, int depth) => entity switch
    {
        EntityReference.Family => Family.Family,
        EntityReference.Mother => Family.Mother,
        EntityReference.Father => Family.Father,
        EntityReference.Parent => Parent == EntityReference.Mother ? Family.Mother : Family.Father,
        EntityReference.Spouse => Parent == EntityReference.Mother ? Family.Father : Family.Mother,
        EntityReference.Child => Family.Children is { } children && ChildIndex < children.Count ? children[ChildIndex] : _unknownChild ??= Family.New(EntityKind.Child),
        _ => _items[depth].Facts,
    };

    /// <summary>The path of a fact of that entity, as the JSON contract writes it.</summary>
    public FactPath PathOf(FactDefinition fact, EntityReference entity, int depth) => entity switch
    {
        EntityReference.Family => new FactPath(fact, PathRoot.Family, 0),
        EntityReference.Mother => new FactPath(fact, PathRoot.Mother, 0),
        EntityReference.Father => new FactPath(fact, PathRoot.Father, 0),
        EntityReference.Parent => new FactPath(fact, RootOf(Parent), 0),
        EntityReference.Spouse => new FactPath(fact, Parent == EntityReference.Mother ? PathRoot.Father : PathRoot.Mother, 0),
        EntityReference.Child => Family.Children is null ? FactPath.Children : new FactPath(fact, PathRoot.Child, ChildIndex),
        _ => _items[depth].Path with { Fact = fact },
    };

    /// <summary>The items of a collection, or null where it is unknown.</summary>
    public List<EntityFacts>? Items(CollectionReference collection) =>
        collection.Kind == CollectionKind.Children ? Family.Children
        : OwnerOf(collection) == PathRoot.Mother ? Family.MotherElders : Family.FatherElders;

    /// <summary>The path of a collection itself.</summary>
    public FactPath PathOf(CollectionReference collection) =>
        collection.Kind == CollectionKind.Children ? FactPath.Children : new FactPath(null, OwnerOf(collection), 0);

    /// <summary>Makes an item the current one of its loop.</summary>
    public void Enter(CollectionReference collection, int depth, EntityFacts item, int index) =>
        _items[depth] = (item, collection.Kind == CollectionKind.Children
            ? new FactPath(null, PathRoot.Child, index)
            : new FactPath(null, OwnerOf(collection) == PathRoot.Mother ? PathRoot.MotherElder : PathRoot.FatherElder, index));

    private PathRoot OwnerOf(CollectionReference collection) => collection.Owner switch
    {
        EntityReference.Father => PathRoot.Father,
        EntityReference.Parent => RootOf(Parent),
        EntityReference.Spouse => RootOf(Parent) == PathRoot.Mother ? PathRoot.Father : PathRoot.Mother,
        _ => PathRoot.Mother,
    };

    [InlineArray(BindingScope.DeepestLoop)]
    private struct LoopItems
    {
        private (EntityFacts Facts, FactPath Path) _outermost;
    }

    private static PathRoot RootOf(EntityReference parent) => parent == EntityReference.Mother ? PathRoot.Mother : PathRoot.Father;
}
