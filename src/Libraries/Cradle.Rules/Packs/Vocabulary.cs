using Cradle.Rules.Binding;
using Cradle.Rules.Syntax;

namespace Cradle.Rules.Packs;

/// <summary>A text in both languages of the product.</summary>
public sealed record Bilingual(string Zh, string En)
{
    /// <summary>No text.</summary>
    public static readonly Bilingual Empty = new("", "");

    /// <summary>The text in the language asked for.</summary>
    public string In(Language language) => language == Language.English ? En : Zh;
}

/// <summary>The languages of the product.</summary>
public enum Language
{
    /// <summary>zh-CN, the default.</summary>
    Chinese,

    /// <summary>English.</summary>
    English,
}

/// <summary>A closed list of members; a value is the index of a member.</summary>
public sealed record Enumeration(string Name, IReadOnlyList<string> Members, IReadOnlyList<Bilingual> Labels)
{
    /// <summary>The members as the JSON contract writes them.</summary>
    public IReadOnlyList<string> JsonMembers { get; } = [.. Members.Select(FactNames.Json)];

    /// <summary>The index of a member, or −1.</summary>
    public int IndexOf(string member)
    {
        for (var index = 0; index < Members.Count; index++)
            if (Members[index] == member)
                return index;
        return -1;
    }
}

/// <summary>The entities that facts belong to.</summary>
public enum EntityKind
{
    /// <summary>The family as a whole.</summary>
    Family,

    /// <summary>Mother or father.</summary>
    Parent,

    /// <summary>A child, born or expected.</summary>
    Child,

    /// <summary>A parent's own parent in hospital.</summary>
    Elder,
}

/// <summary>A fact that a family may state: declared once in the vocabulary.</summary>
/// <param name="Entity">Whose fact.</param>
/// <param name="Path">Name within the entity, e.g. <c>provident_fund.owns_home</c>.</param>
/// <param name="Slot">Index in the entity's row of values; at most 64 facts an entity.</param>
/// <param name="Type">Its static type.</param>
public sealed record FactDefinition(EntityKind Entity, string Path, int Slot, RuleType Type)
{
    /// <summary>What it is called.</summary>
    public required Bilingual Label { get; init; }

    /// <summary>The question put to a family; null where it is not asked.</summary>
    public Bilingual? Question { get; init; }

    /// <summary>Why it is asked.</summary>
    public Bilingual? Why { get; init; }

    /// <summary>Only then is the question sensible.</summary>
    public Condition? AskWhen { get; internal set; }

    /// <summary>Who can confirm it.</summary>
    public string? ConfirmedBy { get; init; }

    /// <summary>Least value that may be stated.</summary>
    public long? Minimum { get; init; }

    /// <summary>Greatest value that may be stated.</summary>
    public long? Maximum { get; init; }

    /// <summary>What is usually stated; for a date, how many months ago it usually lies. Anything else is pointed out, never refused.</summary>
    public (long Low, long High)? Usual { get; init; }

    /// <summary>Order in the vocabulary, which is the order of asking among equals.</summary>
    public int Order { get; init; }

    /// <summary>Where it is declared.</summary>
    public SourcePosition Position { get; init; }

    /// <summary>The path in the JSON contract, e.g. <c>providentFund.ownsHome</c>.</summary>
    public IReadOnlyList<string> JsonPath { get; init; } = [];

    /// <inheritdoc/>
    public override string ToString() => $"{Entity.ToString().ToLowerInvariant()}.{Path}";
}

/// <summary>A name for an expression, defined once in the vocabulary.</summary>
public sealed record Definition(string Name, Expression Body, Bilingual Label, SourcePosition Position)
{
    /// <summary>Its place among the definitions of its vocabulary.</summary>
    internal int Slot { get; set; }
}

/// <summary>All facts, enumerations and definitions that rules may use.</summary>
public sealed class Vocabulary
{
    private readonly Dictionary<(EntityKind, string), FactDefinition> _facts = [];
    private readonly Dictionary<EntityKind, FactDefinition[]> _byEntity = [];
    private readonly Dictionary<(EntityKind, string), FactDefinition> _byJson = [];
    private readonly HashSet<(EntityKind, string)> _jsonObjects = [];

    internal Vocabulary(
        IReadOnlyDictionary<string, Enumeration> enumerations, IReadOnlyList<FactDefinition> facts, IReadOnlyDictionary<string, Definition> definitions)
    {
        (Enumerations, Facts, Definitions) = (enumerations, facts, definitions);
        foreach (var (slot, definition) in definitions.Values.Index())
            definition.Slot = slot;
        foreach (var fact in facts)
        {
            _facts[(fact.Entity, fact.Path)] = fact;
            _byJson[(fact.Entity, string.Join('.', fact.JsonPath))] = fact;
            for (var depth = 1; depth < fact.JsonPath.Count; depth++)
                _jsonObjects.Add((fact.Entity, string.Join('.', fact.JsonPath.Take(depth))));
        }

        foreach (var entity in Enum.GetValues<EntityKind>())
            _byEntity[entity] = [.. facts.Where(fact => fact.Entity == entity).OrderBy(fact => fact.Slot)];
        Residence = Find(EntityKind.Family, "residence");
    }

    /// <summary>Enumerations by name.</summary>
    public IReadOnlyDictionary<string, Enumeration> Enumerations { get; }

    /// <summary>Whether it declares no fact, as one that could not be read does not.</summary>
    public bool IsEmpty => Facts.Count == 0;

    /// <summary>All facts in the order of the vocabulary.</summary>
    public IReadOnlyList<FactDefinition> Facts { get; }

    /// <summary>Definitions by full name.</summary>
    public IReadOnlyDictionary<string, Definition> Definitions { get; }

    /// <summary>Where a family lives; null where the vocabulary does not say.</summary>
    public FactDefinition? Residence { get; }

    /// <summary>The facts of an entity, by slot.</summary>
    public IReadOnlyList<FactDefinition> FactsOf(EntityKind entity) => _byEntity[entity];

    /// <summary>A fact by entity and path, or null.</summary>
    public FactDefinition? Find(EntityKind entity, string path) => _facts.GetValueOrDefault((entity, path));

    /// <summary>A fact by its path in the JSON contract, e.g. <c>providentFund.ownsHome</c>, or null.</summary>
    public FactDefinition? FindJson(EntityKind entity, string path) => _byJson.GetValueOrDefault((entity, path));

    /// <summary>Whether a path in the JSON contract is an object that leads to facts, e.g. <c>providentFund</c>.</summary>
    public bool LeadsToFacts(EntityKind entity, string path) => _jsonObjects.Contains((entity, path));
}
