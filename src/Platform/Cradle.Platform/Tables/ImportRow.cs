using System.Globalization;
using Cradle.Primitives;

namespace Cradle.Platform.Tables;

/// <summary>One row of an import as it is read: a cell that does not fit is a finding, and the row is not taken.</summary>
public sealed class ImportRow
{
    private static readonly string[] DayFormats = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];
    private readonly Func<string, string> cell;
    private readonly List<RowFinding> findings = [];

    internal ImportRow(int line, Func<string, string> cell) => (Line, this.cell) = (line, cell);

    /// <summary>The line as the spreadsheet numbers it, from 1.</summary>
    public int Line { get; }

    internal IReadOnlyList<RowFinding> Findings => findings;

    /// <summary>Says what is wrong.</summary>
    public void Refuse(string column, string zh, string en) => findings.Add(new RowFinding(Line, column, zh, en));

    /// <summary>The text of a cell; null where it is empty.</summary>
    public string? Text(string column, int longest = int.MaxValue)
    {
        var text = cell(column);
        if (text.Length > longest)
        {
            Refuse(column, $"最多 {longest} 个字，现在有 {text.Length} 个", $"At most {longest} characters; there are {text.Length}");
        }

        return text.Length == 0 ? null : text;
    }

    /// <summary>A day: 2026-03-01, 2026/3/1, 2026年3月1日 or 20260301.</summary>
    public DateOnly? Day(string column) => Read(column, static (string text, out DateOnly day) =>
        DateOnly.TryParseExact(PlainText.Key(text), DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out day), "不是日期，请写成 2026-03-01", "is no date; write it as 2026-03-01");

    /// <summary>A whole number.</summary>
    public long? Number(string column) => Read(column, static (string text, out long number) =>
        long.TryParse(PlainText.Key(text), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number), "不是整数，请只写数字", "is no whole number; write digits only");

    /// <summary>An amount in yuan with at most two decimals.</summary>
    public Money? Yuan(string column) => Read(column, static (string text, out Money money) => Money.TryParse(PlainText.Key(text), out money), "不是金额，请写元，最多两位小数", "is no amount; write yuan with at most two decimals");

    /// <summary>A resident identity number with its check digit.</summary>
    public ResidentId? Id(string column) => Read(column, static (string text, out ResidentId id) => ResidentId.TryParse(PlainText.Key(text).ToUpperInvariant(), out id), "不是有效的身份证号，请核对 18 位", "is no valid identity number; check its 18 signs");

    /// <summary>A division by its code of two, four or six digits.</summary>
    public DivisionCode? Division(string column) => Read(column, static (string text, out DivisionCode division) => DivisionCode.TryParse(PlainText.Key(text), out division), "不是地区代码，比如 220104", "is no code of a division, such as 220104");

    private delegate bool Parse<T>(string text, out T value);

    // The value is not repeated in the finding: it may be an identity number.
    private T? Read<T>(string column, Parse<T> parse, string zh, string en)
        where T : struct
    {
        var text = cell(column);
        if (text.Length == 0)
        {
            return null;
        }

        if (parse(text, out var value))
        {
            return value;
        }

        Refuse(column, $"「{column}」{zh}", $"{column} {en}");
        return null;
    }
}
