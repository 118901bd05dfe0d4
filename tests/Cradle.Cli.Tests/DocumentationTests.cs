namespace Cradle.Cli.Tests;

public class DocumentationTests
{
    private const string Indent = "    ";
    private const string Prompt = Indent + "$ cradle ";
    private const string LeftOut = "…";

    private static readonly string[] Page = File.ReadAllLines(Repository.PathOf("docs", "cli.md"));

    // a year of work is played once, in DrillTests, with all that its page shows
    private const string Elsewhere = "drill governance";

    public static TheoryData<string> Examples => [.. Page.Where(line => line.StartsWith(Prompt, StringComparison.Ordinal)).Select(line => line[Prompt.Length..]).Where(example => example != Elsewhere)];

    // the first example of every command, and every benchmark, is a process of its own, as the page says
    private static readonly HashSet<string> Started =
        [.. Examples.Select(row => row.Data).GroupBy(example => example.Split(' ')[0]).SelectMany(examples => examples.Key == "bench" ? examples : examples.Take(1))];

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_example_of_the_documentation_runs_and_answers_what_is_shown(string example)
    {
        var words = example.Split(' ');
        var run = await (Started.Contains(example) ? CommandLine.AsProcess(words) : CommandLine.Cradle(words));

        Assert.Equal(0, run.ExitCode);
        Assert.NotEmpty(run.Output);
        var lines = run.Output.Split('\n').Select(line => line.TrimEnd()).ToList();
        foreach (var shown in ShownUnder(example))
        {
            var at = lines.FindIndex(line => shown.EndsWith(LeftOut, StringComparison.Ordinal) ? line.StartsWith(shown[..^LeftOut.Length], StringComparison.Ordinal) : line == shown);
            Assert.True(at >= 0, $"docs/cli.md shows “{shown}” under “{example}”; left of the output:\n{string.Join('\n', lines)}");
            lines.RemoveRange(0, at + 1);
        }
    }

    [Fact]
    public void The_lines_shown_under_an_example_are_read() =>
        Assert.True(Examples.Count(row => ShownUnder(row.Data).Any()) >= 8);

    /// <summary>The lines of output that stand under an example, without those left out.</summary>
    private static IEnumerable<string> ShownUnder(string example) =>
        Page.SkipWhile(line => line != Prompt + example).Skip(1)
            .TakeWhile(line => line.StartsWith(Indent, StringComparison.Ordinal) && !line.StartsWith(Prompt, StringComparison.Ordinal))
            .Select(line => line[Indent.Length..].TrimEnd()).Where(line => line != LeftOut);

    [Fact]
    public async Task Every_policy_command_has_an_example_in_the_documentation()
    {
        var policy = await CommandLine.Cradle("policy", "--help");
        var examples = Examples.Select(row => row.Data).ToList();

        var commands = policy.Output[policy.Output.IndexOf("Commands:", StringComparison.Ordinal)..].Split('\n').Skip(1)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault()).OfType<string>()
            .Select(command => $"policy {command} ").ToList();
        Assert.Contains("policy check ", commands);
        Assert.All([.. commands, "entitlements ", "project "], command =>
            Assert.Contains(examples, example => (example + " ").StartsWith(command, StringComparison.Ordinal)));
    }
}
