using Cradle.Rules.Packs;

namespace Cradle.Rules.Rehearsal;

/// <summary>A table of a report, as texts: for the screen, for a file, for a page.</summary>
/// <param name="Id">Kebab-case, the name of its file.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Columns">The heads of its columns.</param>
/// <param name="Rows">Its rows, one text a column.</param>
public sealed record ReportTable(string Id, Bilingual Title, IReadOnlyList<Bilingual> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>Writes it as comma-separated values, with remarks before the header.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="language">The language of the heads.</param>
    /// <param name="remarks">What is to be said of the table: what it is of, and that it is synthetic.</param>
    public void Write(TextWriter writer, Language language, IEnumerable<string> remarks)
    {
        foreach (var remark in remarks)
            writer.Write($"# {remark.ReplaceLineEndings(" ")}\n");
        writer.Write(string.Join(',', Columns.Select(column => Quoted(column.In(language)))) + "\n");
        foreach (var row in Rows)
            writer.Write(string.Join(',', row.Select(Quoted)) + "\n");
    }

    // A cell that a spreadsheet would take for a formula is told to be text.
    private static string Quoted(string text)
    {
        if (text.Length > 0 && text[0] is '=' or '+' or '@' || text.Length > 1 && text[0] == '-' && !char.IsAsciiDigit(text[1]))
            text = "'" + text;
        return text.AsSpan().ContainsAny(",\"\n\r") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
