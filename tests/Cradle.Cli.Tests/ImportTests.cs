namespace Cradle.Cli.Tests;

public class ImportTests
{
    private static readonly string Matrix = Repository.PathOf("docs", "examples", "matrix", "changchun.csv");

    [Fact]
    public async Task The_matrix_of_Changchun_reports_rows_units_and_findings_as_JSON()
    {
        var run = await CommandLine.Cradle("import", "matrix", Matrix, "--division", "2201", "--json", "--en");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(31, run.Json.GetProperty("rows").GetArrayLength());
        Assert.Equal(["市卫健委", "市发改委"], run.Json.GetProperty("rows")[3].GetProperty("lead").EnumerateArray().Select(name => name.GetString()!));
        Assert.Equal(17, run.Json.GetProperty("findings").EnumerateArray().Count(finding => finding.GetProperty("code").GetString() == "no-lead"));
    }

    [Fact]
    public async Task A_unit_that_is_not_on_file_ends_with_a_finding()
    {
        var file = Path.GetTempFileName() + ".csv";
        await File.WriteAllTextAsync(file, "序号,主要任务,责任单位,完成时限\n1,甲,市卫计委牵头负责,2026年底\n", TestContext.Current.CancellationToken);
        var run = await CommandLine.Cradle("import", "matrix", file, "--division", "2201");
        File.Delete(file);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("unit-unknown", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("99")]
    [InlineData("6202")]
    public async Task A_place_without_a_directory_of_units_is_wrong_usage(string division) =>
        Assert.Equal(2, (await CommandLine.Cradle("import", "matrix", Matrix, "--division", division)).ExitCode);
}
