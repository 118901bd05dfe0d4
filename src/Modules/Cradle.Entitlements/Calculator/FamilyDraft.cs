using System.Globalization;
using System.Text.Json.Nodes;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Entitlements.Calculator;

/// <summary>
/// What a family has answered so far: the family as the JSON contract writes it, the order of the answers (for "back") and the questions it skipped.
/// It lives on the server, expires, and is never part of an address or a log line.
/// </summary>
public sealed class FamilyDraft
{
    private static readonly HashSet<string> OfTheBirth = ["registered", "babies", "difficult_birth"];
    private static readonly HashSet<string> KnownAfterBirth = ["difficult_birth", "household_registration", "insured_on", "care", "birth_defect", "adopted"];

    private readonly JsonObject _family;

    private FamilyDraft(JsonObject family, List<string> asked, List<string> skipped) => (_family, Asked, Skipped) = (family, asked, skipped);

    /// <summary>Paths in the order in which they were answered or skipped.</summary>
    public List<string> Asked { get; }

    /// <summary>Paths that were skipped.</summary>
    public List<string> Skipped { get; }

    /// <summary>The family in the JSON contract, with what its answers say without being asked.</summary>
    public string FamilyJson
    {
        get
        {
            var family = _family.DeepClone().AsObject();
            foreach (var (index, child) in (family["children"] as JsonArray ?? []).OfType<JsonObject>().Index())
            {
                if (Follows(index) is { } rank)
                    child["birthOrder"] = rank;
            }

            return family.ToJsonString();
        }
    }

    /// <summary>Which child of the family a child is, where that is not answered and follows from the birth dates of all.</summary>
    public int? Follows(int index) => (_family["children"] as JsonArray)?[index] is JsonObject child && child["birthOrder"] is null && !Skipped.Contains($"children[{index}].birthOrder") ? RankOfBirth(index) : null;

    /// <summary>The place of a child in the order of birth; null while the birth date of any is not known.</summary>
    public int? RankOfBirth(int index) => Births is var births && index < births.Count && births.All(birth => birth.Date is not null)
        ? 1 + births.Where((birth, other) => birth.Date < births[index].Date || birth.Date == births[index].Date && other < index).Count() : null;

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

    /// <summary>Birth date or due date of each child listed; null where neither is known.</summary>
    public IReadOnlyList<(DateOnly? Date, bool Expected)> Births =>
        [.. (_family["children"] as JsonArray ?? []).Select(child => (Day(child?["birthDate"]) ?? Day(child?["dueDate"]), child?["dueDate"] is not null))];

    /// <summary>How the children listed are told apart.</summary>
    public ChildNames Names => ChildNames.Of(Births, Policies.PolicyLibrary.Language);

    /// <summary>Whether the person a path speaks of is part of the draft; the path may come from an address that somebody typed.</summary>
    public bool Has(FactPath path) => path.Root switch
    {
        PathRoot.Child or PathRoot.MotherElder or PathRoot.FatherElder => Owner(path with { Fact = null }, create: false) is not null,
        _ => path.Index == 0,
    };

    /// <summary>Whether a question about a child has to wait for the birth.</summary>
    public bool IsTooEarly(FactPath path) =>
        path.Root == PathRoot.Child && path.Fact is { } fact && KnownAfterBirth.Contains(fact.Path) && path.Index < Births.Count && Births[path.Index].Expected;

    /// <summary>Records an answer. What is said of one birth holds for every child born in it.</summary>
    public void Answer(FactPath path, JsonNode value)
    {
        foreach (var each in Together(path))
        {
            Owner(each, create: true)![NameOf(path)] = value.DeepClone();
            Remember(each);
            Skipped.Remove(each.ToString());
        }
    }

    /// <summary>A child's birth date, or the due date of one not yet born; one takes the other's place.</summary>
    public void AnswerBirth(FactPath path, DateOnly date, bool expected)
    {
        var child = Owner(path, create: true)!;
        child.Remove(expected ? "birthDate" : "dueDate");
        child[expected ? "dueDate" : "birthDate"] = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
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
        foreach (var paths in new[] { Asked, Skipped })
            paths.RemoveAll(text => IndexIn(text, path) is { } index && index >= count);
    }

    /// <summary>Skips a question; an earlier answer is withdrawn.</summary>
    public void Skip(FactPath path)
    {
        foreach (var each in Together(path))
        {
            Withdraw(each);
            Remember(each);
            if (!Skipped.Contains(each.ToString()))
                Skipped.Add(each.ToString());
        }
    }

    /// <summary>A copy without the answers named; where one can't be told, without any.</summary>
    public FamilyDraft Without(IEnumerable<string> paths, Vocabulary vocabulary)
    {
        var copy = Copy();
        foreach (var text in paths)
        {
            if (!FactPathReader.TryRead(vocabulary, text.Replace("dueDate", "birthDate", StringComparison.Ordinal), out var path) || !copy.Has(path))
                return Empty();
            copy.Withdraw(path);
            copy.Asked.Remove(path.ToString());
        }

        return copy;
    }

    private void Withdraw(FactPath path)
    {
        var owner = Owner(path, create: false);
        owner?.Remove(NameOf(path));
        if (path is { Root: PathRoot.Child, Fact.Path: "birth_date" })
            owner?.Remove("dueDate");
    }

    /// <summary>The question that is asked for a path: of a fact of a birth, that about the first child born that day.</summary>
    public FactPath Question(FactPath path) => Together(path).First();

    /// <summary>The path, and for a fact of a birth the same fact of the other children born that day.</summary>
    private IEnumerable<FactPath> Together(FactPath path)
    {
        var births = Births;
        return path.Root == PathRoot.Child && path.Fact is { } fact && OfTheBirth.Contains(fact.Path) && path.Index < births.Count && births[path.Index].Date is { } day
            ? Enumerable.Range(0, births.Count).Where(index => births[index].Date == day).Select(index => path with { Index = index })
            : [path];
    }

    /// <summary>The index of the item of a list that a path speaks of; null for other paths.</summary>
    private static int? IndexIn(string text, FactPath list)
    {
        var prefix = list + "[";
        return text.StartsWith(prefix, StringComparison.Ordinal) && int.TryParse(text[prefix.Length..text.IndexOf(']', StringComparison.Ordinal)], CultureInfo.InvariantCulture, out var index) ? index : null;
    }

    private static DateOnly? Day(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

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
