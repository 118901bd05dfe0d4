namespace Cradle.Primitives;

/// <summary>A reference file (divisions, work calendar) that cannot be read, with the place of the error.</summary>
public sealed class ReferenceDataException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="source">Name of the file.</param>
    /// <param name="line">Line, counted from 1.</param>
    /// <param name="problem">What is wrong.</param>
    public ReferenceDataException(string source, int line, string problem)
        : base(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{source}({line}): {problem}"))
    {
        File = source;
        Line = line;
    }

    /// <summary>Name of the file.</summary>
    public string File { get; }

    /// <summary>Line, counted from 1.</summary>
    public int Line { get; }
}
