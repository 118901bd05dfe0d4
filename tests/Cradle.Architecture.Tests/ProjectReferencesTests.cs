namespace Cradle.Architecture.Tests;

public class ProjectReferencesTests
{
    [Fact]
    public void Every_project_stands_in_its_place_and_references_what_it_may() =>
        Found.Nothing(ProjectReferences.Findings(SourceTree.Ours));

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = SourceTree.Ours.Read("Cradle.slnx");
        var projects = SourceTree.Ours.Files(["src", "tests", "benchmarks"], ".csproj");
        Found.Nothing(projects.Where(file => !solution.Contains($"\"{file}\"", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("src/Elsewhere/Cradle.Elsewhere/Cradle.Elsewhere.csproj", "", "no kind of project is foreseen")]
    [InlineData("src/Libraries/Cradle.Toolbox/Cradle.Toolbox.csproj", "", "no kind of project is foreseen")]
    [InlineData("src/Libraries/Cradle.Rules/Cradle.Other.csproj", "", "no kind of project is foreseen")]
    [InlineData("src/Libraries/Cradle.Rules/Cradle.Rules.csproj", "<ProjectReference Include=\"../../Platform/Cradle.Platform/Cradle.Platform.csproj\" />", "may not reference Cradle.Platform")]
    [InlineData("src/Modules/Cradle.Births/Cradle.Births.csproj", "<ProjectReference Include=\"..\\Cradle.Fees\\Cradle.Fees.csproj\" />", "may not reference Cradle.Fees")]
    [InlineData("src/Platform/Cradle.Platform.Web/Cradle.Platform.Web.csproj", "<ProjectReference Include=\"../../Modules/Cradle.Fees/Cradle.Fees.csproj\" />", "may not reference Cradle.Fees")]
    [InlineData("src/Libraries/Cradle.Linkage/Cradle.Linkage.csproj", "<ProjectReference Include=\"../Cradle.Missing/Cradle.Missing.csproj\" />", "not a project of this repository")]
    [InlineData("src/Libraries/Cradle.Linkage/Cradle.Linkage.csproj", "<PackageReference Include=\"Microsoft.EntityFrameworkCore\" />", "no web and no database")]
    [InlineData("src/Libraries/Cradle.Linkage/Cradle.Linkage.csproj", "<FrameworkReference Include=\"Microsoft.AspNetCore.App\" />", "no framework reference")]
    [InlineData("src/Libraries/Cradle.Primitives/Cradle.Primitives.csproj", "<PackageReference Include=\"YamlDotNet\" />", "depends on nothing")]
    [InlineData("src/Modules/Cradle.Births/Cradle.Births.csproj", "<PackageReference Include=\"YamlDotNet\" Version=\"1.0.0\" />", "names a version")]
    public void A_project_out_of_place_is_found(string file, string item, string finding)
    {
        using var folder = new TemporaryTree();
        folder.Write("src/Platform/Cradle.Platform/Cradle.Platform.csproj", "<Project />");
        folder.Write("src/Modules/Cradle.Fees/Cradle.Fees.csproj", "<Project />");
        folder.Write(file, $"<Project><ItemGroup>{item}</ItemGroup></Project>");
        Assert.Contains(finding, Assert.Single(ProjectReferences.Findings(folder.Tree)), StringComparison.Ordinal);
    }

    [Fact]
    public void No_project_switches_the_ban_on_symbols_off()
    {
        Assert.Contains("Microsoft.CodeAnalysis.BannedApiAnalyzers", SourceTree.Ours.Read("Directory.Packages.props"), StringComparison.Ordinal);
        Assert.Contains("P:System.DateTime.Now;", SourceTree.Ours.Read("BannedSymbols.txt"), StringComparison.Ordinal);
        var sources = SourceTree.Ours.Files(["src", "tests", "benchmarks"], ".cs", ".csproj", ".props", ".editorconfig")
            .Where(file => !file.StartsWith("tests/Cradle.Architecture.Tests/", StringComparison.Ordinal));
        Assert.All(sources, file => Assert.DoesNotContain("RS0030", SourceTree.Ours.Read(file), StringComparison.Ordinal));
    }
}
