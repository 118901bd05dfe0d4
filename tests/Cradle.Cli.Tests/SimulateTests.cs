using System.Text.Json;

namespace Cradle.Cli.Tests;

public sealed class SimulateTests : IDisposable
{
    private const string Reform = "docs/examples/reforms/national-allowance-5000.yaml";

    private readonly string _folder = Directory.CreateTempSubdirectory("cradle-simulate-").FullName;

    [Fact]
    public async Task The_example_population_costs_what_it_does_by_hand()
    {
        var run = await CommandLine.Cradle("simulate", "--population", "docs/examples/population", "--reform", Reform, "--as-of", "2027-01-01", "--births", "none", "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.True(run.Json.GetProperty("synthetic").GetBoolean());
        var allowance = run.Json.GetProperty("years")[0].GetProperty("quantities").EnumerateArray().Single(item => item.GetProperty("id").GetString() == "child-allowance-national").GetProperty("total");
        // children under three on the first of a month of 2027: 2025-08-15, 2026-03-20, 2025-01-05, 2026-09-09 and 2026-11-30 twelve times; 2024-06-10 six;
        // 2024-07-20 seven: 60 + 13 = 73 months of 300 yuan, and of 5,000 ÷ 12
        Assert.Equal("21900.00", allowance.GetProperty("now").GetProperty("due").GetString());
        Assert.Equal("30416.67", allowance.GetProperty("after").GetProperty("due").GetString());
    }

    [Fact]
    public async Task A_reform_with_an_error_is_refused_with_its_place()
    {
        var reform = Path.Combine(_folder, "reform.yaml");
        await File.WriteAllTextAsync(reform, "reform: x\nlabel: {zh: 试, en: try}\nabout: {zh: 试, en: try}\nfrom: 2027-01-01\nchanges:\n  - quantity: nothing-of-the-kind\n    repeal: [a]\n", TestContext.Current.CancellationToken);

        var run = await CommandLine.Cradle("simulate", "--population", "docs/examples/population", "--reform", reform, "--as-of", "2027-01-01");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("reform.yaml(6,15): error CR702", run.Errors, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task A_bad_row_stops_the_run_unless_its_family_may_be_left_out()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "families.csv"), "familyId,residence,children[0].birthDate\n1,22,2026-01-01\n2,22,2026-13-01\n", TestContext.Current.CancellationToken);
        var list = Path.Combine(_folder, "bad.csv");
        string[] arguments = ["simulate", "--population", _folder, "--reform", Reform, "--as-of", "2027-01-01", "--bad-rows", list, "--json"];

        var stopped = await CommandLine.Cradle(arguments);
        var skipped = await CommandLine.Cradle([.. arguments, "--on-bad-rows", "skip"]);

        Assert.Equal((2, ""), (stopped.ExitCode, stopped.Output));
        Assert.Equal(0, skipped.ExitCode);
        Assert.Equal(1, skipped.Json.GetProperty("population").GetProperty("familiesLeftOut").GetInt64());
        Assert.Contains("\"families.csv\",3,3,\"children[0].birthDate\"", await File.ReadAllTextAsync(list, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_table_is_written_and_says_that_it_is_synthetic()
    {
        var target = Path.Combine(_folder, "out");
        var run = await CommandLine.Cradle("simulate", "--population", "synthetic:22:200", "--reform", Reform, "--as-of", "2027-01-01", "--out", target, "--en");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("SYNTHETIC", run.Output, StringComparison.Ordinal);
        foreach (var table in new[] { "cost", "quantities", "clauses", "divisions", "birth-orders", "families", "distribution" })
            Assert.StartsWith("# SYNTHETIC", await File.ReadAllTextAsync(Path.Combine(target, table + ".csv"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(target, "state.json")));
    }

    [Fact]
    public async Task Generated_families_are_checked_without_a_bad_row()
    {
        var target = Path.Combine(_folder, "families");
        var made = await CommandLine.Cradle("population", "generate", "--division", "2201", "--families", "200", "--as-of", "2026-12-31", "--out", target);
        var check = await CommandLine.Cradle("population", "check", target, "--json");

        Assert.Equal((0, 0), (made.ExitCode, check.ExitCode));
        Assert.Equal(0, check.Json.GetProperty("badRows").GetInt64());
        Assert.True(check.Json.GetProperty("synthetic").GetBoolean());
    }

    [Theory]
    [InlineData("familyId,residence\n", "holds no family")]                                              // zeros all the way down would look like an answer
    [InlineData("# scale: 9223372036854775807/1\nfamilyId,residence\n1,22\n2,22\n", "larger than 64 bits")]
    public async Task A_population_of_which_nothing_can_be_said_is_refused_in_words(string families, string reason)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "families.csv"), families, TestContext.Current.CancellationToken);

        var run = await CommandLine.Cradle("simulate", "--population", _folder, "--reform", Reform, "--as-of", "2027-01-01", "--births", "none");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(reason, run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_is_stopped_goes_on_with_the_same_inputs_only()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals are sent as on Linux.");
        var (target, assumptions) = (Path.Combine(_folder, "out"), Path.Combine(_folder, "assumptions.yaml"));
        await File.WriteAllTextAsync(assumptions, (await File.ReadAllTextAsync(Repository.PathOf("data", "synthetic", "assumptions.yaml"), TestContext.Current.CancellationToken)).Replace("owns-home-per-thousand: 720", "owns-home-per-thousand: 10", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        string[] arguments = ["simulate", "--population", "synthetic:22:7000", "--reform", Reform, "--as-of", "2027-01-01", "--out", target];

        var stopped = await CommandLine.Interrupted(arguments);   // before the first block is done
        var other = await CommandLine.Cradle([.. arguments, "--resume", "--assumptions", assumptions]);
        var resumed = await CommandLine.Interrupted([.. arguments, "--resume"]);

        Assert.Equal(3, stopped.ExitCode);
        Assert.Equal(2, other.ExitCode);
        Assert.Contains("another run", other.Errors, StringComparison.Ordinal);
        Assert.Equal(3, resumed.ExitCode);
    }

    [Fact]
    public async Task A_folder_that_another_run_writes_to_is_left_to_it()
    {
        await using var taken = new FileStream(Path.Combine(_folder, ".lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        var run = await CommandLine.Cradle("simulate", "--population", "docs/examples/population", "--reform", Reform, "--as-of", "2027-01-01", "--births", "none", "--out", _folder);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("another run", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_are_no_synthetic_families_of_a_place_with_law_of_its_own()
    {
        var run = await CommandLine.Cradle("simulate", "--population", "synthetic:81:10", "--reform", Reform, "--as-of", "2027-01-01");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("Hong Kong", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Synthetic_families_are_those_that_generate_writes_for_the_day_before()
    {
        var target = Path.Combine(_folder, "drawn");
        string[] arguments = ["--reform", Reform, "--as-of", "2027-01-01", "--json"];

        Assert.Equal(0, (await CommandLine.Cradle("population", "generate", "--division", "22", "--families", "300", "--as-of", "2026-12-31", "--out", target)).ExitCode);
        var drawn = await CommandLine.Cradle(["simulate", "--population", "synthetic:22:300", .. arguments]);
        var read = await CommandLine.Cradle(["simulate", "--population", target, .. arguments]);

        Assert.Equal(0, drawn.ExitCode);
        Assert.Equal(read.Output, drawn.Output);
    }

    [Theory]
    [InlineData("--years", "11")]
    [InlineData("--resume", "--en")]
    public async Task Wrong_usage_is_named_and_ends_with_2(string option, string value)
    {
        var run = await CommandLine.Cradle("simulate", "--population", "docs/examples/population", "--reform", Reform, option, value);

        Assert.Equal(2, run.ExitCode);
        Assert.NotEmpty(run.Errors);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
