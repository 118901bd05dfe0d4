namespace Cradle.Platform.Tables;

/// <summary>What is wrong in one row of an import, in both languages: what, and how to mend it.</summary>
/// <param name="Line">The line as the spreadsheet numbers it, from 1.</param>
/// <param name="Column">The heading of the cell; empty where it is the row as a whole.</param>
public sealed record RowFinding(int Line, string Column, string Zh, string En);

/// <summary>One column that an import knows.</summary>
/// <param name="Heading">Its heading in the template.</param>
/// <param name="Required">Whether a row without it is refused.</param>
public sealed record ImportColumn(string Heading, bool Required = false)
{
    /// <summary>Other headings that people give it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>What to write there, for the template's second sheet.</summary>
    public string Note { get; init; } = "";

    /// <summary>A value as it should look, for the template's second sheet.</summary>
    public string Example { get; init; } = "";

    internal bool IsCalled(string heading) => PlainText.Key(heading) is var key && (key == PlainText.Key(Heading) || Aliases.Any(alias => key == PlainText.Key(alias)));
}
