using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Tests.Properties;

/// <summary>The facts a family may state or leave out, one by one, and the lists it may leave out as a whole.</summary>
internal static class FactList
{
    /// <summary>The paths of the facts that are known, without what the reader completes.</summary>
    public static IEnumerable<FactPath> Of(FamilyFacts facts)
    {
        foreach (var (root, index, entity, kind) in Entities(facts))
            foreach (var fact in facts.Vocabulary.FactsOf(kind))
                if (entity.TryGet(fact.Slot, out _) && !IsCompleted(fact, entity, facts))
                    yield return new FactPath(fact, root, index);
    }

    /// <summary>Makes a fact or a whole list unknown; without the list the number of children is unknown too.</summary>
    public static void Hide(FactPath path, FamilyFacts facts)
    {
        if (path.Fact is { } fact)
            EntityOf(path, facts)!.Clear(fact.Slot);
        else if (path.Root == PathRoot.Mother)
            facts.MotherElders = null;
        else if (path.Root == PathRoot.Father)
            facts.FatherElders = null;
        else
        {
            facts.Children = null;
            facts.Family.Clear(Count(facts).Slot);
        }
    }

    /// <summary>States a fact, or a list with nothing but what is always known of its items, as the whole family has it.</summary>
    public static void State(FactPath path, FamilyFacts facts, FamilyFacts whole)
    {
        if (path.Fact is { } fact)
        {
            if (EntityOf(path, facts) is { } entity && EntityOf(path, whole) is { } source && source.TryGet(fact.Slot, out var value))
                entity.Set(fact.Slot, value);
        }
        else if (path.Root == PathRoot.Mother)
            facts.MotherElders = whole.MotherElders?.ConvertAll(_ => facts.New(EntityKind.Elder));
        else if (path.Root == PathRoot.Father)
            facts.FatherElders = whole.FatherElders?.ConvertAll(_ => facts.New(EntityKind.Elder));
        else
            StateChildren(facts, whole);
    }

    /// <summary>Whose facts a path names; null where the list or the item is not there.</summary>
    public static EntityFacts? EntityOf(FactPath path, FamilyFacts facts) => path.Root switch
    {
        PathRoot.Family => facts.Family,
        PathRoot.Mother => facts.Mother,
        PathRoot.Father => facts.Father,
        PathRoot.Child => facts.Children?.ElementAtOrDefault(path.Index),
        PathRoot.MotherElder => facts.MotherElders?.ElementAtOrDefault(path.Index),
        PathRoot.FatherElder => facts.FatherElders?.ElementAtOrDefault(path.Index),
        _ => null,
    };

    /// <summary>The reader says of every listed child whether it is born, and counts the list; a due date is what says that a child is not born.</summary>
    private static bool IsCompleted(FactDefinition fact, EntityFacts entity, FamilyFacts facts) => (fact.Entity, fact.Path) switch
    {
        (EntityKind.Family, "child_count") or (EntityKind.Child, "expected") => true,
        (EntityKind.Child, "birth_date") => entity.TryGet(facts.Vocabulary.Find(EntityKind.Child, "expected")!.Slot, out var expected) && expected == 1,
        _ => false,
    };

    private static void StateChildren(FamilyFacts facts, FamilyFacts whole)
    {
        var expected = facts.Vocabulary.Find(EntityKind.Child, "expected")!;
        var birth = facts.Vocabulary.Find(EntityKind.Child, "birth_date")!;
        facts.Children = whole.Children?.ConvertAll(child =>
        {
            var blank = facts.New(EntityKind.Child);
            // a listed child is born unless a due date stands beside it
            if (child.TryGet(expected.Slot, out var value))
                blank.Set(expected.Slot, value);
            if (value == 1 && child.TryGet(birth.Slot, out var due))
                blank.Set(birth.Slot, due);
            return blank;
        });
        if (whole.Family.TryGet(Count(facts).Slot, out var count))
            facts.Family.Set(Count(facts).Slot, count);
    }

    private static FactDefinition Count(FamilyFacts facts) => facts.Vocabulary.Find(EntityKind.Family, "child_count")!;

    private static IEnumerable<(PathRoot, int, EntityFacts, EntityKind)> Entities(FamilyFacts facts)
    {
        yield return (PathRoot.Family, 0, facts.Family, EntityKind.Family);
        yield return (PathRoot.Mother, 0, facts.Mother, EntityKind.Parent);
        yield return (PathRoot.Father, 0, facts.Father, EntityKind.Parent);
        foreach (var (index, child) in (facts.Children ?? []).Index())
            yield return (PathRoot.Child, index, child, EntityKind.Child);
        foreach (var (index, elder) in (facts.MotherElders ?? []).Index())
            yield return (PathRoot.MotherElder, index, elder, EntityKind.Elder);
        foreach (var (index, elder) in (facts.FatherElders ?? []).Index())
            yield return (PathRoot.FatherElder, index, elder, EntityKind.Elder);
    }
}
