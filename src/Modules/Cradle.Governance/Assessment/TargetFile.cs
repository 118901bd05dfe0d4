using System.Globalization;
using Cradle.Platform.Web;
using YamlDotNet.RepresentationModel;

namespace Cradle.Governance.Assessment;

/// <summary>A target of the documents, as <c>policies/coverage.yaml</c> states it.</summary>
/// <param name="Id">The indicator.</param>
/// <param name="Label">Its Chinese name.</param>
/// <param name="Clauses">Where it stands.</param>
/// <param name="Value">The figure; null where the text sets none.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Date">Until when, as written: a day, or a day of every year (<c>11-30</c>).</param>
/// <param name="Bound">at-least, at-most, about, not-set; null where the text does not say.</param>
/// <param name="Base">What it is counted on: each county, every thousand inhabitants.</param>
public sealed record DocumentTarget(string Id, string Label, IReadOnlyList<string> Clauses, decimal? Value, string Unit, string? Date, string? Bound, Words? Base = null);

/// <summary>Reads the targets of the documents. No figure of a document stands in code.</summary>
public static class TargetFile
{
    /// <summary>Every indicator of <c>policies/coverage.yaml</c>.</summary>
    /// <param name="policies">The folder of the packs.</param>
    public static IReadOnlyList<DocumentTarget> Read(string policies)
    {
        using var reader = new StreamReader(Path.Combine(policies, "coverage.yaml"));
        var yaml = new YamlStream();
        yaml.Load(reader);
        var root = (YamlMappingNode)yaml.Documents[0].RootNode;
        return [.. ((YamlSequenceNode)root["indicators"]).Cast<YamlMappingNode>().Select(Target)];
    }

    private static DocumentTarget Target(YamlMappingNode node) => new(
        Text(node, "id")!, Text((YamlMappingNode)node["label"], "zh")!, [.. ((YamlSequenceNode)node["clauses"]).Select(clause => ((YamlScalarNode)clause).Value!)],
        Text(node, "value") is { } value ? decimal.Parse(value, NumberStyles.Number, CultureInfo.InvariantCulture) : null, Text(node, "unit") ?? "", Text(node, "date"), Text(node, "bound"),
        node.Children.TryGetValue("base", out var counted) && counted is YamlMappingNode words ? new Words(Text(words, "zh")!, Text(words, "en")!) : null);

    private static string? Text(YamlMappingNode node, string key) => node.Children.TryGetValue(key, out var value) ? ((YamlScalarNode)value).Value : null;
}
