using System.Text.Json;
using System.Text.Json.Nodes;
using Cradle.Rules.Evaluation;

namespace Cradle.Entitlements.Calculator;

/// <summary>
/// What a family has answered so far: the family as the JSON contract writes it, the order of the answers (for "back") and the questions it skipped.
/// It lives on the server, expires, and is never part of an address or a log line.
/// </summary>
public sealed class FamilyDraft
{
    private readonly JsonObject _family;

    private FamilyDraft(JsonObject family, List<string> asked, List<string> skipped) => (_family, Asked, Skipped) = (family, asked, skipped);

    /// <summary>Paths in the order in which they were answered or skipped.</summary>
    public List<string> Asked { get; }

    /// <summary>Paths that were skipped.</summary>
    public List<string> Skipped { get; }

    /// <summary>The family in the JSON contract.</summary>
    public string FamilyJson => _family.ToJsonString();

    public static FamilyDraft Empty() => new([], [], []);

    public static FamilyDraft Read(string payload)
    {
        var root = JsonNode.Parse(payload)!.AsObject();
        return new FamilyDraft(root["family"]!.DeepClone().AsObject(), Strings(root["asked"]), Strings(root["skipped"]));
    }

    public string Write() => new JsonObject
    {
        ["family"] = _family.DeepClone(),
        ["asked"] = new JsonArray([.. Asked.Select(path => JsonValue.Create(path))]),
        ["skipped"] = new JsonArray([.. Skipped.Select(path => JsonValue.Create(path))]),
    }.ToJsonString();

    /// <summary>A copy to try an answer on.</summary>
    public FamilyDraft Copy() => Read(Write());

    /// <summary>The answer to a question, or null.</summary>
    public JsonNode? this[FactPath path] => Owner(path, create: false) is JsonObject owner ? owner[NameOf(path)] : null;

    /// <summary>Records an answer.</summary>
    public void Answer(FactPath path, JsonNode value)
    {
        Owner(path, create: true)![NameOf(path)] = value;
        Remember(path);
        Skipped.Remove(path.ToString());
    }

    /// <summary>A child's birth date, or the due date of one not yet born; one takes the other's place.</summary>
    public void AnswerBirth(FactPath path, DateOnly date, bool expected)
    {
        var child = Owner(path, create: true)!;
        child.Remove(expected ? "birthDate" : "dueDate");
        child[expected ? "dueDate" : "birthDate"] = date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Remember(path);
        Skipped.Remove(path.ToString());
    }

    /// <summary>The due date of a child not yet born.</summary>
    public string? DueDate(FactPath path) => (Owner(path, create: false)?["dueDate"] as JsonValue)?.GetValue<string>();

    /// <summary>So many children (or elders); those already described stay.</summary>
    public void AnswerCount(FactPath path, int count)
    {
        var list = this[path] as JsonArray ?? [];
        while (list.Count > count)
            list.RemoveAt(list.Count - 1);
        while (list.Count < count)
            list.Add(new JsonObject());
        Answer(path, list.DeepClone());
    }

    /// <summary>Skips a question; an earlier answer is withdrawn.</summary>
    public void Skip(FactPath path)
    {
        Owner(path, create: false)?.Remove(NameOf(path));
        Remember(path);
        if (!Skipped.Contains(path.ToString()))
            Skipped.Add(path.ToString());
    }

    private void Remember(FactPath path)
    {
        if (!Asked.Contains(path.ToString()))
            Asked.Add(path.ToString());
    }

    private static string NameOf(FactPath path) => path.Fact?.JsonPath[^1] ?? (path.Root == PathRoot.ChildList ? "children" : "parentsInHospital");

    private JsonObject? Owner(FactPath path, bool create)
    {
        var owner = path.Root switch
        {
            PathRoot.Mother or PathRoot.MotherElder => Member(_family, "mother", create),
            PathRoot.Father or PathRoot.FatherElder => Member(_family, "father", create),
            PathRoot.Child => ItemOf(_family["children"], path.Index),
            _ => _family,
        };
        if (path.Root is PathRoot.MotherElder or PathRoot.FatherElder)
            owner = ItemOf(owner?["parentsInHospital"], path.Index);
        foreach (var part in path.Fact?.JsonPath.SkipLast(1) ?? [])
            owner = owner is null ? null : Member(owner, part, create);
        return owner;
    }

    private static JsonObject? Member(JsonObject owner, string name, bool create)
    {
        if (owner[name] is JsonObject existing)
            return existing;
        if (!create)
            return null;
        var added = new JsonObject();
        owner[name] = added;
        return added;
    }

    private static JsonObject? ItemOf(JsonNode? list, int index) => list is JsonArray array && index < array.Count ? array[index] as JsonObject : null;

    private static List<string> Strings(JsonNode? node) => node is JsonArray list ? [.. list.Select(item => item!.GetValue<string>())] : [];
}
