using System.Globalization;
using Cradle.Primitives;

namespace Cradle.Cli.Drills;

/// <summary>Mothers of drills and benchmarks: one sequence number after the other, each with the check digit of GB 11643.</summary>
internal static class InventedMother
{
    /// <summary>How many there are.</summary>
    public const int Most = ADay * Days;

    private const int FirstYear = 1976;
    private const int ADay = 499;
    private const int Days = 28 * 12 * 25;

    /// <summary>The identity number of one of them.</summary>
    public static string NumberOf(int index)
    {
        var day = index / ADay;
        var body = string.Create(CultureInfo.InvariantCulture, $"220104{FirstYear + day / (28 * 12)}{day / 28 % 12 + 1:D2}{day % 28 + 1:D2}{index % ADay * 2:D3}");
        return body + ResidentId.CheckDigitOf(body);
    }
}
