using Cradle.Primitives;
using Cradle.Rules.Binding;
using Cradle.Rules.Explain;
using Cradle.Rules.Packs;
using Cradle.Rules.Review;
using Cradle.Rules.Syntax;

namespace Cradle.Rules.Rehearsal;

/// <summary>
/// Lays the figures of a reform over the parameters of a pack. A figure begins with the reform, or later where it says so, and takes the place of the pack's figure of
/// the same place; a figure of the pack that begins later still takes over then.
/// </summary>
internal sealed class ParameterEdit(PolicyPack pack, DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, Parameter> _parameters = pack.Parameters.ToDictionary();

    public required DateOnly From { get; init; }

    public required bool Always { get; init; }

    public required Citation Cite { get; init; }

    /// <summary>The rules that read a changed parameter.</summary>
    public List<ReformChange> Changes { get; } = [];

    /// <summary>One entry: <c>parameter</c>, and its <c>values</c>.</summary>
    public void Apply(YamlMap entry)
    {
        var name = entry.Required("parameter");
        var rows = entry.Maps("values");
        if (!_parameters.TryGetValue(name, out var parameter))
        {
            if (name.Length > 0)
                diagnostics.Error("CR707", entry.PositionOf("parameter"), $"There is no parameter {name}.",
                    _parameters.Count == 0 ? "The packs have none: change the rules themselves, under `changes`." : $"Name one of: {string.Join(", ", _parameters.Keys.Order())}.");
            return;
        }

        if (rows.Count == 0)
            diagnostics.Error("CR701", entry.Position, $"Nothing happens to {name}.", "Add `values:` with at least one figure.");
        else if (!Readers(pack.Quantities, parameter).Any())
            diagnostics.Error("CR708", entry.Position, $"No rule reads {name}: changing it changes nothing.", "Name a parameter that a rule reads.");
        var values = rows.SelectMany(row => Read(row, parameter)).ToList();
        entry.Close();
        _parameters[name] = new Parameter(parameter.Name, parameter.Label, parameter.Unit, parameter.Type, [.. parameter.Values.Where(old => !values.Exists(value => Displaces(value, old))), .. values], parameter.Position);
    }

    /// <summary>The pack with the changed parameters, and every rule that reads one of them reading the changed one.</summary>
    public PolicyPack Pack()
    {
        var others = pack.Parameters.Where(item => !ReferenceEquals(item.Value, _parameters[item.Key])).ToDictionary(item => item.Value, item => _parameters[item.Key]);
        if (others.Count == 0)
            return pack;
        var swap = new ParameterSwap(others);
        var readers = others.Keys.SelectMany(parameter => Readers(pack.Quantities, parameter)).ToHashSet();
        var quantities = pack.Quantities.Select(quantity => readers.Contains(quantity) ? swap.In(quantity) : quantity).ToList();
        foreach (var (old, changed) in pack.Quantities.Zip(quantities).Where(pair => !ReferenceEquals(pair.First, pair.Second)))
            Changes.AddRange(old.Rules.Zip(changed.Rules).Where(pair => !pair.First.IsDraft).Select(pair => new ReformChange(ReformAct.Changed, changed.Header, pair.First, pair.Second)));
        return new PolicyPack
        {
            Vocabulary = pack.Vocabulary,
            Documents = pack.Documents,
            Quantities = quantities,
            Parameters = _parameters,
            Coverage = pack.Coverage,
            Cases = pack.Cases,
            Divisions = [.. pack.Divisions.Union(_parameters.Values.SelectMany(parameter => parameter.Divisions)).Order()],
            Diagnostics = pack.Diagnostics,
        };
    }

    private static IEnumerable<Quantity> Readers(IReadOnlyList<Quantity> quantities, Parameter parameter) =>
        quantities.Where(quantity => RuleNodes.Of(quantity).SelectMany(FactWalk.WithAllBelow).OfType<ParameterNumber>().Any(node => ReferenceEquals(node.Parameter, parameter)));

    private IEnumerable<ParameterValue> Read(YamlMap row, Parameter parameter)
    {
        foreach (var place in row.List("in").Where(place => !DivisionCode.TryParse(place, out _)))
            diagnostics.Error("CR703", row.PositionOf("in"), $"{place} is no division code.", "Write 00 for the nation, or 2, 4 or 6 digits such as 22.");
        return new ParameterReader(pack.Vocabulary, diagnostics).ReadValue(row, parameter.Type, division: 0, (From, Cite))
            .Select(value => Always ? value with { From = DateOnly.MinValue, Until = null } : value with { From = value.From > From ? value.From : From }).ToList();
    }

    private bool Displaces(ParameterValue value, ParameterValue old) => value.Division == old.Division && (Always || value.From == old.From);
}
