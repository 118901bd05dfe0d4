using Cradle.Rules.Binding;
using Cradle.Rules.Syntax;

namespace Cradle.Rules.Packs;

/// <summary>Reads vocabulary.yaml.</summary>
internal static class VocabularyReader
{
    private const int SlotsPerEntity = 64;

    public static Vocabulary Read(string path, string relative, DiagnosticBag diagnostics)
    {
        var root = YamlMap.Load(path, relative, diagnostics);
        if (root is null)
            return new Vocabulary(new Dictionary<string, Enumeration>(), [], new Dictionary<string, Definition>());
        var enumerations = ReadEnumerations(root);
        var (facts, askWhen) = ReadFacts(root, enumerations, diagnostics);
        var vocabulary = new Vocabulary(enumerations, facts, ReadDefinitions(root, diagnostics));
        root.Close();

        var binder = new Binder(vocabulary, diagnostics);
        foreach (var (fact, text, position) in askWhen)
            if (ExpressionParser.Parse(text, position, diagnostics) is { } expression)
                fact.AskWhen = binder.BindCondition(expression, AskingScope(fact.Entity));
        return vocabulary;
    }

    private static BindingScope AskingScope(EntityKind entity) => entity switch
    {
        EntityKind.Parent => BindingScope.Of(InstanceKind.Parent),
        EntityKind.Child => BindingScope.Of(InstanceKind.Child),
        _ => BindingScope.Family,
    };

    private static Dictionary<string, Enumeration> ReadEnumerations(YamlMap root)
    {
        var enumerations = new Dictionary<string, Enumeration>();
        if (root.Map("enumerations") is not { } map)
            return enumerations;
        foreach (var name in map.Keys.ToList())
        {
            if (map.Map(name) is not { } members)
                continue;
            var names = members.Keys.ToList();
            enumerations[name] = new Enumeration(name, names, [.. names.Select(members.RequiredTexts)]);
        }

        return enumerations;
    }

    private static (List<FactDefinition> Facts, List<(FactDefinition, string, SourcePosition)> AskWhen) ReadFacts(
        YamlMap root, Dictionary<string, Enumeration> enumerations, DiagnosticBag diagnostics)
    {
        var facts = new List<FactDefinition>();
        var askWhen = new List<(FactDefinition, string, SourcePosition)>();
        var slots = new Dictionary<EntityKind, int>();
        foreach (var map in root.Maps("facts"))
        {
            var full = map.Required("path");
            var dot = full.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0 || !Enum.TryParse<EntityKind>(full[..dot], ignoreCase: true, out var entity))
            {
                diagnostics.Error("CR021", map.Position, $"{full} does not begin with family, parent, child or elder.", "Write entity.name.");
                continue;
            }

            var slot = slots.GetValueOrDefault(entity);
            slots[entity] = slot + 1;
            if (slot >= SlotsPerEntity)
                diagnostics.Error("CR022", map.Position, $"{entity} has more than {SlotsPerEntity} facts.", "Merge or drop facts.");
            var type = ReadType(map, enumerations, diagnostics);
            var (low, high) = ReadRange(map, "range", type, diagnostics);
            var path = full[(dot + 1)..];
            var fact = new FactDefinition(entity, path, slot, type)
            {
                Label = map.RequiredTexts("label"),
                Question = map.Texts("ask"),
                Why = map.Texts("why"),
                ConfirmedBy = map.Text("confirm"),
                Minimum = low,
                Maximum = high,
                Usual = ReadRange(map, "usual", type == RuleType.Date ? RuleType.Months : type, diagnostics) is ({ } least, { } most) ? (least, most) : null,
                Order = facts.Count,
                JsonPath = [.. path.Split('.').Select(FactNames.Json)],
                Position = map.Position,
            };
            if (facts.Exists(other => other.Entity == entity && other.Path == path))
                diagnostics.Error("CR023", map.Position, $"{full} is declared twice.", "Declare each fact once.");
            facts.Add(fact);
            if (map.Scalar("ask-when") is var (text, position))
                askWhen.Add((fact, text, position));
            map.Close();
        }

        return (facts, askWhen);
    }

    private static RuleType ReadType(YamlMap map, Dictionary<string, Enumeration> enumerations, DiagnosticBag diagnostics)
    {
        var text = map.Required("type");
        var parts = text.Split(' ');
        RuleType? type = parts switch
        {
            ["bool"] => RuleType.Bool,
            ["int"] => RuleType.Int,
            ["days"] => RuleType.Days,
            ["months"] => RuleType.Months,
            ["date"] => RuleType.Date,
            ["division"] => RuleType.Division,
            ["money"] => RuleType.Money(MoneyPeriod.Once),
            ["money/day"] => RuleType.Money(MoneyPeriod.Day),
            ["money/month"] => RuleType.Money(MoneyPeriod.Month),
            ["money/year"] => RuleType.Money(MoneyPeriod.Year),
            ["enum", var name] when enumerations.TryGetValue(name, out var enumeration) => new RuleType(ValueKind.Enum, Enumeration: enumeration),
            ["set", var name] when enumerations.TryGetValue(name, out var enumeration) => new RuleType(ValueKind.Set, Enumeration: enumeration),
            _ => null,
        };
        if (type is not null)
            return type;
        diagnostics.Error("CR024", map.PositionOf("type"), $"{text} is no type.", "Write bool, int, days, months, date, division, money[/day|/month|/year], enum NAME or set NAME.");
        return RuleType.Bool;
    }

    private static (long? Low, long? High) ReadRange(YamlMap map, string member, RuleType type, DiagnosticBag diagnostics)
    {
        if (map.List(member) is not [var low, var high])
            return (null, null);
        return (ReadBound(low), ReadBound(high));

        long? ReadBound(string text)
        {
            var position = map.PositionOf(member);
            var expression = ExpressionParser.Parse(text, position, diagnostics);
            var bound = expression is null ? null : new Binder(new Vocabulary(new Dictionary<string, Enumeration>(), [], new Dictionary<string, Definition>()), diagnostics)
                .BindNumber(expression, BindingScope.Family, type) as Constant;
            return bound?.Value;
        }
    }

    private static Dictionary<string, Definition> ReadDefinitions(YamlMap root, DiagnosticBag diagnostics)
    {
        var definitions = new Dictionary<string, Definition>();
        foreach (var map in root.Maps("definitions"))
        {
            var name = map.Required("name");
            if (map.Scalar("value") is var (text, position) && ExpressionParser.Parse(text, position, diagnostics) is { } body)
                definitions[name] = new Definition(name, body, map.RequiredTexts("label"), map.Position);
            map.Close();
        }

        return definitions;
    }
}
