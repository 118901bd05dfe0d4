using System.Globalization;

namespace Cradle.Cli.Tests;

public sealed class ProjectTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cradle-project-");

    private string Out => Path.Combine(_folder.FullName, "out");

    private static string County => Repository.PathOf("docs", "examples", "population-county");

    [Fact]
    public async Task Tables_and_charts_are_written_with_the_columns_of_the_documentation()
    {
        var run = await CommandLine.Cradle("project", "--input", County, "--from", "2025", "--to", "2030", "--out", Out, "--json");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal("tidy", run.Json.GetProperty("layout").GetString());
        var population = Rows("population.csv");
        Assert.Equal("year,sex,age,persons", population[0]);
        // seven times 1 January, two sexes, 101 ages
        Assert.Equal(1 + 7 * 2 * 101, population.Length);
        Assert.StartsWith("year,births,births_male,births_female,deaths,", Rows("births_deaths.csv")[0], StringComparison.Ordinal);
        Assert.Equal(["2025", "2026", "2027", "2028", "2029", "2030"], Rows("births_deaths.csv").Skip(1).Select(row => row.Split(',')[0]));
        var sum = population.Skip(1).Where(row => row.StartsWith("2031,", StringComparison.Ordinal)).Sum(row => Number(row.Split(',')[3]));
        Assert.Equal(sum, Number(Rows("totals.csv")[^1].Split(',')[1]), 1e-6);
        Assert.StartsWith("<svg", File.ReadAllText(Path.Combine(Out, "pyramid.svg")), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Out, "fan.csv")));
    }

    [Fact]
    public async Task Same_seed_gives_the_same_fan_and_another_seed_another()
    {
        async Task<string> Fan(string seed)
        {
            await CommandLine.Cradle("project", "--input", County, "--trajectories", "50", "--seed", seed, "--out", Out);
            return File.ReadAllText(Path.Combine(Out, "fan.csv"));
        }

        var first = await Fan("7");

        Assert.StartsWith("year,median,lower80,upper80,lower95,upper95\n2025,", first, StringComparison.Ordinal);
        Assert.Equal(first, await Fan("7"));
        Assert.NotEqual(first, await Fan("8"));
    }

    [Fact]
    public async Task Whole_persons_balance_between_divisions_to_the_last_one()
    {
        var run = await CommandLine.Cradle("project", "--input", Repository.PathOf("docs", "examples", "population-divisions"), "--decimals", "0", "--out", Out, "--json");

        Assert.Equal(0, run.ExitCode);
        var divisions = run.Json.GetProperty("divisions").EnumerateArray().ToList();
        Assert.All(divisions, division => Assert.Equal(0, division.GetProperty("largestResidual").GetDouble()));
        Assert.Equal(0, divisions.Sum(division => division.GetProperty("netMigration").GetDouble()));
        Assert.All(Rows("population.csv").Skip(1), row => Assert.Matches(@"^(east|west),20\d\d,(male|female),\d+,\d+$", row));
    }

    [Fact]
    public async Task Divisions_add_up_to_the_nation_that_is_named()
    {
        var nation = _folder.CreateSubdirectory("nation");
        WriteNation(nation.FullName, scale: 1.02);

        var run = await CommandLine.Cradle("project", "--input", Divisions, "--nation", nation.FullName, "--to", "2030", "--out", Out, "--json");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(1.02, run.Json.GetProperty("nationalFactors").GetProperty("start").GetDouble(), 1e-9);
        var nationOut = Path.Combine(_folder.FullName, "nation-out");
        await CommandLine.Cradle("project", "--input", nation.FullName, "--to", "2030", "--out", nationOut);
        double[] Column(string folder, int column) => [.. File.ReadAllLines(Path.Combine(folder, "totals.csv")).Skip(1).Select(row => Number(row.Split(',')[column]))];
        var whole = Column(nationOut, 1);
        var parts = Rows("totals.csv").Skip(1).Select(row => row.Split(',')).GroupBy(row => row[1], row => Number(row[2])).Select(group => group.Sum()).ToArray();
        Assert.All(parts.Zip(whole), pair => Assert.Equal(pair.Second, pair.First, 1e-6));
        Assert.Equal("year,sex,divisions,nation,factor", Rows("national_factors.csv")[0]);
    }

    [Fact]
    public async Task A_nation_in_another_unit_is_refused_with_both_figures()
    {
        var nation = _folder.CreateSubdirectory("nation");
        WriteNation(nation.FullName, scale: 0.001);

        var run = await CommandLine.Cradle("project", "--input", Divisions, "--nation", nation.FullName, "--out", Out);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Check the unit of both", run.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Out));
    }

    [Fact]
    public async Task A_fan_of_divisions_between_which_people_move_comes_with_that_of_all_together()
    {
        var input = _folder.CreateSubdirectory("input");
        foreach (var file in Directory.EnumerateFiles(Divisions).Append(Path.Combine(County, "bounds.csv")))
            File.Copy(file, Path.Combine(input.FullName, Path.GetFileName(file)));

        var run = await CommandLine.Cradle("project", "--input", input.FullName, "--to", "2030", "--trajectories", "20", "--between", "0.5", "--out", Out, "--json");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(["(all)", "east", "west"], Rows("fan.csv").Skip(1).Select(row => row.Split(',')[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.True(run.Json.GetProperty("togetherLastFan").GetProperty("median").GetDouble() > 0);
        Assert.True(File.Exists(Path.Combine(Out, "fan_(all).svg")));
    }

    [Fact]
    public async Task Broken_inputs_are_refused_with_line_and_remedy_and_nothing_is_written()
    {
        var copy = _folder.CreateSubdirectory("input");
        foreach (var file in Directory.EnumerateFiles(County))
            File.Copy(file, Path.Combine(copy.FullName, Path.GetFileName(file)));
        var population = Path.Combine(copy.FullName, "population.csv");
        File.WriteAllText(population, File.ReadAllText(population).Replace("2025,male,3,", "2025,male,3,-", StringComparison.Ordinal));

        var run = await CommandLine.Cradle("project", "--input", copy.FullName, "--out", Out, "--json");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("population.csv(5): ", run.Errors, StringComparison.Ordinal);
        var error = Assert.Single(run.Json.GetProperty("errors").EnumerateArray());
        Assert.Equal(5, error.GetProperty("line").GetInt32());
        Assert.NotEmpty(error.GetProperty("remedy").GetString()!);
        Assert.Equal(["input"], Directory.EnumerateFileSystemEntries(_folder.FullName).Select(Path.GetFileName));
    }

    [Fact]
    public async Task More_people_moving_out_than_there_are_is_refused_by_cohort()
    {
        var copy = _folder.CreateSubdirectory("input");
        foreach (var file in Directory.EnumerateFiles(County))
            File.Copy(file, Path.Combine(copy.FullName, Path.GetFileName(file)));
        var population = Path.Combine(copy.FullName, "population.csv");
        // thousands under the name of persons
        File.WriteAllLines(population, File.ReadAllLines(population).Select(row => row.Split(',') is [var year, var sex, var age, var persons] && double.TryParse(persons, CultureInfo.InvariantCulture, out var number)
            ? string.Create(CultureInfo.InvariantCulture, $"{year},{sex},{age},{number / 1000}")
            : row));

        var run = await CommandLine.Cradle("project", "--input", copy.FullName, "--out", Out);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("more move out than are there", run.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Out));
    }

    private static string Divisions => Repository.PathOf("docs", "examples", "population-divisions");

    // the divisions together, with the rates of the county
    private static void WriteNation(string folder, double scale)
    {
        foreach (var file in (string[])["fertility.csv", "mortality.csv", "sex_ratio_at_birth.csv"])
            File.Copy(Path.Combine(County, file), Path.Combine(folder, file));
        var sums = File.ReadLines(Path.Combine(Divisions, "population.csv")).Skip(1).Select(row => row.Split(','))
            .GroupBy(row => string.Join(',', row[1..4]), row => Number(row[4])).Select(cell => string.Create(CultureInfo.InvariantCulture, $"{cell.Key},{cell.Sum() * scale}"));
        File.WriteAllLines(Path.Combine(folder, "population.csv"), ["year,sex,age,persons", .. sums]);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private string[] Rows(string file) => File.ReadAllLines(Path.Combine(Out, file));
}
