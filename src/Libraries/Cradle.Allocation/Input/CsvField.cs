using System.Buffers;

namespace Cradle.Allocation.Input;

/// <summary>Writes a field of a CSV file.</summary>
public static class CsvField
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    /// <summary>The text, in quotes where it needs them.</summary>
    /// <param name="text">The text.</param>
    public static string Of(string text) =>
        text.AsSpan().IndexOfAny(Special) < 0 ? text : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
