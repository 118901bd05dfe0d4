using Cradle.Rules.Packs;

namespace Cradle.Rules.Facts;

/// <summary>Looks facts up by name, for checks that must also pass where a vocabulary lacks them.</summary>
internal static class FactLookup
{
    public static long? Number(this FamilyFacts facts, EntityFacts entity, EntityKind kind, string path) =>
        facts.Vocabulary.Find(kind, path) is { } fact && entity.TryGet(fact.Slot, out var value) ? value : null;

    public static DateOnly? Day(this FamilyFacts facts, EntityFacts entity, EntityKind kind, string path) =>
        facts.Number(entity, kind, path) is { } day ? DateOnly.FromDayNumber((int)day) : null;

    public static string? Member(this FamilyFacts facts, EntityFacts entity, EntityKind kind, string path) =>
        facts.Number(entity, kind, path) is { } index ? facts.Vocabulary.Find(kind, path)!.Type.Enumeration!.Members[(int)index] : null;
}
