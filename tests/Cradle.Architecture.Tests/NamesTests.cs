namespace Cradle.Architecture.Tests;

public class NamesTests
{
    [Fact]
    public void No_type_has_a_name_that_says_nothing() => Found.Nothing(Names.TypeFindings(SourceTree.Ours));

    [Fact]
    public void Every_test_name_says_situation_and_outcome() => Found.Nothing(Names.TestFindings(SourceTree.Ours));

    [Fact]
    public void An_empty_name_is_found_whatever_kind_of_type_bears_it()
    {
        using var folder = new TemporaryTree();
        folder.Write("src/A.cs", "class DateHelper; interface ICaseManager {} record struct MoneyUtil; enum Common {} class Outer { class EntityBase; }");
        folder.Write("src/B.cs", "class Basement; class NoteTagHelper; class ManagerOfCases; // DateHelper\nclass UsesIt { UserManager users; }");
        Assert.Equal(5, Names.TypeFindings(folder.Tree).Count());
        Assert.All(Names.TypeFindings(folder.Tree), finding => Assert.StartsWith("src/A.cs", finding, StringComparison.Ordinal));
    }

    [Fact]
    public void A_test_named_by_its_method_alone_is_found()
    {
        using var folder = new TemporaryTree();
        folder.Write("tests/T.cs", "class T { [Fact] public void Parse_works() {} [Theory, X] public void A_text_is_read() {} void TestIt() {} }");
        Assert.Contains("Parse_works", Assert.Single(Names.TestFindings(folder.Tree)), StringComparison.Ordinal);
    }
}
