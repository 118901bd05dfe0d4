using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Cradle.Linkage.Reading;

/// <summary>Finds out how a register is encoded: by its byte order mark, else UTF-8 where its beginning is valid UTF-8, else GB 18030 (which holds GBK and GB 2312).</summary>
public static class RegisterEncoding
{
    private const int SampleLength = 1 << 20;
    private const int LongestCharacter = 4;
    private const double MostControls = 1.0 / 32;

    private static readonly SearchValues<byte> Controls =
        SearchValues.Create([.. Enumerable.Range(0, ' ').Select(code => (byte)code).Except("\t\n\v\f\r"u8.ToArray())]);

    /// <summary>The encoding of a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="RegisterException">It is no text.</exception>
    public static Encoding Of(string path)
    {
        using var file = File.OpenRead(path);
        var sample = new byte[(int)Math.Min(SampleLength, file.Length)];
        file.ReadExactly(sample);
        var encoding = Of(sample, file.Length > sample.Length);
        return encoding is UnicodeEncoding || CountControls(sample) <= sample.Length * MostControls ? encoding
            : throw new RegisterException($"{path}: this is no text in UTF-8 or GB 18030 (GBK); export the register as CSV in one of them (a spreadsheet or database file is not CSV).");
    }

    /// <summary>The encoding of the beginning of a file.</summary>
    /// <param name="sample">Its first bytes.</param>
    /// <param name="isCut">Whether the file goes on behind them, so that the last character may be cut.</param>
    public static Encoding Of(ReadOnlySpan<byte> sample, bool isCut)
    {
        if (sample.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
        {
            return Encoding.UTF8;
        }

        if (sample.StartsWith<byte>([0xFF, 0xFE]))
        {
            return Encoding.Unicode;
        }

        if (sample.StartsWith<byte>([0xFE, 0xFF]))
        {
            return Encoding.BigEndianUnicode;
        }

        for (var cut = 0; cut < (isCut ? LongestCharacter : 1) && cut <= sample.Length; cut++)
        {
            if (Utf8.IsValid(sample[..^cut]))
            {
                return Encoding.UTF8;
            }
        }

        return Chinese;
    }

    // in both encodings a control character is a byte of its own, and text has next to none
    private static int CountControls(ReadOnlySpan<byte> sample)
    {
        var count = 0;
        for (int at; (at = sample.IndexOfAny(Controls)) >= 0; sample = sample[(at + 1)..])
        {
            count++;
        }

        return count;
    }

    private static Encoding Chinese
    {
        get
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            return Encoding.GetEncoding("GB18030");
        }
    }
}
