using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cradle.Architecture.Tests;

/// <summary>What a type may not be called, and what a test must be called.</summary>
internal static class Names
{
    // A name with one of these says nothing of what the type is for.
    private static readonly string[] Suffixes = ["Helper", "Helpers", "Manager", "Util", "Utils", "Utility", "Utilities", "Common", "Base", "Impl"];

    // Razor finds tag helpers by this very ending.
    private const string FrameworkSuffix = "TagHelper";

    public static IEnumerable<string> TypeFindings(SourceTree tree) =>
        from file in tree.Files(["src", "tests", "benchmarks"], ".cs")
        from type in tree.Parse(file).DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
        let name = type.Identifier.Text
        where Array.Exists(Suffixes, suffix => name.EndsWith(suffix, StringComparison.Ordinal))
            && !name.EndsWith(FrameworkSuffix, StringComparison.Ordinal)
        select $"{file}: {name}: name it for what it does";

    public static IEnumerable<string> TestFindings(SourceTree tree) =>
        from file in tree.Files(["tests"], ".cs")
        from method in tree.Parse(file).DescendantNodes().OfType<MethodDeclarationSyntax>()
        where method.AttributeLists.SelectMany(list => list.Attributes).Any(a => a.Name.ToString() is "Fact" or "Theory")
        let name = method.Identifier.Text
        where name.Count(c => c == '_') < 2
        select $"{file}: {name}: a test's name says the situation and the outcome";
}
