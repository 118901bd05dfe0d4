using nietras.SeparatedValues;

namespace Cradle.Rules.Populations.Files;

/// <summary>
/// The rows of a comma-separated file, one at a time, each on one line: a quotation mark that is not closed would take the rows after it into a cell, and nobody
/// would miss them. Lines before the header that begin with <c>#</c> say things of the file as a whole (<c># families: 12</c>).
/// </summary>
internal sealed class CsvRows : IDisposable
{
    private readonly StreamReader _text;
    private readonly SepReader _reader;
    private readonly int _linesBefore;
    private long _lastLine;

    public CsvRows(string path)
    {
        Name = Path.GetFileName(path);
        _text = TextFile.Open(path);
        var remarks = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (_text.Peek() == '#' && _text.ReadLine() is { } line)
        {
            _linesBefore++;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
                remarks[line[1..colon].Trim()] = line[(colon + 1)..].Trim();
        }

        Remarks = remarks;
        _reader = Sep.New(',').Reader(options => options with { HasHeader = false, Unescape = true, DisableColCountCheck = true }).From(_text);
        Header = Read() ? [.. Enumerable.Range(0, Count).Select(column => this[column].Trim().ToString())] : [];
        HeaderLine = Line;
    }

    public string Name { get; }

    public IReadOnlyDictionary<string, string> Remarks { get; }

    public IReadOnlyList<string> Header { get; }

    public long HeaderLine { get; }

    /// <summary>The line on which the current row begins.</summary>
    public long Line => _linesBefore + _reader.Current.LineNumberFrom;

    /// <summary>How many cells the current row has.</summary>
    public int Count => _reader.Current.ColCount;

    public ReadOnlySpan<char> this[int column] => _reader.Current[column].Span;

    /// <summary>Goes to the next row that is not empty.</summary>
    /// <exception cref="PopulationFileException">A row goes on over several lines, or the like: what follows is no table any more.</exception>
    public bool Read()
    {
        try
        {
            while (_reader.MoveNext())
                if (IsOnOneLine() && (_reader.Current is { ColCount: > 1 } || _reader.Current[0].Span.Trim().Length > 0))
                    return true;
            return false;
        }
        catch (Exception exception) when (exception is InvalidDataException or NotSupportedException or ArgumentException or IndexOutOfRangeException)
        {
            throw new PopulationFileException(Name, 0, $"after line {_lastLine}: this is no table of comma-separated values any more ({exception.Message}).", "Look for a quotation mark that is not closed.");
        }
        finally
        {
            _lastLine = Math.Max(_lastLine, SafeLine());
        }
    }

    /// <summary>Where the file says how many rows it has, they are counted, and the last one must have come whole: a cell that is cut off may still be a value.</summary>
    /// <exception cref="PopulationFileException">The file is truncated.</exception>
    public void Finish(string key, long read)
    {
        if (CsvRemarks.Number(this, key) is not { } said)
            return;
        if (said < read)
            throw new PopulationFileException(Name, 0, $"the file says {said} {key} and holds {read}.", $"Correct `# {key}:`, or take out what does not belong to it.");
        if (said > read)
            throw new PopulationFileException(Name, 0, $"the file says {said} {key} and holds {read}: it is truncated.", "Copy it again as a whole.");
        if (_text.BaseStream is { CanSeek: true } stream && !TextFile.EndsWithLine(stream))
            throw new PopulationFileException(Name, _lastLine, "the last line has no end: the file may be cut off within it.", "Copy it again as a whole, or end the line.");
    }

    public void Dispose()
    {
        _reader.Dispose();
        _text.Dispose();
    }

    private bool IsOnOneLine() => _reader.Current.LineNumberToExcl - _reader.Current.LineNumberFrom <= 1 ? true
        : throw new PopulationFileException(Name, Line, $"this row goes on over {_reader.Current.LineNumberToExcl - _reader.Current.LineNumberFrom} lines, and the rows on them would be lost.",
            "Look for a quotation mark that is not closed; a cell holds no line break.");

    private long SafeLine()
    {
        try
        {
            return Line;
        }
        catch (Exception exception) when (exception is IndexOutOfRangeException or ArgumentException)
        {
            return 0;
        }
    }
}
