namespace Cradle.Architecture.Tests;

public class FileSizesTests
{
    [Fact]
    public void No_file_is_larger_than_its_kind_allows_without_a_reason()
    {
        var allowed = Exceptions.Load("large-files.txt");
        Found.Nothing(FileSizes.Findings(SourceTree.Ours, allowed));
        Found.Nothing(allowed.Unused);
    }

    [Theory]
    [InlineData("src/Libraries/Cradle.Rules/A.cs", 701, 700)]
    [InlineData("src/Modules/Cradle.Births/Cases/A.cs", 361, 360)]
    [InlineData("src/Modules/Cradle.Births/Cases/Pages/A.cshtml", 281, 280)]
    [InlineData("policies/22-jilin/leave/a.yaml", 81, 80)]
    [InlineData("policies/22-jilin/leave/a.cases.yaml", 121, 120)]
    public void One_line_too_many_is_found_and_one_less_is_not(string file, int tooMany, int allowed)
    {
        using var folder = new TemporaryTree();
        folder.Write(file, string.Concat(Enumerable.Repeat("x\n", tooMany)));
        Assert.StartsWith(file, Assert.Single(FileSizes.Findings(folder.Tree, Exceptions.Of())), StringComparison.Ordinal);
        Assert.Empty(FileSizes.Findings(folder.Tree, Exceptions.Of($"{file} | one table that reads best whole")));
        folder.Write(file, string.Concat(Enumerable.Repeat("x\n", allowed)));
        Assert.Empty(FileSizes.Findings(folder.Tree, Exceptions.Of()));
    }

    [Fact]
    public void An_exception_without_a_reason_is_refused() =>
        Assert.Throws<InvalidDataException>(() => Exceptions.Of("src/A.cs | big"));
}
