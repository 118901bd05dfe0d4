using Cradle.Rules.Binding;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Tests.Identity;

/// <summary>Families of any vocabulary, of which each fact is known or not, month ends and leap days among the dates.</summary>
internal static class RandomFamily
{
    private static readonly long[] Divisions = [22, 2201, 220104, 14, 140105, 6210, 110105, 0];
    private static readonly DateOnly[] Days = [new(2024, 2, 29), new(2023, 12, 31), new(2026, 1, 31), new(2025, 3, 1), new(2026, 3, 1), new(2020, 2, 29)];

    public static FamilyFacts Make(Vocabulary vocabulary, int seed)
    {
        var random = new Random(seed);
        var family = new FamilyFacts(vocabulary, new DateOnly(2026, 3, 1));
        var share = random.Next(4) switch { 0 => 1.0, 1 => 0.9, 2 => 0.6, _ => 0.2 };
        Fill(family.Family, EntityKind.Family);
        Fill(family.Mother, EntityKind.Parent);
        Fill(family.Father, EntityKind.Parent);
        family.Children = List(EntityKind.Child, 4);
        family.MotherElders = List(EntityKind.Elder, 3);
        family.FatherElders = List(EntityKind.Elder, 3);
        return family;

        List<EntityFacts>? List(EntityKind kind, int most)
        {
            if (random.NextDouble() > Math.Max(share, 0.7))
                return null;
            var items = new List<EntityFacts>();
            for (var count = random.Next(most); count > 0; count--)
            {
                items.Add(family.New(kind));
                Fill(items[^1], kind);
            }

            return items;
        }

        void Fill(EntityFacts facts, EntityKind kind)
        {
            foreach (var fact in vocabulary.FactsOf(kind).Where(_ => random.NextDouble() < share))
                facts.Set(fact.Slot, ValueOf(fact, random));
        }
    }

    private static long ValueOf(FactDefinition fact, Random random) => fact.Type.Kind switch
    {
        ValueKind.Bool => random.Next(2),
        ValueKind.Enum => random.Next(3) == 0 ? random.Next(fact.Type.Enumeration!.Members.Count) : 0,
        ValueKind.Set => random.Next(1 << fact.Type.Enumeration!.Members.Count),
        ValueKind.Division => Divisions[random.Next(Divisions.Length)],
        ValueKind.Date => random.Next(3) == 0 ? Days[random.Next(Days.Length)].DayNumber : new DateOnly(2020, 1, 1).DayNumber + random.Next(2900),
        _ => random.Next(3) switch { 0 => fact.Minimum ?? 0, 1 => fact.Maximum ?? 100, _ => random.NextInt64(fact.Minimum ?? 0, (fact.Maximum ?? 100) + 1) },
    };
}
