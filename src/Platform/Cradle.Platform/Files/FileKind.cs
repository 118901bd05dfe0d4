using System.Collections.Frozen;

namespace Cradle.Platform.Files;

/// <summary>What a file is, told by its content.</summary>
public enum FileKind
{
    Pdf,
    Jpeg,
    Png,

    /// <summary>An Excel workbook without macros.</summary>
    Xlsx,

    /// <summary>A Word document without macros.</summary>
    Docx,

    /// <summary>Text in UTF-8 or GBK, as a CSV is.</summary>
    Csv,
}

/// <summary>Names and media types of the kinds.</summary>
public static class FileKinds
{
    private static readonly FrozenDictionary<string, FileKind> ByEnding = new Dictionary<string, FileKind>(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = FileKind.Pdf, [".jpg"] = FileKind.Jpeg, [".jpeg"] = FileKind.Jpeg, [".png"] = FileKind.Png,
        [".xlsx"] = FileKind.Xlsx, [".docx"] = FileKind.Docx, [".csv"] = FileKind.Csv, [".txt"] = FileKind.Csv,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>What a name says by its ending; null where it says nothing known.</summary>
    public static FileKind? OfName(string name) => ByEnding.TryGetValue(Path.GetExtension(name), out var kind) ? kind : null;

    /// <summary>The endings of a kind, the usual one first.</summary>
    public static IEnumerable<string> Endings(this FileKind kind) => ByEnding.Where(pair => pair.Value == kind).Select(pair => pair.Key).Order(StringComparer.Ordinal);

    public static string MediaType(this FileKind kind) => kind switch
    {
        FileKind.Pdf => "application/pdf",
        FileKind.Jpeg => "image/jpeg",
        FileKind.Png => "image/png",
        FileKind.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        FileKind.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _ => "text/csv",
    };
}
