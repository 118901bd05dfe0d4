using System.Globalization;

namespace Cradle.Architecture.Tests;

/// <summary>A file beyond twice the size of nine in ten of its kind wants a split, or a reason in large-files.txt.</summary>
internal static class FileSizes
{
    // The longest file of each kind, in lines: twice the 90th percentile of the codebases that the house style follows.
    private static readonly (string Folder, string Ending, int Cap)[] Caps =
    [
        ("src/Libraries", ".cs", 700),
        ("src/Platform", ".cs", 360),
        ("src/Modules", ".cs", 360),
        ("src/Apps", ".cs", 360),
        ("src", ".cshtml", 280),
        ("src", ".css", 400),
        ("src", ".js", 400),
        ("tests", ".cs", 700),
        ("policies", ".cases.yaml", 120),
        ("policies", ".yaml", 80),
    ];

    public static IEnumerable<string> Findings(SourceTree tree, Exceptions allowed)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (folder, ending, cap) in Caps)
        {
            foreach (var file in tree.Files([folder], ending).Where(file => IsWrittenByHand(file) && seen.Add(file)))
            {
                var lines = tree.LinesOf(file);
                if (lines > cap && !allowed.Allows(file))
                {
                    yield return string.Create(CultureInfo.InvariantCulture, $"{file}: {lines} lines, more than {cap}: split it, or give a reason in large-files.txt");
                }
            }
        }
    }

    // Migrations come from a tool; the documents, the vocabulary and the coverage are lists, as long as what they list.
    private static bool IsWrittenByHand(string file) =>
        !file.Contains("/Migrations/", StringComparison.Ordinal)
        && !file.StartsWith("policies/documents/", StringComparison.Ordinal)
        && file is not ("policies/vocabulary.yaml" or "policies/coverage.yaml");
}
