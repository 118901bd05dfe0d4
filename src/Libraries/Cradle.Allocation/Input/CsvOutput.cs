using System.Buffers;
using System.Globalization;
using System.Text;

namespace Cradle.Allocation.Input;

/// <summary>Writes a CSV file (RFC 4180, UTF-8, lines ended by a line feed) field by field through one pooled buffer.</summary>
public sealed class CsvOutput : IDisposable
{
    private const int Size = 1 << 16, NumberLength = 11, BytesPerChar = 3;
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    private readonly Stream stream;
    private readonly byte[] buffer = ArrayPool<byte>.Shared.Rent(Size);
    private int length;
    private bool isFirst = true;

    /// <summary>Opens a file, written anew.</summary>
    /// <param name="file">Its path.</param>
    public CsvOutput(string file)
        : this(new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0))
    {
    }

    /// <summary>Writes to a stream, which is closed with this.</summary>
    /// <param name="stream">The stream.</param>
    public CsvOutput(Stream stream) => this.stream = stream;

    /// <summary>Writes a field, in quotes where it needs them.</summary>
    /// <param name="text">The text.</param>
    public CsvOutput Field(ReadOnlySpan<char> text)
    {
        Separate();
        if (text.ContainsAny(Special))
            Append("\"" + text.ToString().Replace("\"", "\"\"", StringComparison.Ordinal) + "\"");
        else
            Append(text);
        return this;
    }

    /// <summary>Writes a whole number.</summary>
    /// <param name="number">The number.</param>
    public CsvOutput Field(int number)
    {
        Separate();
        Reserve(NumberLength);
        number.TryFormat(buffer.AsSpan(length), out var written, provider: CultureInfo.InvariantCulture);
        length += written;
        return this;
    }

    /// <summary>Ends the line.</summary>
    public void EndLine()
    {
        Reserve(1);
        buffer[length++] = (byte)'\n';
        isFirst = true;
    }

    /// <summary>Writes what is left and closes the file.</summary>
    public void Dispose()
    {
        stream.Write(buffer, 0, length);
        stream.Dispose();
        ArrayPool<byte>.Shared.Return(buffer);
    }

    private void Separate()
    {
        if (!isFirst)
        {
            Reserve(1);
            buffer[length++] = (byte)',';
        }

        isFirst = false;
    }

    private void Append(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var part = text[..Math.Min(text.Length, Size / BytesPerChar)];
            // a pair of surrogates stays together
            if (part.Length < text.Length && char.IsHighSurrogate(part[^1]))
                part = part[..^1];
            Reserve(part.Length * BytesPerChar);
            length += Encoding.UTF8.GetBytes(part, buffer.AsSpan(length));
            text = text[part.Length..];
        }
    }

    private void Reserve(int bytes)
    {
        if (length + bytes <= buffer.Length)
            return;
        stream.Write(buffer, 0, length);
        length = 0;
    }
}
