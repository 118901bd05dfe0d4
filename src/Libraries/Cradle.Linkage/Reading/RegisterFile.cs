using System.Text;
using Cradle.Primitives;
using nietras.SeparatedValues;

namespace Cradle.Linkage.Reading;

/// <summary>A register in a file of separated values: comma, semicolon, tab or bar, quotes as in RFC 4180, a header line.</summary>
public sealed class RegisterFile
{
    private const char Replacement = '\uFFFD';
    private const int BufferLength = 1 << 20;

    private RegisterFile(string path, string source, Encoding encoding, IReadOnlyList<string> header)
    {
        Path = path;
        Source = source;
        Encoding = encoding;
        Header = header;
    }

    /// <summary>Where the file is.</summary>
    public string Path { get; }

    /// <summary>The register's name in results: the file's name without its extension.</summary>
    public string Source { get; }

    /// <summary>How it is encoded.</summary>
    public Encoding Encoding { get; }

    /// <summary>The headers, without spaces around them.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>Reads the header of each file.</summary>
    /// <param name="paths">The files.</param>
    /// <exception cref="RegisterException">A file is missing, empty or no text, has a quote in its header that is not closed, has a blank or doubled header, or shares its name with another.</exception>
    public static IReadOnlyList<RegisterFile> Open(IEnumerable<string> paths)
    {
        var files = paths.Select(Open).ToList();
        foreach (var group in files.GroupBy(file => file.Source, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            throw new RegisterException($"{string.Join(" and ", group.Select(file => file.Path))} share the name {group.Key}, by which results name a register; rename one.");
        }

        return files;
    }

    /// <summary>Begins to read; the first row is the header.</summary>
    internal SepReader Read() => Begin(Path, Encoding);

    /// <summary>Goes on to the next row.</summary>
    /// <exception cref="RegisterException">The row is too long to be one.</exception>
    internal bool MoveNext(SepReader reader) => MoveNext(reader, Path, Encoding);

    /// <summary>What makes a row unreadable and the line where it stands, or null.</summary>
    internal (int Line, string Problem)? ProblemOf(SepReader.Row row)
    {
        // before a cell is asked for: that takes the quotes away
        if (OpenQuote.LineOf(row.Span, row.LineNumberFrom) is { } line)
        {
            return (line, OpenQuote.Problem);
        }

        return row.ColCount != Header.Count
            ? (row.LineNumberFrom, $"{row.ColCount} fields where the header has {Header.Count}; look for a comma or a quote in the text")
            : row.Span.Contains(Replacement) ? (row.LineNumberFrom, $"bytes that are not {Encoding.WebName}; save the file as UTF-8 or as GB 18030") : null;
    }

    private static RegisterFile Open(string path)
    {
        if (!File.Exists(path))
        {
            throw new RegisterException($"{path}: there is no such file.");
        }

        var encoding = RegisterEncoding.Of(path);
        using var reader = Begin(path, encoding);
        if (!MoveNext(reader, path, encoding))
        {
            throw new RegisterException($"{path}: the file is empty; its first line must name the columns.");
        }

        var row = reader.Current;
        if (OpenQuote.LineOf(row.Span, row.LineNumberFrom) is { } line)
        {
            throw new RegisterException($"{path}({line}): {OpenQuote.Problem}.");
        }

        var header = new List<string>();
        for (var i = 0; i < row.ColCount; i++)
        {
            header.Add(row[i].Span.Trim().TrimStart('\uFEFF').ToString());
        }

        if (header is [""])
        {
            throw new RegisterException($"{path}: the file is empty; its first line must name the columns.");
        }

        var doubled = header.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1 || group.Key.Length == 0);
        return doubled is null
            ? new RegisterFile(path, System.IO.Path.GetFileNameWithoutExtension(path), encoding, header)
            : throw new RegisterException($"{path}(1): {(doubled.Key.Length == 0 ? "a column without a name" : $"the column {doubled.Key} stands twice")}; give every column a name of its own.");
    }

    private static bool MoveNext(SepReader reader, string path, Encoding encoding)
    {
        try
        {
            return reader.MoveNext();
        }
        catch (NotSupportedException)
        {
            // thrown for nothing but a row beyond the reader's longest
            using var text = new StreamReader(path, encoding);
            throw new RegisterException(OpenQuote.LineOf(text) is { } line
                ? $"{path}({line}): {OpenQuote.Problem}."
                : $"{path}: a row is longer than 16 million characters; end every row with a line break, and look for a quote that is not closed.");
        }
    }

    private static SepReader Begin(string path, Encoding encoding)
    {
        var text = new StreamReader(path, encoding, detectEncodingFromByteOrderMarks: true, BufferLength);
        return Sep.Reader(options => options with { HasHeader = false, Unescape = true, DisableColCountCheck = true, DisableQuotesParsing = false }).From(text);
    }
}
