using Cradle.Platform.Tables;

namespace Cradle.Platform.Web.Tables;

/// <summary>What the partial <c>_TableImport</c> draws.</summary>
/// <param name="Columns">The columns, for the hint and the table.</param>
public sealed record ImportView(IReadOnlyList<ImportColumn> Columns)
{
    /// <summary>So many rows are shown; the others are in the file that is given back.</summary>
    public const int Most = 256;

    /// <summary>The kept file; null before one was checked.</summary>
    public Guid? File { get; init; }

    public IReadOnlyList<ImportLine> Lines { get; init; } = [];

    public int Good { get; init; }

    public int Bad { get; init; }

    public int Earlier { get; init; }

    /// <summary>Rows taken just now; null before.</summary>
    public int? Taken { get; init; }

    public IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary>What of the address has to stay: the division, a year.</summary>
    public IDictionary<string, string> Route { get; init; } = new Dictionary<string, string>();

    public string RouteTail => string.Concat(Route.Select(pair => $"&{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
}

/// <summary>One row of the dry run.</summary>
/// <param name="Line">The line as the spreadsheet numbers it.</param>
/// <param name="Cells">Its cells by column, with identity and phone numbers masked.</param>
/// <param name="Problems">What has to be mended.</param>
/// <param name="Receipt">The receipt of a row that was taken, now or earlier.</param>
public sealed record ImportLine(int Line, IReadOnlyList<string> Cells, IReadOnlyList<string> Problems, string? Receipt)
{
    public bool MayBeTaken => Problems.Count == 0 && Receipt is null;
}
