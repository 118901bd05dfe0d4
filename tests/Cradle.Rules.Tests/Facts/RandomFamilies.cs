using System.Text.Json;
using System.Text.Json.Nodes;
using Cradle.Rules.Tests.Packs;
using FsCheck;
using FsCheck.Fluent;

namespace Cradle.Rules.Tests.Facts;

/// <summary>JSON that nobody would write and JSON that somebody might: random trees, and the contract's example with parts of it spoilt.</summary>
internal static class RandomFamilies
{
    private static readonly string[] Names =
    [
        .. RealPack.Vocabulary.Facts.SelectMany(fact => fact.JsonPath), "asOf", "mother", "father", "children", "parentsInHospital", "idNumber", "dueDate", "", "x", "孩子", "mother.employment", "\u0000",
    ];

    private static readonly string[] Texts =
    [
        "", "employed", "2025-08-15", "2025-02-29", "9999-12-31", "0001-01-01", "1900-01-01", "2100-12-31", "220104", "22", "140211", "99", "1.005", "-1", "1e9", "99999999999999999999999",
        "affordablePrivate", "first", "true", "null", "220104199503040024", "孩子", "\u0000", "🍼", "\uD83C", "a\"b\\c",
    ];

    private static readonly string[] Numbers =
        ["0", "-0", "1", "-1", "2", "20", "21", "1.5", "1e2", "1e400", "-1e-400", "9223372036854775807", "9223372036854775808", "123456789012345678901234567890", "0.005"];

    private static readonly Gen<string> Leaf = Gen.OneOf(
        Gen.Constant("null"), Gen.Elements("true", "false"), Gen.Elements(Numbers), Gen.Elements(Texts).Select(Quote), Gen.Choose(0, 0xFFFF).Select(unit => $"\"\\u{unit:x4}\""));

    /// <summary>Random trees; objects mostly have names of the contract.</summary>
    public static Arbitrary<string> Trees { get; } = Gen.Sized(size => Tree(Math.Min(4, 1 + size / 25))).ToArbitrary();

    /// <summary>The contract's example with up to six of its members replaced, removed or said twice.</summary>
    public static Arbitrary<string> SpoiltExamples { get; } =
        Gen.Choose(1, 6).SelectMany(count => Gen.Choose(0, 1_000_000).Zip(Tree(2)).ArrayOf(count)).Select(Spoil).ToArbitrary();

    private static Gen<string> Tree(int depth)
    {
        if (depth == 0)
            return Leaf;
        var inner = Tree(depth - 1);
        var member = Gen.Elements(Names).Zip(inner).Select(pair => $"{Quote(pair.Item1)}: {pair.Item2}");
        return Gen.OneOf(Leaf, member.ArrayOf(6).Select(Braces), member.ArrayOf(2).Select(Braces), inner.ArrayOf(3).Select(items => $"[{string.Join(", ", items)}]"));
    }

    private static string Braces(string[] members) => $"{{{string.Join(", ", members)}}}";

    private static string Spoil((int Place, string Json)[] changes)
    {
        var family = JsonNode.Parse(File.ReadAllText(Repository.PathOf("docs", "examples", "family.json")))!;
        foreach (var (index, (place, _)) in changes.Index())
        {
            var members = Members(family).ToList();
            var (parent, name) = members[place % members.Count];
            if (place % 5 == 0)
                parent.Remove(name);
            else
                parent[name] = $"part {index}";
        }

        var text = family.ToJsonString();
        foreach (var (index, (_, json)) in changes.Index())
            text = text.Replace($"\"part {index}\"", json, StringComparison.Ordinal);   // a tree may hold what a node cannot: a name said twice, half a character
        return text;
    }

    private static IEnumerable<(JsonObject Parent, string Name)> Members(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(pair => Members(pair.Value).Prepend((members, pair.Key))),
        JsonArray items => items.SelectMany(Members),
        _ => [],
    };

    private static string Quote(string text) => JsonSerializer.Serialize(text);
}
