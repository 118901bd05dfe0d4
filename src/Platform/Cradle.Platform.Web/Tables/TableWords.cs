using Cradle.Platform.Tables;

namespace Cradle.Platform.Web.Tables;

/// <summary>What is wrong with a file that is no table, in the reader's language.</summary>
public static class TableWords
{
    public static string Of(TableError error) => Both(error).ToString();

    /// <summary>The same in both languages, for what is kept with a file.</summary>
    public static Words Both(TableError error) => error switch
    {
        TableError.UnknownKind => new("只收 .xlsx 或 .csv，请另存为其中一种", "Only .xlsx or .csv is taken; save it as one of these"),
        TableError.Damaged => new("表格打不开，请在表格软件里重新保存为 .xlsx，不要加密码", "The workbook cannot be read; save it again as .xlsx without a password"),
        TableError.UnknownEncoding => new("文字编码认不出来，请把 CSV 存为 UTF-8", "The text is neither UTF-8 nor GBK; save the CSV as UTF-8"),
        TableError.TooLarge large => new($"表格太大，一次最多读 {large.Limit} {PartOf(large.What)}，请分成几个", $"The table has more {large.What} than the {large.Limit} that are read at once; split it into several"),
        TableError.Empty => new("表格是空的，请把内容放在第一张工作表", "There is nothing in it; put the table on the first sheet"),
        _ => throw new ArgumentOutOfRangeException(nameof(error), error, "No words for it."),
    };

    public static string Of(RowFinding finding) => Wording.Say(finding.Zh, finding.En);

    private static string PartOf(string what) => what switch
    {
        "rows" => "行",
        "columns" => "栏",
        "cells" or "merged cells" => "格",
        "characters in a cell" => "字一格",
        _ => "字节",
    };
}
