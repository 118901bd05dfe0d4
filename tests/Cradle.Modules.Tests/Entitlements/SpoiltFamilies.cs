using System.Text.Json.Nodes;
using Cradle.Entitlements.Comparison;

namespace Cradle.Modules.Tests.Entitlements;

/// <summary>Valid families with one to three things done to them that people and programs do. The same seed gives the same families.</summary>
internal sealed class SpoiltFamilies(int seed)
{
    private static readonly string[] Texts =
    [
        "", " ", "0", "-1", "1e3", "1E999", "１００", "九", "NaN", "true", "null", "2025-02-30", "0001-01-01", "9999-12-31", "25-08-15", "2025年8月15日", "２０２５-０８-１５", "2027-01-01", "1899-12-31",
        "220181", "229999", "22010", "２２０１０４", "220104199503041234", "220104950304123", "'; drop table drafts; --", "<script>", "\0", "\u202e", "👶", "employed", "EMPLOYED", "1200.005", "-0.01", "1,200",
    ];

    private readonly Random random = new(seed);

    public JsonObject Next()
    {
        var family = JsonNode.Parse(ExampleFamily.All[random.Next(ExampleFamily.All.Count)].JsonOn(new DateOnly(2026, 3, 1)))!.AsObject();
        for (var change = random.Next(1, 4); change > 0; change--)
            Spoil(family);
        return family;
    }

    private void Spoil(JsonObject family)
    {
        var places = Places(family).ToList();
        var (owner, name) = places[random.Next(places.Count)];
        switch (random.Next(8))
        {
            case 0:
                owner.Remove(name);
                break;
            case 1:
                owner["no such " + name] = owner[name]?.DeepClone();
                break;
            case 2 when owner[name] is JsonArray list:
                for (var copies = random.Next(1, 30); copies > 0 && list.Count > 0; copies--)
                    list.Add(list[0]?.DeepClone());
                break;
            case 3:
                owner[name] = new JsonArray([.. Enumerable.Range(0, random.Next(30)).Select(_ => Anything())]);
                break;
            case 4:
                owner[name] = new JsonObject { [name] = Anything() };
                break;
            case 5 when family["children"] is JsonArray { Count: > 0 } children && children[0] is JsonObject child:
                child["dueDate"] = Anything();
                break;
            default:
                owner[name] = Anything();
                break;
        }
    }

    private JsonNode? Anything() => random.Next(10) switch
    {
        0 => null,
        1 => random.NextDouble() * 1e300,
        2 => random.NextInt64(),
        3 => random.Next(-3, 40),
        4 => random.Next(2) == 0,
        _ => Texts[random.Next(Texts.Length)],
    };

    private static IEnumerable<(JsonObject Owner, string Name)> Places(JsonObject owner) => owner.SelectMany(member => member.Value switch
    {
        JsonObject inner => Places(inner).Prepend((owner, member.Key)),
        JsonArray list => list.OfType<JsonObject>().SelectMany(Places).Prepend((owner, member.Key)),
        _ => [(owner, member.Key)],
    });
}
