using System.Buffers.Text;
using System.Globalization;
using Cradle.Allocation.Input;

namespace Cradle.Allocation.Siting.OrLibrary;

/// <summary>Reads numbers between white space from a file, however they are broken into lines, and knows the line it stands on.</summary>
internal sealed class NumberScanner(string file, ReadOnlyMemory<byte> text)
{
    private int at;
    private int line = 1;

    public static NumberScanner Open(string file) => new(file, File.ReadAllBytes(file));

    public int Line => line;

    public double Number(string what)
    {
        var token = Token(what);
        // a number may end in its point: "7500."
        var digits = token is [.. var head, (byte)'.'] ? head : token;
        return Utf8Parser.TryParse(digits, out double number, out var used) && used == digits.Length && double.IsFinite(number)
            ? number
            : throw Error($"{what} expected, found '{System.Text.Encoding.UTF8.GetString(token)}'");
    }

    public double NotNegative(string what)
    {
        var number = Number(what);
        return number >= 0 ? number : throw Error(string.Create(CultureInfo.InvariantCulture, $"{what} is {number}; it may not be negative"));
    }

    public int Whole(string what, int least, int most)
    {
        var number = Number(what);
        return number >= least && number <= most && Math.Floor(number) == number
            ? (int)number
            : throw Error(string.Create(CultureInfo.InvariantCulture, $"{what} is {number}; a whole number from {least} to {most} is needed"));
    }

    public void End()
    {
        if (SkipSpace())
            throw Error("more numbers follow than the first line announces; check its counts");
    }

    public InputException Error(string problem) => new(file, line, problem);

    private ReadOnlySpan<byte> Token(string what)
    {
        if (!SkipSpace())
            throw Error($"{what} expected, but the file ends here");
        var start = at;
        var span = text.Span;
        while (at < span.Length && span[at] > (byte)' ')
            at++;
        return span[start..at];
    }

    private bool SkipSpace()
    {
        var span = text.Span;
        while (at < span.Length && span[at] <= (byte)' ')
        {
            if (span[at] == (byte)'\n')
                line++;
            at++;
        }

        return at < span.Length;
    }
}
