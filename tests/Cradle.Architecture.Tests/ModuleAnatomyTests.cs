namespace Cradle.Architecture.Tests;

public class ModuleAnatomyTests
{
    [Fact]
    public void Every_module_has_the_anatomy_of_all() => Found.Nothing(ModuleAnatomy.Findings(SourceTree.Ours));

    [Theory]
    [InlineData("README.md", "", "has no BirthsModule.cs")]
    [InlineData("BirthsModule.cs", "", "has no README.md")]
    [InlineData("BirthsModule.cs README.md Stray.cs", "Stray.cs", "stands beside the module's entry")]
    [InlineData("BirthsModule.cs README.md Cases/CaseLifecycle.cs", "Cases/CaseLifecycle.cs", "without the entity")]
    [InlineData("BirthsModule.cs README.md Cases/Apply.cshtml", "Cases/Apply.cshtml", "outside a Pages folder")]
    [InlineData("BirthsModule.cs README.md Cases/Pages/CaseMapping.cs", "Cases/Pages/CaseMapping.cs", "among the pages")]
    public void A_module_of_another_shape_is_found(string files, string where, string finding)
    {
        using var folder = new TemporaryTree();
        folder.Write("src/Modules/Cradle.Births/Cradle.Births.csproj", "<Project />");
        foreach (var file in files.Split(' '))
        {
            folder.Write($"src/Modules/Cradle.Births/{file}", "");
        }

        var found = Assert.Single(ModuleAnatomy.Findings(folder.Tree));
        Assert.Contains(where, found, StringComparison.Ordinal);
        Assert.Contains(finding, found, StringComparison.Ordinal);
    }
}
