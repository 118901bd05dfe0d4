using System.Text;
using System.Text.Unicode;

namespace Cradle.Linkage.Reading;

/// <summary>Finds out how a register is encoded: by its byte order mark, else UTF-8 where its beginning is valid UTF-8, else GB 18030 (which holds GBK and GB 2312).</summary>
public static class RegisterEncoding
{
    private const int SampleLength = 1 << 20;
    private const int LongestCharacter = 4;

    /// <summary>The encoding of a file.</summary>
    /// <param name="path">The file.</param>
    public static Encoding Of(string path)
    {
        using var file = File.OpenRead(path);
        var sample = new byte[(int)Math.Min(SampleLength, file.Length)];
        file.ReadExactly(sample);
        return Of(sample, file.Length > sample.Length);
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

    private static Encoding Chinese
    {
        get
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            return Encoding.GetEncoding("GB18030");
        }
    }
}
