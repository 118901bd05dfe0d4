using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Cradle.Rules.Facts;

/// <summary>
/// Appends pieces of JSON that are already escaped to a buffer. An answer has some five thousand small pieces;
/// asking the buffer for room once for many of them, and checking none of them again, is most of its speed.
/// </summary>
internal ref struct Utf8Output(IBufferWriter<byte> output)
{
    private const int Room = 16 * 1024;
    private const int LongestNumber = 20;
    private const int ShortText = 128;

    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-[]");

    private Span<byte> _free = [];
    private int _written;

    /// <summary>A piece as it is.</summary>
    public void Add(scoped ReadOnlySpan<byte> piece)
    {
        if (piece.Length > _free.Length - _written)
            MakeRoom(piece.Length);
        piece.CopyTo(_free[_written..]);
        _written += piece.Length;
    }

    /// <summary>A text that is not escaped yet, with its quotes.</summary>
    public void AddText(string text)
    {
        if (text.Length <= ShortText && !text.AsSpan().ContainsAnyExcept(Plain))
        {
            Span<byte> plain = stackalloc byte[ShortText + 2];   // figures and paths, which need no escape
            plain[0] = plain[text.Length + 1] = (byte)'"';
            Ascii.FromUtf16(text, plain[1..], out _);
            Add(plain[..(text.Length + 2)]);
            return;
        }

        Add("\""u8);
        Add(JsonEncodedText.Encode(text, AnswerTexts.Encoder).EncodedUtf8Bytes);
        Add("\""u8);
    }

    /// <summary>A whole number.</summary>
    public void AddNumber(long number)
    {
        Span<byte> digits = stackalloc byte[LongestNumber];
        Utf8Formatter.TryFormat(number, digits, out var length);
        Add(digits[..length]);
    }

    /// <summary>A day in its quotes, or null.</summary>
    public void AddDay(DateOnly? day)
    {
        Span<byte> text = stackalloc byte[12];
        if (day is not { } date)
        {
            Add("null"u8);
            return;
        }

        text[0] = text[11] = (byte)'"';
        date.TryFormat(text[1..11], out _, "O", CultureInfo.InvariantCulture);
        Add(text);
    }

    /// <summary>Hands everything to the buffer.</summary>
    public void Flush()
    {
        output.Advance(_written);
        _free = [];
        _written = 0;
    }

    private void MakeRoom(int length)
    {
        Flush();
        _free = output.GetSpan(Math.Max(length, Room));
    }
}
