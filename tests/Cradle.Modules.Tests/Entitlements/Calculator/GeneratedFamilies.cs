using System.Globalization;
using System.Text.Json.Nodes;
using Cradle.Entitlements.Policies;
using Cradle.Rules.Binding;
using Cradle.Rules.Packs;

namespace Cradle.Modules.Tests.Entitlements.Calculator;

/// <summary>Families made at random from the vocabulary: any fact may be known or not. The seed is fixed, so a failure can be looked at again.</summary>
internal sealed class GeneratedFamilies(PolicyLibrary library, int seed)
{
    private static readonly string[] Places = ["220104", "2201", "2202", "22", "140105", "14", "621002", "6203", "623001", "62", "11"];

    private readonly Random random = new(seed);

    public IEnumerable<JsonObject> Take(int count)
    {
        for (var made = 0; made < count;)
        {
            var family = Family();
            if (library.Reader.Read(family.ToJsonString(), library.Today).Facts is null)
                continue;
            made++;
            yield return family;
        }
    }

    private JsonObject Family()
    {
        var family = Facts(EntityKind.Family);
        family["residence"] = Places[random.Next(Places.Length)];
        foreach (var who in new[] { "mother", "father" })
        {
            if (!Chance(80))
                continue;
            var parent = Facts(EntityKind.Parent);
            if (who == "father")
                parent.Remove("pregnancyWeeks");
            if (Chance(30))
                parent["parentsInHospital"] = new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(_ => Facts(EntityKind.Elder))]);
            family[who] = parent;
        }

        if (Chance(90))
            family["children"] = new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Child())]);
        return family;
    }

    private JsonObject Child()
    {
        var child = Facts(EntityKind.Child);
        foreach (var name in new[] { "birthDate", "expected", "birthOrder", "babies", "insuredOn" })
            child.Remove(name);
        if (Chance(15))
            child["dueDate"] = Iso(library.Today.AddDays(random.Next(0, 250)));
        else if (Chance(90))
            child["birthDate"] = Iso(library.Today.AddDays(-random.Next(0, 365 * 6)));
        return child;
    }

    private JsonObject Facts(EntityKind kind)
    {
        var entity = new JsonObject();
        foreach (var fact in library.Pack.Vocabulary.FactsOf(kind).Where(_ => Chance(60)))
        {
            var owner = entity;
            foreach (var part in fact.JsonPath.SkipLast(1))
                owner = (JsonObject)(owner[part] ??= new JsonObject());
            owner[fact.JsonPath[^1]] = Value(fact);
        }

        return entity;
    }

    private JsonNode Value(FactDefinition fact) => fact.Type.Kind switch
    {
        ValueKind.Bool => Chance(50),
        ValueKind.Enum => FactNames.Json(fact.Type.Enumeration!.Members[random.Next(fact.Type.Enumeration.Members.Count)]),
        ValueKind.Set => new JsonArray([.. fact.Type.Enumeration!.Members.Where(_ => Chance(30)).Select(member => JsonValue.Create(FactNames.Json(member)))]),
        ValueKind.Date => Iso(new DateOnly(1960, 1, 1).AddDays(random.Next(365 * 40))),
        ValueKind.Division => Places[random.Next(Places.Length)],
        ValueKind.Money => random.Next(20000).ToString(CultureInfo.InvariantCulture),
        _ => random.Next((int)(fact.Minimum ?? 0), (int)Math.Min(fact.Maximum ?? 20, 20)),
    };

    private bool Chance(int percent) => random.Next(100) < percent;

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
