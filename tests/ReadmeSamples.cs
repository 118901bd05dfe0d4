using System.Text.RegularExpressions;

namespace Cradle.Tests;

/// <summary>The samples of a library's README: each has to stand, word for word, in the tests that run it.</summary>
internal static partial class ReadmeSamples
{
    /// <summary>The samples that the tests do not hold.</summary>
    public static IReadOnlyList<string> NotIn(string tests, params ReadOnlySpan<string> readme)
    {
        var held = Flat(File.ReadAllText(tests));
        var samples = Sample().Matches(File.ReadAllText(Repository.PathOf(readme))).Select(match => Flat(match.Groups["code"].Value)).ToList();
        return samples.Count > 0 ? [.. samples.Where(sample => !held.Contains(sample, StringComparison.Ordinal))] : ["there is no sample"];
    }

    private static string Flat(string text) => string.Join('\n', text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Sample();
}
