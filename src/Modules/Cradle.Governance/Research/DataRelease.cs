using System.Globalization;
using Cradle.Platform.Tables;
using Cradle.Primitives;

namespace Cradle.Governance.Research;

/// <summary>Makes a table of counts fit to be given away: no person in it, no small cell.</summary>
public static class DataRelease
{
    public const string Suppressed = "*";

    private static readonly string[] Personal = ["身份证", "证件号", "姓名", "电话", "手机", "住址", "银行卡", "账号"];

    /// <summary>Columns that name persons: by their heading, or because a value is an identity number.</summary>
    public static IReadOnlyList<string> PersonalColumns(Table table) =>
    [
        .. Enumerable.Range(0, table.Columns)
            .Where(column => Personal.Any(word => table[0, column].Contains(word, StringComparison.Ordinal)) || Enumerable.Range(1, table.Rows - 1).Any(row => ResidentId.TryParse(PlainText.Key(table[row, column]), out _)))
            .Select(column => table[0, column]),
    ];

    /// <summary>Columns of a request that name persons.</summary>
    public static IReadOnlyList<string> PersonalColumns(IEnumerable<string> asked) => [.. asked.Where(column => Personal.Any(word => column.Contains(word, StringComparison.Ordinal)))];

    /// <summary>The table with every count below the smallest one that may be told put out of sight.</summary>
    /// <param name="table">Headings in the first row.</param>
    /// <param name="smallest">The smallest count that may be told; zero may be. The place sets it.</param>
    public static Table Suppress(Table table, int smallest) => new(
    [
        .. Enumerable.Range(0, table.Rows).Select(row => (IReadOnlyList<string>)[.. Enumerable.Range(0, table.Columns).Select(column => row > 0 && IsSmall(table[row, column], smallest) ? Suppressed : table[row, column])]),
    ]);

    private static bool IsSmall(string text, int smallest) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 && count < smallest;
}
