using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Syntax;

namespace Cradle.Rules.Packs;

/// <summary>Reads the files of one parameter, from the nation down; the header stands once, at the highest level.</summary>
internal sealed class ParameterReader(Vocabulary vocabulary, DiagnosticBag diagnostics)
{
    private readonly Binder _binder = new(vocabulary, diagnostics);

    public Parameter? Read(string name, IEnumerable<(string Path, string Relative, int Division)> files)
    {
        (Bilingual Label, string Unit, RuleType Type, SourcePosition Position)? header = null;
        var values = new List<ParameterValue>();
        foreach (var (path, relative, division) in files)
        {
            if (YamlMap.Load(path, relative, diagnostics) is not { } map)
                continue;
            if (map.Required("parameter") != name)
                diagnostics.Error("CR012", map.PositionOf("parameter"), $"The file is named {name}.parameter.yaml but holds {map.Text("parameter")}.", "Name both alike.");
            if (map.Has("label") && header is null)
            {
                var unit = map.Required("unit");
                if (QuantityReader.Units.GetValueOrDefault(unit) is { } type)
                    header = (map.RequiredTexts("label"), unit, type, map.Position);
                else
                    diagnostics.Error("CR031", map.PositionOf("unit"), $"{unit} is no unit of a figure.", $"Write one of: {string.Join(", ", QuantityReader.Units.Where(item => item.Value is not null).Select(item => item.Key))}.");
            }

            if (header is null)
                diagnostics.Error("CR019", map.Position, $"The parameter {name} has no usable header.", "Put label and unit into the file of the highest level, and only there.");
            else
                values.AddRange(map.Maps("values").SelectMany(value => ReadValue(value, header.Value.Type, division)));
            map.Close();
        }

        return header is { } found ? new Parameter(name, found.Label, found.Unit, found.Type, values, found.Position) : null;
    }

    /// <summary>One row of values: the same for every place that it names, or for the place of the file. In a reform it begins with the reform, and rests on it, where it says nothing else.</summary>
    internal IEnumerable<ParameterValue> ReadValue(YamlMap map, RuleType type, int division, (DateOnly From, Citation Cite)? reform = null)
    {
        var places = map.Has("in") ? map.List("in").Select(DocumentReader.DivisionOf).ToList() : [division];
        foreach (var place in places.Where(place => !Interpreter.Lies(place, division)))
            diagnostics.Error("CR017", map.PositionOf("in"), $"{place} does not lie in {division}, whose file this is.", "A place sets figures for itself and for what lies in it; move the value to the file of its own level.");
        var cites = map.List("cites").Select(Citation.Parse).ToList();
        if (reform is { Cite: var cite })
            cites.Add(cite);
        if (cites.Count == 0)
            diagnostics.Error("CR032", map.Position, "The value cites no clause.", "Add `cites: [document/clause]`: every figure rests on a text.");
        var (from, until) = (map.Date("from"), map.Date("until"));
        if (!map.Has("from") && reform is { From: var begins })
            from = begins;
        else if (!map.Has("from"))
            diagnostics.Error("CR003", map.Position, "`from` is missing.", "Say from which day the value holds.");
        if (from > until)
            diagnostics.Error("CR033", map.PositionOf("until"), $"The value ends on {until:yyyy-MM-dd}, before it begins.", "Correct `from` or `until`.");
        var value = map.Scalar("value") is var (text, position) && ExpressionParser.Parse(text, position, diagnostics) is { } expression
            ? _binder.BindConstant(expression, BindingScope.Family, type) : null;
        if (!map.Has("value"))
            diagnostics.Error("CR003", map.Position, "`value` is missing.", "Write the figure with its unit; a place that has set none has no row.");
        map.Close();
        return value is null || from is null ? [] : places.Select(place => new ParameterValue(place, from.Value, until, value.Value, cites, map.Position));
    }
}
