using Cradle.Demography.Files;

namespace Cradle.Demography.Tests.Files;

public class ProjectionFolderTests
{
    [Fact]
    public void The_example_in_the_tidy_layout_is_read_whole()
    {
        var data = ProjectionFolder.Read(Repository.PathOf("docs", "examples", "population-county"));

        (data.Layout, data.From, data.To, data.Divisions.Count).ShouldBe(("tidy", 2025, 2050, 1));
        // 107 boys per 100 girls
        data.Divisions[0].Inputs.SexRatioAtBirth[2040].ShouldBe(1.07, 1e-12);
        data.Bounds!.TotalFertility.Median[2030].ShouldBe(1.1);
    }

    [Theory]
    [InlineData("population.csv", "2025,male,7,", "2025,male,7,-5", 9, "is negative", "Correct")]
    [InlineData("population.csv", "2025,male,7,", "2025,male,6,100", 9, "stands twice, first in line 8", "Keep one")]
    [InlineData("population.csv", "2025,male,7,", null, 8, "lacks age 7", "Add the missing rows")]
    [InlineData("population.csv", "2025,male,7,", "2025,male,7,3.1e9", 9, "is not between", "unit")]
    [InlineData("population.csv", "2025,male,7,", "2025,boy,7,100", 9, "is no sex", "male or female")]
    [InlineData("population.csv", "2025,male,7,", "2025,male,7", 9, "3 fields where the header has 4", "one field for each column")]
    [InlineData("population.csv", "2025,male,7,", "2025,male,7,\"100", 9, "A quote opens here", "Close it")]
    [InlineData("population.csv", "2025,male,7,", "2025,male,seven,100", 9, "not a single age", "0")]
    [InlineData("population.csv", "2025,male,7,", "2025,male,7,", 9, "is not a number", "nothing is guessed")]
    [InlineData("population.csv", "year,sex,age,persons", "year,sex,age,people", 1, "unit is not said", "exactly one")]
    [InlineData("population.csv", "year,sex,age,persons", "jahr,sex,age,persons", 1, "lacks year", "Name the columns")]
    [InlineData("fertility.csv", "2025-2050,20,", null, 6, "lacks age 20", "Add the missing rows")]
    [InlineData("fertility.csv", "2025-2050,20,", "2050-2025,20,10", 7, "no range of years", "2025-2050")]
    [InlineData("mortality.csv", "2025-2050,male,0,", "2025-2050,male,0,5.2", 2, "is not between", "per person and year")]
    [InlineData("sex_ratio_at_birth.csv", "2025-2050,107", "2025-2050,1.07", 2, "is not between", "per 100 girls")]
    [InlineData("bounds.csv", "2025,tfr,", "2025,tfr,1.1,1.3,0.9,0.8,1.4", 2, "less than", "Order the bounds")]
    public void A_fault_is_named_once_with_file_line_reason_and_remedy(string file, string start, string? replacement, int line, string reason, string remedy)
    {
        using var copy = new ExampleCopy();
        copy.Replace(file, start, replacement);

        var problems = Should.Throw<ProjectionInputException>(() => ProjectionFolder.Read(copy.Folder)).Problems;

        // a row for many years may lack in each of them
        problems.Select(problem => (problem.File, problem.Line)).Distinct().ShouldBe([(file, line)]);
        var problem = problems[0];
        problem.Reason.ShouldContain(reason);
        problem.Remedy.ShouldContain(remedy);
    }

    [Fact]
    public void A_missing_file_and_two_faults_are_found_in_one_go()
    {
        using var copy = new ExampleCopy();
        File.Delete(Path.Combine(copy.Folder, "fertility.csv"));
        copy.Replace("population.csv", "2025,male,7,", "2025,male,7,x");
        copy.Replace("population.csv", "2025,female,9,", "2025,female,9,-1");

        var problems = Should.Throw<ProjectionInputException>(() => ProjectionFolder.Read(copy.Folder)).Problems;

        problems.ShouldContain(problem => problem.File == "fertility.csv" && problem.Reason.Contains("missing"));
        problems.Count(problem => problem.File == "population.csv" && problem.Line > 0).ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public void Years_that_the_files_lack_are_named_with_those_they_have()
    {
        var folder = Repository.PathOf("docs", "examples", "population-county");

        Should.Throw<ProjectionInputException>(() => ProjectionFolder.Read(folder, 2025, 2060)).Message.ShouldContain("2025 to 2050");
    }

    [Fact]
    public void A_division_of_its_own_wins_over_rows_for_every_division()
    {
        var data = ProjectionFolder.Read(Repository.PathOf("docs", "examples", "population-divisions"));

        data.Divisions.Select(division => division.Division).ShouldBe(["east", "west"]);
        data.Moves!.Streams.Count.ShouldBe(2);
        data.Divisions[0].Inputs.Survival.Male[2030][50].ShouldBe(data.Divisions[1].Inputs.Survival.Male[2030][50]);
        data.Divisions[0].Inputs.Fertility[2030][28].ShouldNotBe(data.Divisions[1].Inputs.Fertility[2030][28]);
    }

    [Fact]
    public void A_year_left_out_in_the_middle_is_missed_and_one_at_the_end_is_told()
    {
        using var copy = new ExampleCopy(SharedData.China);
        copy.Remove("net_migration_single_age.csv", "2100,");

        ProjectionFolder.Read(copy.Folder).To.ShouldBe(2099);
        ProjectionFolder.Read(copy.Folder).Notes.ShouldContain(note => note.StartsWith("asfr_single_age.csv goes to 2100"));

        copy.Remove("asfr_single_age.csv", "2050,");
        Should.Throw<ProjectionInputException>(() => ProjectionFolder.Read(copy.Folder)).Message.ShouldContain("fertility of 2050 is missing");
    }

    [Fact]
    public void Sexes_mistaken_for_one_another_are_found_by_their_life_expectancies()
    {
        using var copy = new ExampleCopy(SharedData.China);
        copy.Replace("mx_survival_single_age_reconstructed.csv", "year,age,", "year,age,mxM,mxF,survF,survM");

        Should.Throw<ProjectionInputException>(() => ProjectionFolder.Read(copy.Folder)).Problems[0].Reason.ShouldContain("e0M of 2024 is 75.2493");
    }

    [Theory]
    [InlineData("pop_1jan_single_age_recovered.csv", "2024,30,", "2024,30,9000000,9000000", "persons")]
    [InlineData("asfr_single_age.csv", "2030,28,", "2030,28,85.2", "per 1,000 women")]
    [InlineData("asfr_single_age.csv", "2030,28,", "2030,28,0.2", "another unit")]
    [InlineData("net_migration_single_age.csv", "2031,25,", "2031,25,-9000,-9000", "another unit")]
    public void Units_that_do_not_fit_are_found_in_the_layout_of_the_United_Nations(string file, string start, string replacement, string hint)
    {
        using var copy = new ExampleCopy(SharedData.China);
        copy.Replace(file, start, replacement);

        var problem = Should.Throw<ProjectionInputException>(() => ProjectionFolder.Read(copy.Folder)).Problems[0];

        (problem.Reason + problem.Remedy).ShouldContain(hint);
        problem.Line.ShouldBeGreaterThan(1);
    }
}
