using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;
using Cradle.Rules.Tests.Packs;

namespace Cradle.Rules.Tests.Properties;

/// <summary>Makes whole families of which everything is known, by the vocabulary of the packs; the same seed gives the same family.</summary>
internal sealed class FamilyGenerator(int seed)
{
    private static readonly long[] Regions = [220104, 2202, 140105, 620102, 621002, 620302, 623001, 110105];
    private static readonly DateOnly FirstDay = new(2021, 6, 1);
    private static readonly DateOnly LastDay = new(2027, 12, 31);

    private readonly Random _random = new(seed);
    private readonly Vocabulary _vocabulary = RealPack.Vocabulary;

    public FamilyFacts Whole()
    {
        var facts = new FamilyFacts(_vocabulary, FirstDay.AddDays(_random.Next(LastDay.DayNumber - FirstDay.DayNumber)));
        var home = Regions[_random.Next(Regions.Length)];
        facts.Children = Children(facts, home);
        Fill(facts.Family, EntityKind.Family, facts, home, child: null);
        Fill(facts.Mother, EntityKind.Parent, facts, home, child: null);
        Fill(facts.Father, EntityKind.Parent, facts, home, child: null);
        facts.MotherElders = Elders(facts, home);
        facts.FatherElders = Elders(facts, home);
        Set(facts.Family, EntityKind.Family, "child_count", Math.Max(facts.Children.Count, facts.Children.Max(child => Get(child, EntityKind.Child, "birth_order")) ?? 0));
        facts.Father.Clear(Slot(EntityKind.Parent, "pregnancy_weeks"));
        return facts;
    }

    /// <summary>The family with each fact that a family may leave out hidden at random; what the reader itself completes stays consistent.</summary>
    public FamilyFacts Partly(FamilyFacts whole)
    {
        var known = whole.Copy();
        var share = 0.05 + 0.9 * _random.NextDouble();
        foreach (var path in FactList.Of(known).Where(_ => _random.NextDouble() > share).ToList())
            FactList.Hide(path, known);
        if (_random.Next(8) == 0)
            FactList.Hide(FactPath.Children, known);
        return known;
    }

    private List<EntityFacts> Children(FamilyFacts facts, long home)
    {
        var children = new List<EntityFacts>();
        var births = _random.Next(10) switch { 0 => 0, < 5 => 1, < 8 => 2, _ => 3 };
        var order = _random.Next(1, 3);
        var oldest = facts.AsOf.DayNumber - _random.Next(births == 1 ? -250 : 700, births == 1 && _random.Next(2) == 0 ? 1300 : 7000);
        for (var birth = 0; birth < births; birth++)
        {
            var day = births == 1 ? oldest : oldest + birth * Math.Max(300, (facts.AsOf.DayNumber + 200 - oldest) / births);
            var child = facts.New(EntityKind.Child);
            Set(child, EntityKind.Child, "birth_date", day);
            Set(child, EntityKind.Child, "expected", day > facts.AsOf.DayNumber ? 1 : 0);
            Set(child, EntityKind.Child, "birth_order", order++);
            var babies = _random.Next(8) == 0 ? 2 : 1;
            Set(child, EntityKind.Child, "babies", babies);
            Fill(child, EntityKind.Child, facts, home, day);
            children.Add(child);
            if (babies == 2)
                children.Add(child.Copy());
        }

        return children;
    }

    private List<EntityFacts> Elders(FamilyFacts facts, long home)
    {
        var elders = new List<EntityFacts>();
        for (var count = _random.Next(6) - 3; count > 0; count--)
        {
            var elder = facts.New(EntityKind.Elder);
            Fill(elder, EntityKind.Elder, facts, home, child: null);
            elders.Add(elder);
        }

        return elders;
    }

    private void Fill(EntityFacts entity, EntityKind kind, FamilyFacts facts, long home, int? child)
    {
        foreach (var fact in _vocabulary.FactsOf(kind))
            if (!entity.TryGet(fact.Slot, out _))
                entity.Set(fact.Slot, ValueOf(fact, facts.AsOf.DayNumber, home, child));
    }

    private long ValueOf(FactDefinition fact, int asOf, long home, int? born) => fact.Type.Kind switch
    {
        ValueKind.Bool => _random.Next(2),
        ValueKind.Enum => _random.Next(2) == 0 ? 0 : _random.Next(fact.Type.Enumeration!.Members.Count),
        ValueKind.Set => _random.Next(3) == 0 ? _random.Next(1 << fact.Type.Enumeration!.Members.Count) : 0,
        ValueKind.Division => _random.Next(4) == 0 ? Regions[_random.Next(Regions.Length)] : home,
        ValueKind.Date => (fact.Entity, fact.Path) switch
        {
            (EntityKind.Parent, "birth_date") => asOf - _random.Next(20, 45) * 365 - _random.Next(365),
            (EntityKind.Elder, "birth_date") or (_, "family_planning.oldest_member_birth_date") => asOf - _random.Next(46, 85) * 365 - _random.Next(365),
            (EntityKind.Child, _) => Math.Min(asOf, born!.Value + _random.Next(400)),
            _ => asOf - _random.Next(500),
        },
        _ => Figure(fact),
    };

    private long Figure(FactDefinition fact)
    {
        // nobody is paid less than a yuan; and next to nothing times an unknown is rounded to the same, though the language calls it unknown
        var (low, high) = (Math.Max(fact.Minimum ?? 0, fact.Type.Kind == ValueKind.Money ? 100 : 0), fact.Maximum ?? 1_000_000);
        return _random.Next(6) switch
        {
            0 => low,
            1 => Math.Min(high, low + 1),
            2 => high,
            3 => _random.NextInt64(low, high + 1),
            _ => Math.Min(high, low + _random.NextInt64(1 + Math.Min(high - low, fact.Type.Kind == ValueKind.Money ? 2_000_000 : 40))),
        };
    }

    private int Slot(EntityKind kind, string path) => _vocabulary.Find(kind, path)!.Slot;

    private void Set(EntityFacts entity, EntityKind kind, string path, long value) => entity.Set(Slot(kind, path), value);

    private long? Get(EntityFacts entity, EntityKind kind, string path) => entity.TryGet(Slot(kind, path), out var value) ? value : null;
}
