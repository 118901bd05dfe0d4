using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Cradle.Architecture.Tests;

/// <summary>The files of a working copy as the checks see them: no build output, no packages, paths with forward slashes.</summary>
internal sealed class SourceTree(string root)
{
    private static readonly string[] NotSource = ["artifacts", "bin", "obj", "node_modules", "TestResults", "state", ".git"];

    public static SourceTree Ours { get; } = new(Repository.Root);

    public string Root => root;

    /// <summary>Files below one of the folders, relative to the root, whose name ends in one of the given ways.</summary>
    public IEnumerable<string> Files(IEnumerable<string> folders, params string[] endings) =>
        folders
            .Select(folder => Path.Combine(root, folder))
            .Where(Directory.Exists)
            .SelectMany(Walk)
            .Where(path => endings.Length == 0 || Array.Exists(endings, e => path.EndsWith(e, StringComparison.Ordinal)))
            .Select(Relative)
            .Order(StringComparer.Ordinal);

    public string Read(string file) => File.ReadAllText(Path.Combine(root, file));

    public int LinesOf(string file) => File.ReadLines(Path.Combine(root, file)).Count();

    public SyntaxNode Parse(string file) =>
        CSharpSyntaxTree.ParseText(Read(file), new CSharpParseOptions(LanguageVersion.Preview), file, cancellationToken: TestContext.Current.CancellationToken)
            .GetRoot(TestContext.Current.CancellationToken);

    private static IEnumerable<string> Walk(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            yield return file;
        }

        foreach (var sub in Directory.EnumerateDirectories(folder))
        {
            // Front-end packages are copied into wwwroot/lib at build time.
            var isCopied = sub.EndsWith(Path.Combine("wwwroot", "lib"), StringComparison.Ordinal);
            if (!isCopied && !NotSource.Contains(Path.GetFileName(sub)))
            {
                foreach (var file in Walk(sub))
                {
                    yield return file;
                }
            }
        }
    }

    private string Relative(string path) => Path.GetRelativePath(root, path).Replace('\\', '/');
}
