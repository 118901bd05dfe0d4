using System.Buffers.Text;
using System.Text;

namespace Cradle.Linkage.Reporting;

/// <summary>Writes separated values as UTF-8 bytes, without a text for each cell.</summary>
internal sealed class CsvOutput : IDisposable
{
    private const int BufferLength = 1 << 20;
    private const int Reserve = 1 << 12;

    private readonly FileStream file;
    private readonly byte[] buffer = new byte[BufferLength];
    private int used;
    private bool isFirst = true;

    public CsvOutput(string path, params ReadOnlySpan<string> header)
    {
        file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        foreach (var name in header)
        {
            Cell(name);
        }

        EndRow();
    }

    public void Cell(string text) => Cell(Encoding.UTF8.GetBytes(text));

    public void Cell(ReadOnlySpan<byte> text)
    {
        Separate(text.Length * 2 + 2);
        if (text.IndexOfAny(",\"\r\n"u8) < 0)
        {
            text.CopyTo(buffer.AsSpan(used));
            used += text.Length;
            return;
        }

        buffer[used++] = (byte)'"';
        foreach (var b in text)
        {
            if (b == '"')
            {
                buffer[used++] = b;
            }

            buffer[used++] = b;
        }

        buffer[used++] = (byte)'"';
    }

    public void Cell(long number)
    {
        Separate(0);
        Utf8Formatter.TryFormat(number, buffer.AsSpan(used), out var written);
        used += written;
    }

    /// <summary>A number with a fixed count of decimals, by way of whole units of the last one: far quicker than formatting a fraction.</summary>
    public void Cell(double number, int decimals)
    {
        var units = (long)Math.Round(Math.Abs(number) * Math.Pow(10, decimals));
        Separate(0);
        if (number < 0 && units != 0)
        {
            buffer[used++] = (byte)'-';
        }

        Utf8Formatter.TryFormat(units / (long)Math.Pow(10, decimals), buffer.AsSpan(used), out var written);
        used += written;
        buffer[used++] = (byte)'.';
        var rest = units % (long)Math.Pow(10, decimals);
        Utf8Formatter.TryFormat(rest, buffer.AsSpan(used), out written, new System.Buffers.StandardFormat('D', (byte)decimals));
        used += written;
    }

    public void EndRow()
    {
        buffer[used++] = (byte)'\n';
        isFirst = true;
    }

    public void Dispose()
    {
        file.Write(buffer, 0, used);
        file.Dispose();
    }

    private void Separate(int length)
    {
        if (used + length + Reserve > buffer.Length)
        {
            file.Write(buffer, 0, used);
            used = 0;
        }

        if (!isFirst)
        {
            buffer[used++] = (byte)',';
        }

        isFirst = false;
    }
}
