using Shouldly;

namespace Cradle.Linkage.Tests.Runs;

public class FebrlTests
{
    // rec-223-org and rec-223-dup-0 are one person; the linkage itself never looks at rec_id.
    [Theory]
    [InlineData("dataset1.csv")]
    [InlineData("dataset2.csv")]
    [InlineData("dataset3.csv")]
    public async Task A_febrl_set_is_linked_without_the_truth_at_F1_of_99_per_cent(string name)
    {
        var file = Repository.PathOf("..", "shared", "data", "linkage", name);
        if (!File.Exists(file))
        {
            Assert.Skip($"{file} is not here.");
        }

        using var run = new TemporaryRun();
        File.Copy(file, run[name]);
        var result = await run.Link("out", null, name);

        result.Model.IdColumns.ShouldBe(["rec_id"]);
        result.Model.Fields.SelectMany(field => field.Columns).ShouldNotContain("rec_id");
        F1(run.Rows("out", "clusters.csv")).ShouldBeGreaterThanOrEqualTo(0.99);
    }

    private static double F1(List<string[]> clusters)
    {
        var truth = Pairs(clusters.Select(row => row[1].Split('-')[1]));
        var linked = Pairs(clusters.Select(row => row[2]));
        var right = Pairs(clusters.Select(row => $"{row[2]} {row[1].Split('-')[1]}"));
        return 2.0 * right / (truth + linked);
    }

    private static long Pairs(IEnumerable<string> groups) => groups.CountBy(group => group).Sum(group => (long)group.Value * (group.Value - 1) / 2);
}
