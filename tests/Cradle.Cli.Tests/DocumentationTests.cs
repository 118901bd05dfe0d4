namespace Cradle.Cli.Tests;

public class DocumentationTests
{
    private const string Prompt = "    $ cradle ";

    public static TheoryData<string> Examples =>
        [.. File.ReadLines(Repository.PathOf("docs", "cli.md")).Where(line => line.StartsWith(Prompt, StringComparison.Ordinal)).Select(line => line[Prompt.Length..])];

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_example_of_the_documentation_runs_and_answers(string example)
    {
        var run = await CommandLine.Cradle(example.Split(' '));

        Assert.Equal(0, run.ExitCode);
        Assert.NotEmpty(run.Output);
    }

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
