using Cradle.Rules.Binding;
using Cradle.Rules.Syntax;

namespace Cradle.Rules.Packs;

/// <summary>Reads the files of one quantity, from the nation down, and binds its expressions.</summary>
internal sealed class QuantityReader(
    Vocabulary vocabulary, IReadOnlyDictionary<string, PolicyDocument> documents, IReadOnlyDictionary<string, Parameter> parameters, DiagnosticBag diagnostics)
{
    private static readonly Dictionary<string, InstanceKind> Instances = new()
    {
        ["family"] = InstanceKind.Family, ["mother"] = InstanceKind.Mother, ["father"] = InstanceKind.Father,
        ["parent"] = InstanceKind.Parent, ["child"] = InstanceKind.Child, ["birth"] = InstanceKind.Birth,
    };

    private static readonly Dictionary<string, MergeMode> Merges = new()
    {
        ["floor"] = MergeMode.Floor, ["replace"] = MergeMode.Replace, ["cap"] = MergeMode.Cap,
        ["add"] = MergeMode.Add, ["fill"] = MergeMode.Fill, ["closed"] = MergeMode.Closed,
    };

    private static readonly Dictionary<string, Strength> Strengths = new()
    {
        ["must"] = Strength.Must, ["may"] = Strength.May, ["encouraged"] = Strength.Encouraged, ["programme"] = Strength.Programme,
    };

    private static readonly Dictionary<string, GovernmentLevel> Levels = new()
    {
        ["nation"] = GovernmentLevel.Nation, ["province"] = GovernmentLevel.Province, ["city"] = GovernmentLevel.City, ["county"] = GovernmentLevel.County,
    };

    private static readonly Dictionary<string, ValueLimit> Limits = new() { ["at-least"] = ValueLimit.AtLeast, ["at-most"] = ValueLimit.AtMost };

    internal static readonly Dictionary<string, RuleType?> Units = new()
    {
        ["flag"] = null, ["day"] = RuleType.Days, ["day/year"] = RuleType.Days, ["hour/day"] = RuleType.Int, ["item"] = RuleType.Int, ["person"] = RuleType.Int,
        ["place"] = RuleType.Int, ["visit"] = RuleType.Int, ["month"] = RuleType.Months, ["percent"] = RuleType.Rate, ["CNY"] = RuleType.Money(MoneyPeriod.Once),
        ["CNY/day"] = RuleType.Money(MoneyPeriod.Day), ["CNY/month"] = RuleType.Money(MoneyPeriod.Month), ["CNY/year"] = RuleType.Money(MoneyPeriod.Year),
    };

    private readonly Binder _binder = new(vocabulary, diagnostics, parameters);

    /// <summary>Reads the header from its map; null when it is too broken to use.</summary>
    public QuantityHeader? ReadHeader(YamlMap map, string id, string topic, int division)
    {
        var instance = map.Choice("for", Instances);
        var scope = BindingScope.Of(instance);
        var unit = map.Required("unit");
        if (!Units.TryGetValue(unit, out var valueType))
            diagnostics.Error("CR031", map.PositionOf("unit"), $"{unit} is no unit.", $"Write one of: {string.Join(", ", Units.Keys)}.");
        var region = Number(map, "region", scope, RuleType.Division);
        var anchor = Number(map, "anchor", scope, RuleType.Date);
        var header = new QuantityHeader
        {
            Id = id,
            Topic = topic,
            Label = map.RequiredTexts("label"),
            About = map.RequiredTexts("about"),
            Kind = map.Required("kind"),
            Beneficiary = map.Required("beneficiary"),
            Instance = instance,
            Unit = unit,
            ValueType = valueType,
            Merge = map.Choice("merge", Merges),
            Competence = [.. map.List("competence").Where(Levels.ContainsKey).Select(level => Levels[level])],
            Region = region!,
            Anchor = anchor!,
            Window = Window(map, "window", scope, valueType),
            Period = Window(map, "period", scope, valueType),
            Handler = map.Required("handler"),
            Extends = map.Text("extends"),
            CountedIn = map.Text("counted-in"),
            Systems = map.List("systems"),
            Division = division,
            Position = map.Position,
        };
        return region is null || anchor is null ? null : header;
    }

    /// <summary>Reads the rules of one file.</summary>
    public IEnumerable<Rule> ReadRules(YamlMap map, QuantityHeader header, int division) =>
        map.Maps("rules").Select(rule => ReadRule(rule, header, division)).OfType<Rule>();

    /// <summary>Reads one rule of a reform.</summary>
    /// <param name="map">The rule; with <paramref name="stock"/> only the members that change.</param>
    /// <param name="quantity">The header.</param>
    /// <param name="division">The division whose rule it is.</param>
    /// <param name="stock">A rule that already has what the map leaves out; null for a rule that is new.</param>
    /// <param name="reform">The reform itself, on which every rule that it brings rests.</param>
    public Rule? ReadReformed(YamlMap map, QuantityHeader quantity, int division, Rule? stock, Citation reform) => ReadRule(map, quantity, division, stock, reform);

    private Rule? ReadRule(YamlMap map, QuantityHeader quantity, int division, Rule? stock = null, Citation? reform = null)
    {
        var (header, ownUnit) = map.Has("unit") || stock?.Unit is null ? WithUnit(map, quantity) : (stock.In(quantity), stock.Unit);
        var scope = BindingScope.Of(header.Instance);
        var cites = map.List("cites").Select(Citation.Parse).ToList();
        if (stock is not null && cites.Count == 0)
            cites.AddRange(stock.Cites);
        if (reform is not null && !cites.Contains(reform))
            cites.Add(reform);   // a rule that a reform brings is in force with it, whatever draft it also cites
        if (cites.Count == 0)
            diagnostics.Error("CR032", map.Position, "The rule cites no clause.", "Add `cites: [document/clause]`: every rule rests on a text.");
        var cited = cites.Select(cite => documents.GetValueOrDefault(cite.Document)).OfType<PolicyDocument>().ToList();
        // a norm beside a draft does not make the draft binding: what the draft asks stays advice
        var texts = cited.Exists(document => !document.IsNorm) ? cited.FindAll(document => !document.IsNorm) : cited;
        var draft = texts.Count > 0 && texts.TrueForAll(document => document.Standing == Standing.Draft);
        var force = map.Map("in-force");
        var (from, until) = force is null
            ? (cited.Select(document => document.From).Max(), cited.Count == 1 ? cited[0].Until : null)
            : (force.Date("from"), force.Date("until"));
        force?.Close();
        if (from > until)
            diagnostics.Error("CR033", map.PositionOf("in-force"), $"The rule ends on {until:yyyy-MM-dd}, before it begins.", "Correct `in-force`.");

        var errors = diagnostics.Count;
        var notSet = map.Map("not-set");
        var restated = stock is not null && !map.Has("value") && !map.Has("table") && notSet is null ? stock : null;
        var rule = new Rule
        {
            Id = stock?.Id ?? map.Required("id"),
            Division = division,
            Replaces = Kept(map, "replaces") ? stock!.Replaces : map.List("replaces"),
            Restates = Kept(map, "restates") ? stock!.Restates : map.Text("restates"),
            Cites = cites,
            Catalogue = Kept(map, "catalogue") ? stock!.Catalogue : map.List("catalogue"),
            CatalogueParts = Kept(map, "catalogue-part") ? stock!.CatalogueParts : map.List("catalogue-part"),
            Strength = Kept(map, "strength") ? stock!.Strength : map.Choice("strength", Strengths),
            IsDraft = draft,
            Confirmed = map.Bool("confirmed") ?? !cites.Exists(cite => cite.IsNorm),
            From = from,
            NotBefore = from is null ? cited.Max(document => document.NotBefore) : null,
            Until = until,
            Unit = ownUnit,
            ValueType = ownUnit is null ? null : header.ValueType,
            When = Kept(map, "when") ? stock!.When : Condition(map, "when", scope),
            WhenText = Kept(map, "when") ? stock!.WhenText : map.Text("when"),
            Value = map.Has("value") && header.ValueType is { } type ? Figure(map, scope, type) : restated?.Value,
            Table = Table(map, header, scope) ?? restated?.Table,
            Limit = map.Has("limit") ? map.Choice("limit", Limits) : restated?.Limit ?? ValueLimit.None,
            NotSet = notSet is null ? restated?.NotSet : new NotSet(notSet.RequiredTexts("by"), notSet.RequiredTexts("what")),
            Note = map.Texts("note"),
            Reading = map.Texts("reading"),
            Items = [.. map.Maps("items").Select(item => new Bilingual(item.Required("zh"), item.Required("en")))],
            Services = [.. map.Maps("items").Where(item => item.Has("service")).Select(item => new ItemService(item.Required("service"), new Bilingual(item.Required("zh"), item.Required("en")), item.Int("working-days")))],
            Handler = Kept(map, "handler") ? stock!.Handler : map.Text("handler"),
            Window = Kept(map, "window") ? stock!.Window : Window(map, "window", scope, header.ValueType),
            Period = Kept(map, "period") ? stock!.Period : Window(map, "period", scope, header.ValueType),
            Position = map.Position,
        };
        bool Kept(YamlMap own, string member) => stock is not null && !own.Has(member);
        if (map.Has("value") && header.ValueType is null)
            diagnostics.Error("CR034", map.PositionOf("value"), $"{header.Id} is a flag, it has no value.", "Remove `value`, or give the quantity a unit.");
        if (rule.Limit != ValueLimit.None && rule.Value is null && rule.Table is null)
            diagnostics.Error("CR036", map.PositionOf("limit"), $"`limit` bounds a figure, but {rule.Id} has none.", "Remove `limit`, or write the value or table that it bounds.");
        var forms = (rule.Value is null ? 0 : 1) + (rule.Table is null ? 0 : 1) + (rule.NotSet is null ? 0 : 1);
        if (header.ValueType is not null && forms != 1 && diagnostics.Count == errors && !(forms == 0 && rule.Strength != Strength.Must))
            diagnostics.Error("CR035", map.Position, "The rule needs exactly one of value, table and not-set.", "A figure the text leaves open is `not-set`, never guessed.");
        notSet?.Close();
        map.Close();
        return diagnostics.Count > errors ? null : rule;
    }

    private (QuantityHeader Header, string? Unit) WithUnit(YamlMap map, QuantityHeader header)
    {
        if (map.Text("unit") is not { } unit || unit == header.Unit)
            return (header, null);
        if (Units.TryGetValue(unit, out var type))
            return (header with { Unit = unit, ValueType = type }, unit);
        diagnostics.Error("CR031", map.PositionOf("unit"), $"{unit} is no unit.", $"Write one of: {string.Join(", ", Units.Keys)}.");
        return (header, null);
    }

    private DecisionTable? Table(YamlMap map, QuantityHeader header, BindingScope scope)
    {
        if (map.Map("table") is not { } table || header.ValueType is not { } type)
            return null;
        var unique = table.Choice("hit", new Dictionary<string, bool> { ["unique"] = true, ["first"] = false });
        var rows = new List<TableRow>();
        foreach (var row in table.Maps("rows"))
        {
            if (Condition(row, "when", scope) is { } when && Figure(row, scope, type) is { } value)
                rows.Add(new TableRow(when, value, row.Position));
            row.Close();
        }

        table.Close();
        return new DecisionTable(unique, rows, table.Position);
    }

    /// <summary>The value of a rule or of a row of its table. A figure with a minus before it would be taken from families.</summary>
    private Number? Figure(YamlMap map, BindingScope scope, RuleType type)
    {
        var value = Number(map, "value", scope, type);
        if (value is Binary { Operation: Arithmetic.Subtract, Left: Constant { Value: 0 }, Right: Constant { Value: > 0 } } && map.Text("value") is ['-', ..])
            diagnostics.Error("CR037", map.PositionOf("value"), "The value is below zero.", "Write a figure of zero or more; what a family pays is a quantity of its own.");
        return value;
    }

    private BoundWindow? Window(YamlMap map, string key, BindingScope scope, RuleType? valueType)
    {
        if (map.Map(key) is not { } window)
            return null;
        var inner = scope with { Value = valueType ?? RuleType.Int };
        var result = new BoundWindow(Number(window, "from", inner, RuleType.Date), Number(window, "until", inner, RuleType.Date));
        window.Close();
        return result;
    }

    private Condition? Condition(YamlMap map, string key, BindingScope scope) =>
        map.Scalar(key) is var (text, position) && ExpressionParser.Parse(text, position, diagnostics) is { } expression
            ? _binder.BindCondition(expression, scope)
            : null;

    private Number? Number(YamlMap map, string key, BindingScope scope, RuleType type) =>
        map.Scalar(key) is var (text, position) && ExpressionParser.Parse(text, position, diagnostics) is { } expression
            ? _binder.BindNumber(expression, scope, type)
            : null;
}
