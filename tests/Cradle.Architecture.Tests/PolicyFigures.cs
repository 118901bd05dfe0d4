using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Cradle.Architecture.Tests;

/// <summary>
/// Looks in C# and pages for the figures that the policy packs state. A figure of law in code would be changed in one place
/// and forgotten in the other, and would have no clause behind it.
/// </summary>
internal static partial class PolicyFigures
{
    // Below this a figure is too ordinary to tell whether it is the law's: 3 may be three years or three retries.
    private const int SmallestTold = 40;

    /// <summary>The figures with a unit in the values of the packs, in the unit they are written in.</summary>
    public static HashSet<decimal> StatedIn(SourceTree tree)
    {
        var figures = new HashSet<decimal>();
        foreach (var file in tree.Files(["policies"], ".yaml").Where(f => !f.EndsWith(".cases.yaml", StringComparison.Ordinal)))
        {
            foreach (var line in tree.Read(file).Split('\n').Where(line => ValueOrRow().IsMatch(line)))
            {
                foreach (Match match in Figure().Matches(line))
                {
                    var figure = decimal.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
                    if (figure >= SmallestTold || decimal.Truncate(figure) != figure)
                    {
                        figures.Add(figure);
                    }
                }
            }
        }

        return figures;
    }

    public static IEnumerable<string> Findings(SourceTree tree, Exceptions allowed)
    {
        var figures = StatedIn(tree);
        foreach (var file in tree.Files(["src"], ".cs").Where(f => !f.Contains("/Migrations/", StringComparison.Ordinal)))
        {
            foreach (var token in tree.Parse(file).DescendantTokens().Where(t => t.IsKind(SyntaxKind.NumericLiteralToken)))
            {
                if (ValueOf(token) is { } value && figures.Contains(value) && !IsAllowed(allowed, file, value))
                {
                    yield return Finding(file, token.GetLocation().GetLineSpan().StartLinePosition.Line + 1, value);
                }
            }
        }

        foreach (var file in tree.Files(["src"], ".cshtml"))
        {
            foreach (Match match in FigureInText().Matches(tree.Read(file)))
            {
                var value = decimal.Parse(match.Groups["number"].Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
                if (figures.Contains(value) && !IsAllowed(allowed, file, value))
                {
                    yield return Finding(file, tree.Read(file)[..match.Index].Count(c => c == '\n') + 1, value);
                }
            }
        }
    }

    private static bool IsAllowed(Exceptions allowed, string file, decimal value)
    {
        var figure = value.ToString(CultureInfo.InvariantCulture);
        return allowed.Allows($"{file} {figure}") || allowed.Allows($"* {figure}") || FoldersOf(file).Any(folder => allowed.Allows($"{folder}/ *"));
    }

    private static IEnumerable<string> FoldersOf(string file)
    {
        for (var folder = Path.GetDirectoryName(file); !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
        {
            yield return folder.Replace('\\', '/');
        }
    }

    private static string Finding(string file, int line, decimal value) =>
        string.Create(CultureInfo.InvariantCulture, $"{file}({line}): {value} is a figure that a policy pack states; take it from the pack");

    private static decimal? ValueOf(SyntaxToken token) => token.Value switch
    {
        int or long or uint or ulong or decimal => Convert.ToDecimal(token.Value, CultureInfo.InvariantCulture),
        double or float => (decimal)Convert.ToDouble(token.Value, CultureInfo.InvariantCulture),
        _ => null,
    };

    [GeneratedRegex(@"^\s*(-\s*)?(\{.*\b)?(value|when|let|parameter)\b")]
    private static partial Regex ValueOrRow();

    [GeneratedRegex(@"(?<![\w.@/-])(?<number>\d+(\.\d+)?)\s*(%|(days?|weeks?|months?|years?|yuan|hours?)\b)")]
    private static partial Regex Figure();

    [GeneratedRegex(@"(?<![\w.,])(?<number>\d{1,3}(,\d{3})+|\d+(\.\d+)?)\s*(天|日|元|个月|周岁|days?\b|yuan\b|%)")]
    private static partial Regex FigureInText();
}
