using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Cradle.Rules.Packs;

/// <summary>Reads worked cases; the family stays JSON, read later by the same reader as everybody's.</summary>
internal static class CaseReader
{
    private static readonly HashSet<string> Special = ["for", "child", "lane", "none", "missing", "bounds"];

    public static IEnumerable<WorkedCase> Read(YamlMap root, string quantity, int division)
    {
        foreach (var map in root.Maps("cases"))
        {
            var family = map.Node("family") is { } node ? ToJson(node)!.ToJsonString() : "{}";
            yield return new WorkedCase(quantity, division, map.Required("name"), map.Text("scenario"), family,
                [.. map.Maps("expect").Select(ReadExpectation)], map.Position);
            map.Close();
        }

        root.Close();
    }

    private static Expectation ReadExpectation(YamlMap map) => new()
    {
        For = map.Text("for"),
        Child = map.Int("child"),
        Lane = map.Text("lane") ?? "in-force",
        None = map.Bool("none") ?? false,
        Missing = map.Has("missing") ? map.List("missing") : null,
        Bounds = map.Has("bounds") ? map.List("bounds") : null,
        Members = map.Keys.Where(key => !Special.Contains(key)).ToList().ToDictionary(key => key, key => map.Text(key) ?? ""),
        Position = map.Position,
    };

    private static JsonNode? ToJson(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(pair =>
            KeyValuePair.Create(((YamlScalarNode)pair.Key).Value ?? "", ToJson(pair.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(ToJson)]),
        YamlScalarNode { Style: ScalarStyle.Plain } scalar => PlainToJson(scalar.Value ?? ""),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => null,
    };

    private static JsonNode? PlainToJson(string text) => text switch
    {
        "" or "null" or "~" => null,
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };
}
