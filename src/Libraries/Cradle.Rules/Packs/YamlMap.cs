using System.Globalization;
using System.Text;
using Cradle.Rules.Populations;
using Cradle.Rules.Syntax;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Cradle.Rules.Packs;

/// <summary>
/// A YAML mapping with the place of every member. Reading a member marks it as known; <see cref="Close"/> reports members that nobody asked for.
/// </summary>
internal sealed class YamlMap
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly YamlMappingNode _node;
    private readonly string _file;
    private readonly DiagnosticBag _diagnostics;
    private readonly HashSet<string> _read = [];

    public YamlMap(YamlMappingNode node, string file, DiagnosticBag diagnostics) => (_node, _file, _diagnostics) = (node, file, diagnostics);

    public SourcePosition Position => At(_node.Start);

    public string File => _file;

    /// <summary>Reads a file whose root is a mapping; null when it is not (reported).</summary>
    public static YamlMap? Load(string path, string relative, DiagnosticBag diagnostics)
    {
        using var reader = new StreamReader(path, Utf8);
        try
        {
            return Load(reader, relative, diagnostics);
        }
        catch (DecoderFallbackException)
        {
            diagnostics.Error("CR010", new SourcePosition(relative, 1, 1), "The file is not UTF-8 text.", "Save it as UTF-8; other encodings would turn its Chinese into other characters.");
            return null;
        }
    }

    /// <summary>Reads a text whose root is a mapping; null when it is not (reported).</summary>
    public static YamlMap? Load(TextReader reader, string relative, DiagnosticBag diagnostics)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(reader);
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
                return new YamlMap(root, relative, diagnostics);
            diagnostics.Error("CR001", new SourcePosition(relative, 1, 1), "The file does not hold one mapping.", "Begin with `quantity:`, `document:` or `cases:`.");
        }
        catch (YamlException exception)
        {
            diagnostics.Error("CR002", new SourcePosition(relative, (int)exception.Start.Line, (int)exception.Start.Column),
                $"This is not YAML: {exception.InnerException?.Message ?? exception.Message}", "Check indentation, quotes and flow brackets.");
        }

        return null;
    }

    public IEnumerable<string> Keys => _node.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "");

    public bool Has(string key) => Find(key) is not null;

    public SourcePosition PositionOf(string key) => Find(key) is { } node ? At(node.Start) : Position;

    public string? Text(string key)
    {
        switch (Find(key))
        {
            case null:
                return null;
            case YamlScalarNode scalar:
                return scalar.Value;
            case var other:
                Wrong(key, other, "a single value");
                return null;
        }
    }

    public string Required(string key)
    {
        if (Text(key) is { Length: > 0 } text)
            return text;
        _diagnostics.Error("CR003", Position, $"`{key}` is missing.", $"Add `{key}:`; see docs/policy-language.md.");
        return "";
    }

    /// <summary>The text of a member and where its first character stands (inside the quotes, if quoted).</summary>
    public (string Text, SourcePosition Position)? Scalar(string key)
    {
        switch (Find(key))
        {
            case YamlScalarNode { Value: { } value } scalar:
                return (value, Inside(scalar));
            case YamlSequenceNode or YamlMappingNode:
                Wrong(key, Find(key)!, "an expression; quote it where it begins with a bracket or holds a comma");
                return null;
            default:
                return null;
        }
    }

    public Bilingual? Texts(string key)
    {
        switch (Find(key))
        {
            case null:
                return null;
            case YamlMappingNode map:
                var texts = new YamlMap(map, _file, _diagnostics);
                var result = new Bilingual(texts.Required("zh").Trim(), texts.Required("en").Trim());
                texts.Close();
                return result;
            case var other:
                Wrong(key, other, "a text in both languages, {zh: …, en: …}");
                return null;
        }
    }

    public Bilingual RequiredTexts(string key)
    {
        if (Texts(key) is { } texts)
            return texts;
        if (!Has(key))
            _diagnostics.Error("CR003", Position, $"`{key}` is missing.", $"Add `{key}: {{zh: …, en: …}}`.");
        return Bilingual.Empty;
    }

    public IReadOnlyList<string> List(string key)
    {
        switch (Find(key))
        {
            case null:
                return [];
            case YamlSequenceNode sequence:
                return [.. sequence.Children.OfType<YamlScalarNode>().Select(item => item.Value ?? "")];
            case YamlScalarNode scalar:
                return [scalar.Value ?? ""];
            case var other:
                Wrong(key, other, "a list");
                return [];
        }
    }

    public IReadOnlyList<YamlMap> Maps(string key)
    {
        switch (Find(key))
        {
            case null:
                return [];
            case YamlSequenceNode sequence:
                foreach (var stray in sequence.Children.Where(item => item is not YamlMappingNode))
                    Wrong(key, stray, "mappings only");
                return [.. sequence.Children.OfType<YamlMappingNode>().Select(item => new YamlMap(item, _file, _diagnostics))];
            case YamlScalarNode { Value: "" or null }:
                return [];
            case var other:
                Wrong(key, other, "a list of mappings");
                return [];
        }
    }

    public YamlMap? Map(string key)
    {
        switch (Find(key))
        {
            case null:
                return null;
            case YamlMappingNode map:
                return new YamlMap(map, _file, _diagnostics);
            case var other:
                Wrong(key, other, "a mapping");
                return null;
        }
    }

    public YamlNode? Node(string key) => Find(key);

    public DateOnly? Date(string key)
    {
        if (Text(key) is not { Length: > 0 } text)
            return null;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            _diagnostics.Error("CR004", PositionOf(key), $"{text} is not a date.", "Write year-month-day, e.g. 2026-03-01.");
        else if (date < FactDomain.EarliestDay || date > FactDomain.LatestDay)
            _diagnostics.Error("CR004", PositionOf(key), $"{text} lies outside the years {FactDomain.EarliestDay.Year} to {FactDomain.LatestDay.Year}.", "Correct the year; leave out an end that is open.");
        else
            return date;
        return null;
    }

    public int? Int(string key)
    {
        if (Text(key) is not { Length: > 0 } text)
            return null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            return value;
        _diagnostics.Error("CR005", PositionOf(key), $"{text} is not a whole number.", "Write digits only.");
        return null;
    }

    public bool? Bool(string key)
    {
        switch (Text(key))
        {
            case null:
                return null;
            case "true":
                return true;
            case "false":
                return false;
            case var other:
                _diagnostics.Error("CR006", PositionOf(key), $"{other} is neither true nor false.", "Write true or false.");
                return null;
        }
    }

    /// <summary>Reads one of the words of an enumeration; the first of <paramref name="words"/> when it is missing or wrong (reported).</summary>
    public T Choice<T>(string key, IReadOnlyDictionary<string, T> words, T? fallback = default, bool optional = false)
    {
        var text = Text(key);
        if (text is null && optional)
            return fallback!;
        if (text is not null && words.TryGetValue(text, out var value))
            return value;
        _diagnostics.Error("CR007", PositionOf(key), text is null ? $"`{key}` is missing." : $"`{key}: {text}` is not known.", $"Write one of: {string.Join(", ", words.Keys)}.");
        return words.Values.First();
    }

    /// <summary>Reports members that nothing read: a misspelt key must never be silently ignored.</summary>
    public void Close()
    {
        foreach (var key in _node.Children.Keys.OfType<YamlScalarNode>().Where(key => !_read.Contains(key.Value ?? "")))
            _diagnostics.Error("CR008", At(key.Start), $"`{key.Value}` means nothing here.", "Remove it or correct its spelling; see docs/policy-language.md.");
    }

    private YamlNode? Find(string key)
    {
        _read.Add(key);
        return _node.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;
    }

    private void Wrong(string key, YamlNode node, string expected) =>
        _diagnostics.Error("CR009", At(node.Start), $"`{key}` must be {expected}.", "See docs/policy-language.md for its form.");

    private SourcePosition At(Mark mark) => new(_file, (int)mark.Line, (int)mark.Column);

    private SourcePosition Inside(YamlScalarNode scalar) =>
        At(scalar.Start).Shift(scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted ? 1 : 0);
}
