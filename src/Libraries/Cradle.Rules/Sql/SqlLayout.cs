using Cradle.Rules.Binding;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations;

namespace Cradle.Rules.Sql;

/// <summary>
/// The tables of a population in PostgreSQL, made from the vocabulary: one row a family, a parent, a child, an elder; every row carries the
/// family id, by which all are distributed. An unknown fact is NULL; an unknown list is told from an empty one by <c>children_known</c> and <c>elders_known</c>.
/// </summary>
public static class SqlLayout
{
    /// <summary>The role of the mother in <c>parents</c> and <c>elders</c>.</summary>
    public const int MotherRole = 0;

    /// <summary>The role of the father.</summary>
    public const int FatherRole = 1;

    // Reserved in PostgreSQL 15; a fact of such a name is quoted.
    private static readonly HashSet<string> Reserved =
    [
        "all", "analyse", "analyze", "and", "any", "array", "as", "asc", "asymmetric", "both", "case", "cast", "check", "collate", "column", "constraint", "create", "default",
        "deferrable", "desc", "distinct", "do", "else", "end", "except", "false", "fetch", "for", "foreign", "from", "grant", "group", "having", "in", "initially", "intersect",
        "into", "lateral", "leading", "limit", "localtime", "localtimestamp", "not", "null", "offset", "on", "only", "or", "order", "placing", "primary", "references",
        "returning", "select", "some", "symmetric", "table", "then", "to", "trailing", "true", "union", "unique", "user", "using", "variadic", "when", "where", "window", "with",
    ];

    /// <summary>The table of an entity.</summary>
    public static string TableOf(EntityKind entity) => entity switch
    {
        EntityKind.Family => "families",
        EntityKind.Parent => "parents",
        EntityKind.Child => "children",
        _ => "elders",
    };

    /// <summary>The columns that say whose row it is and, for lists, whether they are known; in the order of the table.</summary>
    public static IReadOnlyList<string> KeysOf(EntityKind entity) => entity switch
    {
        EntityKind.Family => ["family_id", "children_known"],
        EntityKind.Parent => ["family_id", "role", "elders_known"],
        EntityKind.Child => ["family_id", "position"],
        _ => ["family_id", "role", "position"],
    };

    /// <summary>The keys that tell rows apart, in the order in which a family's rows stand.</summary>
    public static IEnumerable<string> PrimaryOf(EntityKind entity) => KeysOf(entity).Where(key => !key.EndsWith("_known", StringComparison.Ordinal));

    /// <summary>The column of a fact.</summary>
    public static string ColumnOf(FactDefinition fact)
    {
        var name = fact.Path.Replace('.', '_');
        return Reserved.Contains(name) ? $"\"{name}\"" : name;
    }

    /// <summary>The narrowest type that holds every value a fact may have.</summary>
    public static string TypeOf(FactDefinition fact) => fact.Type.Kind switch
    {
        ValueKind.Bool => "boolean",
        ValueKind.Date => "date",
        ValueKind.Division => "integer",
        _ => WholeFor(FactDomain.Of(fact)),
    };

    /// <summary>CREATE TABLE for every table, in the order in which they are filled.</summary>
    public static string Ddl(Vocabulary vocabulary) => string.Join("\n\n", Enum.GetValues<EntityKind>().Select(entity => Table(vocabulary, entity)));

    private static string Table(Vocabulary vocabulary, EntityKind entity)
    {
        var facts = vocabulary.FactsOf(entity).ToList();
        var twice = facts.Select(ColumnOf).Concat(KeysOf(entity)).GroupBy(name => name).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
            throw new InvalidOperationException($"Two columns of {TableOf(entity)} would be called {twice.Key}. Rename one of the facts in vocabulary.yaml.");
        var keys = KeysOf(entity).Select(key => $"  {key} {(key == "family_id" ? "bigint" : key.EndsWith("_known", StringComparison.Ordinal) ? "boolean" : "smallint")} NOT NULL");
        var primary = string.Join(", ", PrimaryOf(entity));
        return $"""
            CREATE TABLE {TableOf(entity)} (
            {string.Join(",\n", [.. keys, .. facts.Select(fact => $"  {ColumnOf(fact)} {TypeOf(fact)}"), $"  PRIMARY KEY ({primary})"])}
            );
            """;
    }

    private static string WholeFor(FactDomain domain) => domain switch
    {
        { Low: >= short.MinValue, High: <= short.MaxValue } => "smallint",
        { Low: >= int.MinValue, High: <= int.MaxValue } => "integer",
        _ => "bigint",
    };
}
