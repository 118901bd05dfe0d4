using Cradle.Rules.Packs;
using Cradle.Rules.Syntax;

namespace Cradle.Rules.Populations.Files;

/// <summary>
/// Translates the headers and words of a foreign table: <c>columns: {母亲就业: mother.employment, 备注: ignore}</c> and
/// <c>values: {mother.employment: {在职: employed}}</c>.
/// </summary>
public sealed class ColumnMapping
{
    /// <summary>The word for a column that is not wanted.</summary>
    public const string Ignore = "ignore";

    /// <summary>Nothing to translate.</summary>
    public static readonly ColumnMapping None = new(new Dictionary<string, string>(), new Dictionary<string, IReadOnlyDictionary<string, string>>());

    private readonly IReadOnlyDictionary<string, string> _columns;
    private readonly IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> _values;

    private ColumnMapping(IReadOnlyDictionary<string, string> columns, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> values) =>
        (_columns, _values) = (columns, values);

    /// <summary>Reads a mapping file.</summary>
    /// <exception cref="PopulationFileException">It is no mapping; the message says where.</exception>
    public static ColumnMapping Load(string path)
    {
        var diagnostics = new DiagnosticBag();
        var columns = new Dictionary<string, string>();
        var values = new Dictionary<string, IReadOnlyDictionary<string, string>>();
        if (YamlMap.Load(path, Path.GetFileName(path), diagnostics) is { } map)
        {
            columns = Texts(map.Map("columns"));
            if (map.Map("values") is { } words)
                values = words.Keys.ToList().ToDictionary(key => key, key => (IReadOnlyDictionary<string, string>)Texts(words.Map(key)));
            map.Close();
        }

        return diagnostics.FirstOrDefault() is { } finding
            ? throw new PopulationFileException(finding.Position.File, finding.Position.Line, finding.Message, finding.Remedy)
            : new ColumnMapping(columns, values);
    }

    /// <summary>The path a header means.</summary>
    internal string PathOf(string header) => _columns.GetValueOrDefault(header, header);

    /// <summary>The foreign words of a column.</summary>
    internal IReadOnlyDictionary<string, string>? WordsOf(string path) => _values.GetValueOrDefault(path);

    private static Dictionary<string, string> Texts(YamlMap? map) =>
        map?.Keys.ToList().ToDictionary(key => key, key => map.Text(key) ?? "") ?? [];
}
