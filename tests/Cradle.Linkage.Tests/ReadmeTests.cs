using Cradle.Linkage.Evaluation;
using Cradle.Linkage.Generation;
using Cradle.Linkage.Incremental;
using Cradle.Linkage.Normalisation;
using Cradle.Linkage.Reporting;
using Cradle.Linkage.Review;
using Cradle.Linkage.Tests.Runs;
using Shouldly;

namespace Cradle.Linkage.Tests;

/// <summary>The samples of the library's README, word for word.</summary>
public class ReadmeTests
{
    [Fact]
    public async Task The_samples_link_measure_explain_and_add()
    {
        using var run = new TemporaryRun();
        var (folder, cancel) = (run.Folder, TestContext.Current.CancellationToken);

        RegisterGenerator.Write(folder, records: 5000, seed: 1, cancel);   // invented registers and who is who in them
        var options = new LinkageOptions([Path.Combine(folder, "police.csv"), Path.Combine(folder, "health.csv")], Path.Combine(folder, "results")) { KeepIndex = true };
        var result = await new LinkageRun(options).RunAsync(cancel);
        LinkageFiles.Write(options, result, cancel);
        var quality = PairQuality.Of(result, Path.Combine(folder, "truth.csv"));
        Console.WriteLine($"{result.Store.Count} records, F1 {quality.F1:0.000}");

        quality.F1.ShouldBeGreaterThan(0.98);
        File.Copy(Path.Combine(folder, "insurance.csv"), Path.Combine(folder, "arrivals.csv"));
        var pair = run.Rows("results", "pairs.csv")[0];
        string first = $"{pair[0]}:{pair[1]}", second = $"{pair[2]}:{pair[3]}";

        var explanation = await PairExplanation.OfAsync(Path.Combine(options.Output, "model.yaml"), options.Inputs, first, second, cancel);
        foreach (var step in explanation.Steps)
            Console.WriteLine($"{step.Field}: {step.Level}, {step.Weight:+0.0;-0.0} bits");

        explanation.Probability.ShouldBeGreaterThan(0.5);

        var added = await new RecordAddition(options.Output, [Path.Combine(folder, "arrivals.csv")], Path.Combine(folder, "added")).RunAsync(cancel);
        Console.WriteLine($"{added.Joined} of {added.Records} joined a cluster");

        added.Joined.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void The_sample_of_written_forms_reads_them_as_people_do()
    {
        var id = WrittenId.Read("220102850311004", out var error);          // of 15 digits: becomes 18, with its check digit
        var same = WrittenDate.Read("1985年3月11日", out _) == WrittenDate.Read("1985-03-11", out _);
        var alike = PersonName.Read("王芳")?.Sound == PersonName.Read("王方")?.Sound;
        var mother = PlaceholderName.MotherIn("王芳之女").ToString();

        error.ShouldBeNull();
        id.IsValid.ShouldBeTrue();
        (same, alike, mother).ShouldBe((true, true, "王芳"));
    }

    [Fact]
    public void Every_sample_of_the_readme_stands_in_these_tests() =>
        ReadmeSamples.NotIn(Repository.PathOf("tests", "Cradle.Linkage.Tests", "ReadmeTests.cs"), "src", "Libraries", "Cradle.Linkage", "README.md").ShouldBeEmpty();
}
