namespace Cradle.Cli.Tests;

public class UsageTests
{
    [Theory]
    [InlineData("nosuch")]
    [InlineData("policy")]
    [InlineData("entitlements")]
    [InlineData("bench", "family", "no-such-family.json")]
    [InlineData("import", "matrix", "no-such-matrix.csv", "--division", "2201")]
    [InlineData("project", "--input", "docs/examples/population-county")]
    [InlineData("match", "--applicants", "no-such.csv", "--institutions", "no-such.csv", "--out", "artifacts/never")]
    [InlineData("site", "--instance", "no-such-folder")]
    [InlineData("link", "--input", "no-such.csv", "--out", "artifacts/never")]
    public async Task Bad_usage_ends_the_process_with_2_and_speaks_on_standard_error_only(params string[] arguments) =>
        IsBadUsage(await CommandLine.AsProcess(arguments));

    [Theory]
    [InlineData("policy", "check", "--bogus")]
    [InlineData("policy", "check", "--pack", "/no/such/folder")]
    [InlineData("policy", "check", "--pack", "src")]
    [InlineData("policy", "diff", "/no/such/folder")]
    [InlineData("entitlements", "no-such-family.json")]
    [InlineData("entitlements", "docs/examples/family.json", "--as-of", "2026-02-30")]
    [InlineData("entitlements", "docs/examples/family.json", "--pack", "/no/such/folder", "--json")]
    [InlineData("import", "matrix", "docs/examples/matrix/changchun.csv", "--division", "nowhere")]
    [InlineData("bench", "project", "no-such-folder")]
    [InlineData("project", "--input", "no-such-folder", "--out", "artifacts/never")]
    [InlineData("project", "--input", "docs/examples/population-county", "--out", "artifacts/never", "--from", "2030", "--to", "2029")]
    [InlineData("project", "--input", "docs/examples/population-county", "--out", "artifacts/never", "--trajectories", "0")]
    [InlineData("project", "--input", "docs/examples/population-county", "--out", "artifacts/never", "--decimals", "9")]
    [InlineData("project", "--input", "docs/examples/population-county", "--out", "README.md")]
    [InlineData("project", "--input", "docs/examples/population-county", "--out", "README.md/below")]
    [InlineData("project", "--input", "docs/examples/population-county", "--out", "/proc/never")]
    [InlineData("project", "--input", "docs/examples/population-divisions", "--out", "artifacts/never", "--nation", "no-such-folder")]
    [InlineData("project", "--input", "docs/examples/population-divisions", "--out", "artifacts/never", "--between", "2")]
    [InlineData("match", "--applicants", "docs/examples/matching/applicants.csv", "--institutions", "docs/examples/matching/institutions.csv", "--out", "README.md")]
    [InlineData("match", "--applicants", "docs/examples/matching/applicants.csv", "--institutions", "docs/examples/matching/institutions.csv", "--out", "artifacts/never", "--seed", "x")]
    [InlineData("site", "--instance", "docs/examples/siting", "--out", "README.md")]
    [InlineData("link", "--input", "docs/examples/registers/police.csv", "--out", "README.md")]
    [InlineData("link", "--input", "docs/examples/registers/police.csv", "--out", "/proc/never")]
    [InlineData("link", "--input", "docs/examples/registers/police.csv", "--out", "artifacts/never", "--unique", "nobody")]
    public async Task Bad_usage_ends_with_2_and_speaks_on_standard_error_only(params string[] arguments) =>
        IsBadUsage(await CommandLine.Cradle(arguments));

    private static void IsBadUsage(Run run)
    {
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.NotEmpty(run.Errors);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_lists_every_command_and_no_other()
    {
        var run = await CommandLine.AsProcess("--help");

        var commands = run.Output[run.Output.IndexOf("Commands:", StringComparison.Ordinal)..].Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault()).OfType<string>();
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["entitlements", "policy", "simulate", "population", "project", "link", "site", "match", "bench", "audit", "accounts", "keys", "backup", "restore", "drill", "import"], commands);
    }

    [Fact]
    public async Task Outside_the_repository_the_program_finds_its_own_policies()
    {
        // A folder of its own: a clone may lie under the temporary folder, and paths below the working folder are shown from there.
        var elsewhere = Directory.CreateTempSubdirectory("cradle-elsewhere-");
        try
        {
            var run = await CommandLine.AsProcessIn(elsewhere.FullName, ["policy", "where", "jl.maternity-leave"]);

            Assert.Equal(0, run.ExitCode);
            Assert.Contains(Repository.PathOf("policies", "22-jilin", "leave", "maternity-leave.yaml") + ":", run.Output, StringComparison.Ordinal);
        }
        finally
        {
            elsewhere.Delete();
        }
    }

    [Fact]
    public async Task Chinese_comes_out_whole_in_a_locale_without_it()
    {
        var run = await CommandLine.AsProcessIn(Repository.Root, ["policy", "where", "jl.maternity-leave"], locale: "C");

        Assert.StartsWith("产假", run.Output, StringComparison.Ordinal);
    }
}
