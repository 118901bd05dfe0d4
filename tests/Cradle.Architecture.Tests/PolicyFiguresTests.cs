namespace Cradle.Architecture.Tests;

public class PolicyFiguresTests
{
    [Fact]
    public void No_figure_of_a_policy_pack_stands_in_code_or_pages()
    {
        var allowed = Exceptions.Load("policy-figures.txt");
        Found.Nothing(PolicyFigures.Findings(SourceTree.Ours, allowed));
        Found.Nothing(allowed.Unused);
    }

    [Fact]
    public void The_packs_state_the_figures_everybody_knows()
    {
        // Maternity leave: 98 days of the nation, 180 of Jilin. Were they not read, the test above could not fail.
        var figures = PolicyFigures.StatedIn(SourceTree.Ours);
        Assert.Contains(98m, figures);
        Assert.Contains(180m, figures);
    }

    [Fact]
    public void A_figure_of_a_pack_is_found_in_every_way_of_writing_it()
    {
        using var folder = new TemporaryTree();
        folder.Write("policies/22-jilin/leave/a.yaml", "rules:\n  - id: x\n    value: 180 days\n  - {when: \"a = b\", value: 3600 yuan/year}\n  - id: y\n    value: \"14.5%\"\n    note: 777 days\n");
        folder.Write("policies/22-jilin/leave/a.cases.yaml", "  value: 555 days\n");
        folder.Write("src/A.cs", "class A { int a = 180; long b = 3_600L; double c = 14.5; decimal d = 14.50m; int e = 777 + 555 + 1800; string s = \"180\"; /* 180 */ }");
        folder.Write("src/B.cshtml", "<p>180 天</p>\n<p>3,600 元</p>\n<p>第 180 号 1180天</p>");
        Assert.Equal(
            ["src/A.cs(1): 180", "src/A.cs(1): 3600", "src/A.cs(1): 14.5", "src/A.cs(1): 14.5", "src/B.cshtml(1): 180", "src/B.cshtml(2): 3600"],
            PolicyFigures.Findings(folder.Tree, Exceptions.Of()).Select(f => f[..f.IndexOf(" is", StringComparison.Ordinal)].Replace("14.50", "14.5", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_exception_holds_for_its_file_only_and_one_that_nothing_needs_is_reported()
    {
        using var folder = new TemporaryTree();
        folder.Write("policies/a.yaml", "value: 180 days\n");
        folder.Write("src/A.cs", "class A { int a = 180; }");
        folder.Write("src/B.cs", "class B { int a = 180; }");
        folder.Write("src/Drawings/Pie.cs", "class Pie { int a = 180; }");
        var allowed = Exceptions.Of("src/A.cs 180 | half a circle in degrees", "src/Drawings/ * | coordinates of drawings", "src/C.cs 98 | no longer there at all");
        Assert.StartsWith("src/B.cs", Assert.Single(PolicyFigures.Findings(folder.Tree, allowed)), StringComparison.Ordinal);
        Assert.Equal(["src/C.cs 98"], allowed.Unused);
    }
}
