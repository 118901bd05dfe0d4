namespace Cradle.Cli.Tests;

public sealed class LinkTests : IDisposable
{
    private static readonly string Registers = Path.Combine("docs", "examples", "registers");

    private readonly string folder = Directory.CreateTempSubdirectory("cradle-link-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Linking_then_adding_then_explaining_works_from_the_example()
    {
        var linked = await Link("--index", "--truth", Register("truth.csv"), "--json");
        Assert.Equal(0, linked.ExitCode);
        Assert.True(linked.Json.GetProperty("quality").GetProperty("f1").GetDouble() >= 0.98, linked.Output);
        Assert.Equal(0, linked.Json.GetProperty("quality").GetProperty("mergedIdentities").GetInt32());

        var added = await CommandLine.Cradle("link", "add", "--to", folder, "--input", Register("arrivals.csv"), "--out", Path.Combine(folder, "added"), "--json");
        Assert.Equal(12, added.Json.GetProperty("records").GetInt32());
        // Ten of the twelve are in the police register already; counted by hand in truth.csv.
        Assert.Equal(10, added.Json.GetProperty("joined").GetInt32());

        var explained = await CommandLine.Cradle("link", "explain", "police:P00000001", "health:H00000002",
            "--model", Path.Combine(folder, "model.yaml"), "--input", Register("police.csv"), "--input", Register("health.csv"));
        Assert.Contains("resident_id: exact", explained.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_register_that_is_missing_is_wrong_usage_and_named()
    {
        var run = await CommandLine.Cradle("link", "--input", "nowhere.csv", "--out", folder);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("nowhere.csv", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_row_is_a_finding_with_file_and_line()
    {
        var text = await File.ReadAllTextAsync(Repository.PathOf(Register("police.csv")), TestContext.Current.CancellationToken);
        var register = Path.Combine(folder, "police.csv");
        await File.WriteAllTextAsync(register, text + "P-bad,short\n", TestContext.Current.CancellationToken);
        var run = await CommandLine.Cradle("link", "--input", register, "--out", folder);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"police.csv({text.Count(c => c == '\n') + 1})", run.Errors, StringComparison.Ordinal);
    }

    private Task<Run> Link(params string[] more) =>
        CommandLine.Cradle(["link", "--input", Register("police.csv"), "--input", Register("health.csv"), "--out", folder, .. more]);

    private static string Register(string name) => Path.Combine(Registers, name);
}
