using System.Text;

namespace Cradle.Rules.Populations.Files;

/// <summary>
/// Opens a text in the encoding it is in: by its byte order mark, else UTF-8 where its beginning is valid UTF-8, else GB18030, of which GBK and GB 2312
/// are parts. A byte that fits neither becomes the replacement character, which no cell accepts.
/// </summary>
internal static class TextFile
{
    public const char Replacement = '\uFFFD';
    private const int Looked = 1 << 18;

    static TextFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static StreamReader Open(string path)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        var start = new byte[Looked];
        var length = stream.ReadAtLeast(start, Looked, throwOnEndOfStream: false);
        stream.Position = 0;
        return new StreamReader(stream, Of(start.AsSpan(0, length), length == Looked), detectEncodingFromByteOrderMarks: true, 1 << 16);
    }

    /// <summary>Whether the last line is ended, in any of the encodings.</summary>
    internal static bool EndsWithLine(Stream stream)
    {
        var end = new byte[2];
        stream.Position = Math.Max(0, stream.Length - end.Length);
        var last = end.AsSpan(0, stream.ReadAtLeast(end, end.Length, throwOnEndOfStream: false));
        return last.ContainsAny((byte)'\n', (byte)'\r') && (last[^1] is (byte)'\n' or (byte)'\r' or 0);
    }

    /// <summary>The encoding of a text by how it begins.</summary>
    internal static Encoding Of(ReadOnlySpan<byte> start, bool isCut)
    {
        if (isCut)   // the last character may be cut in two
            start = start[..(start.LastIndexOf((byte)'\n') is > 0 and var end ? end : start.Length)];
        return System.Text.Unicode.Utf8.IsValid(start) ? new UTF8Encoding(false) : Encoding.GetEncoding("GB18030");
    }
}
