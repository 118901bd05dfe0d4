using System.Globalization;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations.Files;
using Cradle.Rules.Syntax;

namespace Cradle.Rules.Populations.Synthetic;

/// <summary>Shares that no figure on file tells, read from data/synthetic/assumptions.yaml. All of them are assumptions.</summary>
public sealed class SyntheticAssumptions
{
    private readonly Dictionary<string, Weighted<string>> _lists = [];
    private readonly Dictionary<string, Weighted<(long Least, long Most)>> _ranges = [];
    private readonly Dictionary<string, long> _shares = [];
    private readonly Dictionary<string, Dictionary<string, long>> _tables = [];

    private SyntheticAssumptions(Bilingual note) => Note = note;

    /// <summary>What is to be said of them.</summary>
    public Bilingual Note { get; }

    internal Weighted<string> List(string name) => _lists[name];

    internal Weighted<(long Least, long Most)> Range(string name) => _ranges[name];

    internal long Share(string name) => _shares[name];

    /// <summary>A share in a thousand by a word; <c>other</c> where the word is not listed.</summary>
    internal long Share(string name, string word) => _tables[name].TryGetValue(word, out var share) ? share : _tables[name].GetValueOrDefault("other");

    /// <summary>Reads the file.</summary>
    /// <exception cref="PopulationFileException">A member is missing or is no list of weights; the message says where.</exception>
    public static SyntheticAssumptions Load(string path)
    {
        var diagnostics = new DiagnosticBag();
        var map = YamlMap.Load(path, Path.GetFileName(path), diagnostics) ?? throw First(diagnostics);
        if (map.Required("status") != "assumption")
            diagnostics.Error("CR007", map.PositionOf("status"), "`status` must be `assumption`.", "No share of this file may be taken for a statistic.");
        var assumptions = new SyntheticAssumptions(map.RequiredTexts("note"));
        var births = Section(map, "births", diagnostics);
        assumptions._lists["order"] = Words(births, "order", diagnostics);
        foreach (var bound in new[] { "least", "most" })
            assumptions._shares[$"gap-{bound}"] = Section(births, "gap-months", diagnostics).Int(bound) ?? 1;
        foreach (var share in new[] { "twins", "difficult", "registered" })
            assumptions._shares[share] = births.Int($"{share}-per-thousand") ?? 0;
        foreach (var range in new[] { "mother-age-at-birth", "father-older-years", "monthly-pay" })
            assumptions._ranges[range] = new Weighted<(long, long)>([.. Words(map, range, diagnostics).Items.Select(item => (Bounds(item.Item, map.PositionOf(range)), item.Weight))]);
        var employment = Section(map, "employment", diagnostics);
        foreach (var parent in new[] { "mother", "father" })
            assumptions._lists[parent] = Words(employment, parent, diagnostics);
        foreach (var share in new[] { "employer-elsewhere", "uninsured", "owns-home", "only-child", "married" })
            assumptions._shares[share] = map.Int($"{share}-per-thousand") ?? 0;
        foreach (var table in new[] { "employee-insurance-per-thousand", "maternity-insurance-per-thousand", "fund-depositor-per-thousand", "unknown-per-thousand" })
            assumptions._tables[table] = Words(map, table, diagnostics).Items.ToDictionary(item => item.Item, item => item.Weight);
        var care = Section(map, "care", diagnostics);
        foreach (var ages in care.Keys.ToList())
            for (var (from, until) = Bounds(ages, care.Position); from <= until; from++)
                assumptions._lists[string.Create(CultureInfo.InvariantCulture, $"care-{from}")] = Words(care, ages, diagnostics);
        foreach (var list in new[] { "kindergarten-kind", "kindergarten-area" })
            assumptions._lists[list] = Words(map, list, diagnostics);
        return diagnostics.HasErrors ? throw First(diagnostics) : assumptions;
    }

    private static YamlMap Section(YamlMap map, string key, DiagnosticBag diagnostics) => map.Map(key) ?? throw Missing(map, key, diagnostics);

    private static Weighted<string> Words(YamlMap map, string key, DiagnosticBag diagnostics)
    {
        var words = Section(map, key, diagnostics);
        return new Weighted<string>([.. words.Keys.ToList().Select(word => (word, (long)(words.Int(word) ?? 0)))]);
    }

    private static (long Least, long Most) Bounds(string text, SourcePosition position)
    {
        var parts = text.Split('-');
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var least)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var most) && least <= most
            ? (least, most) : throw new PopulationFileException(position.File, position.Line, $"`{text}` is no range.", "Write it as 25-29.");
    }

    private static PopulationFileException Missing(YamlMap map, string key, DiagnosticBag diagnostics) =>
        diagnostics.HasErrors ? First(diagnostics) : new PopulationFileException(map.File, map.Position.Line, $"`{key}` is missing.", "Copy it from data/synthetic/assumptions.yaml.");

    private static PopulationFileException First(DiagnosticBag diagnostics)
    {
        var finding = diagnostics.First();
        return new PopulationFileException(finding.Position.File, finding.Position.Line, finding.Message, finding.Remedy);
    }
}
