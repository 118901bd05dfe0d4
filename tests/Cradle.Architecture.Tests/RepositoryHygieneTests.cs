using System.Text.RegularExpressions;

namespace Cradle.Architecture.Tests;

public partial class RepositoryHygieneTests
{
    private static readonly string[] Places = ["src", "tests", "benchmarks", "docs", "policies", "data"];

    [Fact]
    public void No_registry_is_named_so_that_any_mirror_serves()
    {
        var files = SourceTree.Ours.Files(Places).Concat(RootFiles()).Where(IsText);
        var naming = files.Where(file => Registry().IsMatch(SourceTree.Ours.Read(file)));
        Found.Nothing(naming);
    }

    [Fact]
    public void The_registries_that_are_looked_for_would_be_found()
    {
        Assert.Matches(Registry(), "https://api." + "nuget.org/v3/index.json");
        Assert.Matches(Registry(), "\"resolved\": \"https://registry." + "npmjs.org/htmx\"");
    }

    [Fact]
    public void Every_markdown_link_to_a_file_leads_somewhere()
    {
        var broken =
            from file in SourceTree.Ours.Files(Places, ".md").Concat(RootFiles().Where(f => f.EndsWith(".md", StringComparison.Ordinal)))
            from Match link in RelativeLink().Matches(SourceTree.Ours.Read(file))
            let target = Path.Combine(SourceTree.Ours.Root, Path.GetDirectoryName(file)!, Uri.UnescapeDataString(link.Groups["target"].Value))
            where !Path.Exists(target)
            select $"{file}: {link.Groups["target"].Value}";
        Found.Nothing(broken);
    }

    private static IEnumerable<string> RootFiles() =>
        Directory.EnumerateFiles(SourceTree.Ours.Root).Select(path => Path.GetFileName(path)).Where(name => !name.StartsWith(".git", StringComparison.Ordinal));

    private static bool IsText(string file) =>
        Path.GetExtension(file) is "" or ".cs" or ".md" or ".yaml" or ".yml" or ".json" or ".props" or ".csproj" or ".slnx" or ".js" or ".css" or ".cshtml" or ".csv" or ".txt" or ".sh" or ".npmrc";

    [GeneratedRegex(@"\b(api\.nuget|registry\.(npmjs|yarnpkg|npmmirror))\.(org|com)\b")]
    private static partial Regex Registry();

    [GeneratedRegex(@"\]\((?!https?:|mailto:|#)(?<target>[^)#\s]+)(#[^)]*)?\)")]
    private static partial Regex RelativeLink();
}
