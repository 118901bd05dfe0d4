using System.Globalization;
using System.Text.RegularExpressions;
using Cradle.Rules.Syntax;

namespace Cradle.Rules.Packs;

/// <summary>Reads a policies folder: vocabulary, documents, coverage, quantities and cases.</summary>
public static partial class PackLoader
{
    /// <summary>Topics in the order in which people look for them; others follow by name.</summary>
    private static readonly string[] TopicOrder =
        ["registration", "leave", "work", "allowance", "insurance", "tax", "housing", "finance", "health", "childcare", "preschool", "school", "education-fees", "special-families", "equality"];

    /// <summary>Deeper than any rule lies; a link that leads back to a folder above it ends here.</summary>
    private static readonly EnumerationOptions WholeTree = new() { RecurseSubdirectories = true, MaxRecursionDepth = 8, AttributesToSkip = 0, IgnoreInaccessible = false };

    /// <summary>Reads everything under <paramref name="folder"/>. Errors are collected in the pack; only a missing folder throws.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public static PolicyPack Load(string folder)
    {
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"There is no policies folder at {Path.GetFullPath(folder)}. Name it with --pack or Policies:Folder.");
        var diagnostics = new DiagnosticBag();
        var vocabulary = VocabularyReader.Read(Path.Combine(folder, "vocabulary.yaml"), "vocabulary.yaml", diagnostics);
        var documents = ReadDocuments(folder, diagnostics);
        var files = vocabulary.IsEmpty ? [] : QuantityFiles(folder, diagnostics).ToList();   // without one, every word of every rule would be an error
        var parameters = vocabulary.IsEmpty ? [] : ReadParameters(folder, new ParameterReader(vocabulary, diagnostics));
        var coverageFile = Path.Combine(folder, "coverage.yaml");
        return new PolicyPack
        {
            Vocabulary = vocabulary,
            Documents = documents,
            Parameters = parameters,
            Quantities = ReadQuantities(files, new QuantityReader(vocabulary, documents, parameters, diagnostics), diagnostics),
            Coverage = File.Exists(coverageFile) && YamlMap.Load(coverageFile, "coverage.yaml", diagnostics) is { } coverage
                ? DocumentReader.ReadCoverage(coverage, diagnostics) : [],
            Cases = [.. files.Where(file => file.IsCases).SelectMany(file =>
                YamlMap.Load(file.Path, file.Relative, diagnostics) is { } map ? CaseReader.Read(map, file.Quantity, file.Division) : [])],
            Divisions = [.. files.Select(file => file.Division).Concat(parameters.Values.SelectMany(parameter => parameter.Divisions)).Append(0).Distinct().Order()],
            Diagnostics = diagnostics,
        };
    }

    private static Dictionary<string, PolicyDocument> ReadDocuments(string folder, DiagnosticBag diagnostics)
    {
        var documents = new Dictionary<string, PolicyDocument>();
        var documentFolder = Path.Combine(folder, "documents");
        if (!Directory.Exists(documentFolder))
            return documents;
        foreach (var path in Directory.EnumerateFiles(documentFolder, "*.yaml").Order(StringComparer.Ordinal))
        {
            if (YamlMap.Load(path, $"documents/{Path.GetFileName(path)}", diagnostics) is not { } map)
                continue;
            foreach (var document in map.Has("norms") ? DocumentReader.ReadNorms(map).ToList() : [DocumentReader.ReadDocument(map)])
                if (!documents.TryAdd(document.Id, document))
                    diagnostics.Error("CR011", map.Position, $"Document {document.Id} stands twice.", "Keep one file a document.");
        }

        return documents;
    }

    private static List<Quantity> ReadQuantities(List<PackFile> files, QuantityReader reader, DiagnosticBag diagnostics)
    {
        var quantities = new List<Quantity>();
        foreach (var group in files.Where(file => !file.IsCases).GroupBy(file => file.Quantity).OrderBy(TopicRank).ThenBy(group => group.Key, StringComparer.Ordinal))
        {
            QuantityHeader? header = null;
            var rules = new List<Rule>();
            foreach (var file in group.OrderBy(file => file.Division.ToString(CultureInfo.InvariantCulture).Length + (file.Division == 0 ? -1 : 0)).ThenBy(file => file.Division))
            {
                if (YamlMap.Load(file.Path, file.Relative, diagnostics) is not { } map)
                    continue;
                if (map.Required("quantity") != file.Quantity)
                    diagnostics.Error("CR012", map.PositionOf("quantity"), $"The file is named {file.Quantity}.yaml but holds {map.Text("quantity")}.", "Name both alike.");
                if (map.Has("label"))
                {
                    if (header is not null)
                        diagnostics.Error("CR013", map.Position, $"The header of {file.Quantity} stands already in {header.Position.File}.", "Keep it at the highest level only.");
                    else
                        header = reader.ReadHeader(map, file.Quantity, file.Topic, file.Division);
                }
                else if (header is null)
                {
                    diagnostics.Error("CR014", map.Position, $"{file.Quantity} has no usable header.", "Put label, kind, beneficiary, for, unit … into the file of the highest level.");
                    break;
                }

                if (header is not null)
                    rules.AddRange(reader.ReadRules(map, header, file.Division));
                map.Node("rules");
                map.Close();
            }

            if (header is not null)
                quantities.Add(new Quantity(header, rules));
        }

        foreach (var header in quantities.Select(quantity => quantity.Header))
            if (header.CountedIn is { } other && (other == header.Id || !quantities.Exists(quantity => quantity.Header.Id == other && quantity.Header.CountedIn is null)))
                diagnostics.Error("CR018", header.Position, $"`counted-in: {other}` names no quantity whose amounts are counted themselves.", "Name the quantity that totals take, or remove the member.");

        foreach (var whole in quantities.Select(quantity => quantity.Header).IntersectBy(quantities.Select(quantity => quantity.Header.Extends ?? quantity.Header.CountedIn), header => header.Id))
            whole.IsWhole = true;
        foreach (var header in quantities.Select(quantity => quantity.Header).Where(header => header.Extends is not null))
            if (!quantities.Exists(quantity => quantity.Header is { Extends: null, ValueType: not null } whole && whole.Id == header.Extends && whole.Instance == header.Instance && whole.Unit == header.Unit))
                diagnostics.Error("CR020", header.Position, $"`extends: {header.Extends}` names no quantity of the same instances and unit that is none's extension itself.", "Name the quantity that the days or the money are added to.");

        var seen = new Dictionary<string, Rule>();
        foreach (var rule in quantities.SelectMany(quantity => quantity.Rules))
        {
            rule.Index = seen.Count + 1;
            if (!seen.TryAdd(rule.Id, rule))
                diagnostics.Error("CR015", rule.Position, $"Rule id {rule.Id} stands already at {seen[rule.Id].Position}.", "Give every rule its own id.");
        }

        return quantities;
    }

    private static int TopicRank(IGrouping<string, PackFile> group)
    {
        var rank = Array.IndexOf(TopicOrder, group.First().Topic);
        return rank < 0 ? TopicOrder.Length : rank;
    }

    private static Dictionary<string, Parameter> ReadParameters(string folder, ParameterReader reader)
    {
        var files = Directory.EnumerateFiles(folder, "*.parameter.yaml", WholeTree)
            .Select(path => (Path: path, Relative: Path.GetRelativePath(folder, path).Replace('\\', '/')))
            .Select(file => (file.Path, file.Relative, Match: ParameterPattern().Match(file.Relative))).Where(file => file.Match.Success)
            .Select(file => (Name: file.Match.Groups["name"].Value, File: (file.Path, file.Relative, Division: DocumentReader.DivisionOf(file.Match.Groups["code"].Captures[^1].Value))));
        return files.GroupBy(file => file.Name, file => file.File).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => reader.Read(group.Key, group.OrderBy(file => file.Division == 0 ? 0 : file.Division.ToString(CultureInfo.InvariantCulture).Length).ThenBy(file => file.Division)))
            .OfType<Parameter>().ToDictionary(parameter => parameter.Name);
    }

    [GeneratedRegex(@"^(?:(?<code>\d{2,6})-[a-z-]+/)+[a-z-]+/(?<name>[a-z][a-z0-9_]*)\.parameter\.yaml$")]
    private static partial Regex ParameterPattern();

    private static IEnumerable<PackFile> QuantityFiles(string folder, DiagnosticBag diagnostics)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*.y*ml", WholeTree).Order(StringComparer.Ordinal))
        {
            var relative = Path.GetRelativePath(folder, path).Replace('\\', '/');
            var match = FilePattern().Match(relative);
            if (match.Success)
                yield return new PackFile(path, relative, DocumentReader.DivisionOf(match.Groups["code"].Captures[^1].Value),
                    match.Groups["topic"].Value, match.Groups["quantity"].Value, match.Groups["cases"].Success);
            else if (!IsElsewhere().IsMatch(relative) && !ParameterPattern().IsMatch(relative))
                diagnostics.Error("CR016", new SourcePosition(relative, 1, 1), "No rule is read from here.", "Move the file to <code>-<name>/<topic>/<quantity>.yaml, or remove it.");
        }
    }

    [GeneratedRegex(@"^(?:(?<code>\d{2,6})-[a-z-]+/)+(?<topic>[a-z-]+)/(?<quantity>[a-z0-9-]+?)(?<cases>\.cases)?\.yaml$")]
    private static partial Regex FilePattern();

    [GeneratedRegex(@"^(?:vocabulary|coverage|documents/[^/]+)\.yaml$")]
    private static partial Regex IsElsewhere();

    private sealed record PackFile(string Path, string Relative, int Division, string Topic, string Quantity, bool IsCases);
}
