using System.Globalization;
using System.Text.RegularExpressions;
using Cradle.Tests;

namespace Cradle.Platform.Web.Tests.Styles;

/// <summary>The colours of tokens.css, per theme, and the contrast of two of them after WCAG 2.</summary>
internal static partial class TokenSheet
{
    private static readonly string Text = File.ReadAllText(Repository.PathOf("src", "Platform", "Cradle.Platform.Web", "Styles", "tokens.css"));

    public static IReadOnlyDictionary<string, string> Light { get; } = Read(Text[..Text.IndexOf("@media (prefers-color-scheme: dark)", StringComparison.Ordinal)]);

    public static IReadOnlyDictionary<string, string> Dark { get; } = Read(Text[Text.IndexOf("@media (prefers-color-scheme: dark)", StringComparison.Ordinal)..]);

    public static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static Dictionary<string, string> Read(string css) =>
        Colour().Matches(css).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

    private static double Luminance(string colour)
    {
        double Channel(int at)
        {
            var share = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Channel(1)) + (0.7152 * Channel(3)) + (0.0722 * Channel(5));
    }

    [GeneratedRegex("--([a-z0-9-]+): (#[0-9a-f]{6});")]
    private static partial Regex Colour();
}
