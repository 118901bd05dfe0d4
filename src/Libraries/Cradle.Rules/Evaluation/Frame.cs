using Cradle.Rules.Binding;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Evaluation;

/// <summary>Where a rule is evaluated: the family, and which parent and child the instance is.</summary>
public sealed class Frame
{
    private readonly EntityFacts _unknownChild;
    private readonly (EntityFacts Facts, FactPath Path)[] _items = new (EntityFacts, FactPath)[BindingScope.DeepestLoop];

    /// <summary>A frame for a family without an instance yet.</summary>
    public Frame(FamilyFacts family)
    {
        Family = family;
        AsOf = family.AsOf.DayNumber;
        _unknownChild = family.New(EntityKind.Child);
    }

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

    /// <summary>Asks for another day.</summary>
    internal void MoveTo(DateOnly day) => (Family.AsOf, AsOf) = (day, day.DayNumber);

    /// <summary>The facts an entity reference means here.</summary>
    public EntityFacts Facts(EntityReference entity, int depth) => entity switch
    {
        EntityReference.Family => Family.Family,
        EntityReference.Mother => Family.Mother,
        EntityReference.Father => Family.Father,
        EntityReference.Parent => Parent == EntityReference.Mother ? Family.Mother : Family.Father,
        EntityReference.Spouse => Parent == EntityReference.Mother ? Family.Father : Family.Mother,
        EntityReference.Child => Family.Children is { } children && ChildIndex < children.Count ? children[ChildIndex] : _unknownChild,
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

    private static PathRoot RootOf(EntityReference parent) => parent == EntityReference.Mother ? PathRoot.Mother : PathRoot.Father;
}
