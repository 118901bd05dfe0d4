using System.Text;
using System.Text.Json.Nodes;
using Cradle.Entitlements.Comparison;

namespace Cradle.Modules.Tests.Entitlements;

/// <summary>Bodies near and far from a family: members replaced, dropped, doubled, nested, bytes flipped. The same seed gives the same bodies.</summary>
internal sealed class BodyFuzzer(int seed)
{
    private readonly Random random = new(seed);

    public (string Path, byte[] Body) Next()
    {
        var family = JsonNode.Parse(ExampleFamily.All[random.Next(ExampleFamily.All.Count)].JsonOn(new DateOnly(2026, 3, 1)))!;
        for (var change = random.Next(4); change > 0; change--)
            Change(family.AsObject());
        var compare = random.Next(2) == 0;
        JsonNode root = compare ? new JsonObject { ["family"] = family, ["places"] = random.Next(5) == 0 ? Anything(0) : new JsonArray("2201", "1401") } : family;
        var bytes = Encoding.UTF8.GetBytes(root.ToJsonString());
        if (random.Next(4) == 0)
            for (var flip = random.Next(1, 6); flip > 0; flip--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return (compare ? "/api/v1/compare" : "/api/v1/entitlements", random.Next(10) == 0 ? bytes[..random.Next(bytes.Length)] : bytes);
    }

    private void Change(JsonObject target)
    {
        var names = target.Select(member => member.Key).ToList();
        if (names.Count == 0)
            return;
        var name = names[random.Next(names.Count)];
        switch (target[name])
        {
            case JsonObject inner when random.Next(4) != 0:
                Change(inner);
                break;
            case JsonArray { Count: > 0 } list when list[random.Next(list.Count)] is JsonObject item && random.Next(4) != 0:
                Change(item);
                break;
            case var old when random.Next(4) == 0:
                target.Remove(name);
                target[name + "?"] = old?.DeepClone();
                break;
            default:
                target[name] = Anything(0);
                break;
        }
    }

    private JsonNode? Anything(int depth) => random.Next(depth > 3 ? 9 : 11) switch
    {
        0 => null,
        1 => random.NextDouble() * 1e300,
        2 => random.NextInt64(),
        3 => random.Next(2) == 0,
        4 => "",
        5 => "2026-02-30",
        6 => new string('九', random.Next(40)),
        7 => "9999-12-31",
        8 => "99",
        9 => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Anything(depth + 1))]),
        _ => new JsonObject { ["birthDate"] = Anything(depth + 1), ["x"] = Anything(depth + 1) },
    };
}
