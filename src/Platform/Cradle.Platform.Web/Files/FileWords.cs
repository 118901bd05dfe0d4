using Cradle.Platform.Files;

namespace Cradle.Platform.Web.Files;

/// <summary>What somebody is told whose file was refused: what is wrong with it, and how to mend it.</summary>
public static class FileWords
{
    public static string Of(FileError error) => error switch
    {
        FileError.Missing => Wording.Say("请先选一个文件", "Choose a file first"),
        FileError.Empty => Wording.Say("这个文件是空的，请换一个", "This file is empty; choose another"),
        FileError.TooLarge large => Wording.Say($"文件太大，最多 {SizeOf(large.MaximumBytes)}。请压缩或分成几个", $"The file is too large; at most {SizeOf(large.MaximumBytes)}. Make it smaller or split it"),
        FileError.NotTaken taken => Wording.Say($"这里只收 {ListOf(taken.Taken)}。请换成其中一种再传", $"Only {ListOf(taken.Taken)} is taken here. Save it as one of these"),
        FileError.NotWhatItsNameSays { Found: { } found } wrong => Wording.Say($"文件名说它是 {Of(wrong.Named)}，内容却是 {Of(found)}。请用原来的程序重新保存", $"By its name it is {Of(wrong.Named)}, by its content {Of(found)}. Save it again with the program that it is from"),
        FileError.NotWhatItsNameSays wrong => Wording.Say($"文件名说它是 {Of(wrong.Named)}，内容却不是。请用原来的程序重新保存", $"By its name it is {Of(wrong.Named)}, but its content is not. Save it again with the program that it is from"),
        FileError.Damaged => Wording.Say("文件打不开，可能没有传完整。请重新保存后再传", "The file cannot be opened; it may be cut off. Save it again and send it again"),
        FileError.Locked => Wording.Say("文件加了密码，或是旧的 .xls、.doc 格式。请去掉密码，另存为新格式再传", "The file has a password or is of the old .xls or .doc kind. Remove the password and save it in the present format"),
        FileError.Macros => Wording.Say("文件里有宏，不能收。请另存为不带宏的 .xlsx 或 .docx", "The file carries macros. Save it as .xlsx or .docx without them"),
        FileError.Unpacks bomb => Wording.Say($"文件解开后超过 {SizeOf(bomb.MaximumBytes)}，不能收。请分成几个", $"The file unpacks to more than {SizeOf(bomb.MaximumBytes)}. Split it into several"),
        _ => throw new ArgumentOutOfRangeException(nameof(error), error, "No words for it."),
    };

    /// <summary>The name of a kind among people.</summary>
    public static string Of(FileKind kind) => kind switch
    {
        FileKind.Pdf => "PDF",
        FileKind.Jpeg => Wording.Say("JPG 照片", "a JPG photograph"),
        FileKind.Png => Wording.Say("PNG 图片", "a PNG picture"),
        FileKind.Xlsx => Wording.Say("Excel 表格（.xlsx）", "an Excel workbook (.xlsx)"),
        FileKind.Docx => Wording.Say("Word 文档（.docx）", "a Word document (.docx)"),
        _ => Wording.Say("CSV 文本", "CSV text"),
    };

    /// <summary>What a form takes, as a hint.</summary>
    public static string HintOf(UploadRule rule) => Wording.Say($"{ListOf(rule.Kinds)}，最多 {SizeOf(rule.MaximumBytes)}", $"{Capital(ListOf(rule.Kinds))}; at most {SizeOf(rule.MaximumBytes)}");

    public static string SizeOf(long bytes) => bytes >= 1 << 20 ? $"{bytes >> 20} MB" : bytes >= 1 << 10 ? $"{bytes >> 10} kB" : Wording.Say($"{bytes} 字节", $"{bytes} bytes");

    private static string ListOf(IReadOnlyList<FileKind> kinds) => string.Join(Wording.Say("、", ", "), kinds.Select(Of));

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
