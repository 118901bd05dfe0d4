using Cradle.Linkage.Reading;
using Cradle.Linkage.Evaluation;
using Cradle.Linkage.Generation;
using Cradle.Linkage.Incremental;
using Cradle.Linkage.Models;
using Cradle.Linkage.Review;
using Shouldly;

namespace Cradle.Linkage.Tests.Runs;

public class RegisterTests
{
    private static readonly string[] Registers = ["police.csv", "health.csv", "insurance.csv"];

    [Fact]
    public async Task Invented_registers_are_linked_at_F1_of_995_and_never_merge_two_valid_identity_numbers()
    {
        using var run = new TemporaryRun();
        RegisterGenerator.Write(run.Folder, 30_000, 7, TestContext.Current.CancellationToken);
        var result = await run.Link("out", options => options with { SurvivingValues = true }, Registers);
        var quality = PairQuality.Of(result, run["truth.csv"]);

        quality.F1.ShouldBeGreaterThanOrEqualTo(0.995);
        quality.MergedIdentities.ShouldBe(0);
        File.ReadLines(run["out/pairs.csv"]).First().ShouldBe("source_a,id_a,source_b,id_b,weight,probability");
        File.ReadLines(run["out/clusters.csv"]).First().ShouldBe("source,id,cluster");
        run.Rows("out", "persons.csv").Where(row => row[1] == "name").Select(row => row[0]).ShouldBeUnique();
        File.Exists(run["out/report.html"]).ShouldBeTrue();
        Directory.Exists(run["out/.work"]).ShouldBeFalse();
    }

    [Fact]
    public async Task The_same_input_and_seed_give_the_same_files()
    {
        using var run = new TemporaryRun();
        RegisterGenerator.Write(run.Folder, 5_000, 7, TestContext.Current.CancellationToken);
        await run.Link("one", null, Registers);
        await run.Link("two", null, Registers);

        foreach (var file in (string[])["clusters.csv", "pairs.csv", "review.csv", "model.yaml"])
        {
            File.ReadAllText(run[$"one/{file}"]).ShouldBe(File.ReadAllText(run[$"two/{file}"]));
        }
    }

    [Fact]
    public async Task A_trained_model_gives_the_same_clusters_without_training()
    {
        using var run = new TemporaryRun();
        RegisterGenerator.Write(run.Folder, 5_000, 7, TestContext.Current.CancellationToken);
        await run.Link("one", null, Registers);
        await run.Link("two", options => options with { Model = run["one/model.yaml"] }, Registers);

        File.ReadAllText(run["two/clusters.csv"]).ShouldBe(File.ReadAllText(run["one/clusters.csv"]));
    }

    [Fact]
    public async Task Training_by_the_truth_links_at_least_as_well()
    {
        using var run = new TemporaryRun();
        RegisterGenerator.Write(run.Folder, 10_000, 3, TestContext.Current.CancellationToken);
        var result = await run.Link("out", options => options with { Truth = run["truth.csv"] }, Registers);

        PairQuality.Of(result, run["truth.csv"]).F1.ShouldBeGreaterThanOrEqualTo(0.995);
    }

    [Fact]
    public async Task Added_records_join_the_clusters_that_a_whole_run_gives_them()
    {
        using var run = new TemporaryRun();
        RegisterGenerator.Write(run.Folder, 10_000, 7, TestContext.Current.CancellationToken);
        // The last 300 records of the health register arrive later, under a name of their own.
        var health = File.ReadAllLines(run["health.csv"]);
        run.Write("health.csv", string.Join('\n', health[..^300]));
        run.Write("later.csv", string.Join('\n', (string[])[health[0], .. health[^300..]]));
        await run.Link("out", options => options with { KeepIndex = true }, Registers);
        var whole = await run.Link("whole", options => options with { Model = run["out/model.yaml"] }, [.. Registers, "later.csv"]);
        var added = await new RecordAddition(run["out"], [run["later.csv"]], run["added"]).RunAsync(TestContext.Current.CancellationToken);

        added.Records.ShouldBe(300);
        var before = run.Clusters("out");
        var after = run.Clusters("added");
        var expected = run.Clusters("whole");
        var firstOf = expected.Where(item => before.ContainsKey(item.Key)).GroupBy(item => item.Value).ToDictionary(group => group.Key, group => before[group.First().Key]);
        // Of 300 at most a few differ: frequencies of names and the threshold come from the earlier run.
        after.Count(item => firstOf.TryGetValue(expected[item.Key], out var cluster) && cluster != item.Value).ShouldBeLessThanOrEqualTo(3);
        whole.Store.Count.ShouldBe(before.Count + 300);
    }

    [Fact]
    public async Task A_second_addition_finds_the_records_of_the_first()
    {
        using var run = new TemporaryRun();
        RegisterGenerator.Write(run.Folder, 5_000, 7, TestContext.Current.CancellationToken);
        await run.Link("out", options => options with { KeepIndex = true }, Registers);
        const string Header = "编号,姓名,性别,出生日期,身份证号,手机号\n";
        run.Write("first.csv", Header + "N1,诸葛婉清,女,19880808,22010219880808002X,13900001111\n");
        run.Write("second.csv", Header + "N2,诸葛婉清,女,1988-08-08,,13900001111\n");
        await new RecordAddition(run["out"], [run["first.csv"]], run["add1"]).RunAsync(TestContext.Current.CancellationToken);
        var second = await new RecordAddition(run["out"], [run["second.csv"]], run["add2"]).RunAsync(TestContext.Current.CancellationToken);

        second.Joined.ShouldBe(1);
        run.Clusters("add2")["second:N2"].ShouldBe(run.Clusters("add1")["first:N1"]);
    }

    [Fact]
    public async Task A_waterfall_adds_up_to_the_weight_of_the_pair()
    {
        using var run = new TemporaryRun();
        RegisterGenerator.Write(run.Folder, 5_000, 7, TestContext.Current.CancellationToken);
        var result = await run.Link("out", null, Registers);

        foreach (var link in result.Links.Where((_, i) => i % 100 == 0))
        {
            Waterfall.Of(result.Store, result.Model, link.A, link.B).Sum(step => step.Weight).ShouldBe(link.Weight, 0.001);
        }
    }

    [Fact]
    public async Task A_clerks_decision_joins_and_parts_and_numbers_stay()
    {
        using var run = new TemporaryRun();
        RegisterGenerator.Write(run.Folder, 5_000, 7, TestContext.Current.CancellationToken);
        await run.Link("one", null, Registers);
        var pair = run.Rows("one", "pairs.csv")[0];
        var clusters = run.Clusters("one");
        var alone = clusters.GroupBy(item => item.Value).Single(group => group.Key == clusters[$"{pair[0]}:{pair[1]}"]).Count() == 2;
        run.Write("decided.csv", $"source_a,id_a,source_b,id_b,decision\n{pair[0]},{pair[1]},{pair[2]},{pair[3]},different\n");
        await run.Link("two", options => options with { Model = run["one/model.yaml"], Decisions = run["decided.csv"], Previous = run["one/clusters.csv"] }, Registers);

        var after = run.Clusters("two");
        after[$"{pair[0]}:{pair[1]}"].ShouldNotBe(after[$"{pair[2]}:{pair[3]}"]);
        // Every record but those of the one cluster keeps its number.
        var cluster = clusters[$"{pair[0]}:{pair[1]}"];
        clusters.Where(item => item.Value != cluster).ShouldAllBe(item => after[item.Key] == item.Value);
        (alone || run.Rows("two", "history.csv").Count > 0).ShouldBeTrue();
    }

    [Fact]
    public async Task A_run_that_was_cut_off_is_taken_up_with_the_same_result()
    {
        using var run = new TemporaryRun();
        RegisterGenerator.Write(run.Folder, 5_000, 7, TestContext.Current.CancellationToken);
        await run.Link("whole", null, Registers);
        var options = new LinkageOptions([.. Registers.Select(name => run[name])], run["cut"]);
        using var cut = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(() => new LinkageRun(options, progress =>
        {
            if (progress is { Stage: "compare", Done: 3 })
            {
                cut.Cancel();
            }
        }).RunAsync(cut.Token));
        Directory.GetFiles(run["cut/.work"], "pass-*.links").Length.ShouldBe(3);
        await run.Link("cut", options => options with { Resume = true }, Registers);

        File.ReadAllText(run["cut/clusters.csv"]).ShouldBe(File.ReadAllText(run["whole/clusters.csv"]));
        File.ReadAllText(run["cut/pairs.csv"]).ShouldBe(File.ReadAllText(run["whole/pairs.csv"]));
    }

    [Fact]
    public async Task A_register_without_doubles_gives_at_most_one_record_to_a_cluster()
    {
        using var run = new TemporaryRun();
        run.Write("a.csv", "id,name,birth_date,phone\n" + string.Concat(Enumerable.Range(0, 400).Select(i => $"{i},王{(char)('一' + i)}明,1980{i % 12 + 1:00}{i % 28 + 1:00},139{i:00000000}\n")));
        run.Write("b.csv", "id,name,birth_date,phone\n" + string.Concat(Enumerable.Range(0, 400).SelectMany(i => new[] { 0, 1 }.Select(k => $"{i}-{k},王{(char)('一' + i)}明,1980{i % 12 + 1:00}{i % 28 + 1:00},139{i:00000000}\n"))));
        await run.Link("many", null, "a.csv", "b.csv");
        await run.Link("one", options => options with { UniqueSources = ["a", "b"] }, "a.csv", "b.csv");

        Largest(run, "many").ShouldBe(3);
        Largest(run, "one").ShouldBe(2);
    }

    [Fact]
    public void A_model_survives_being_written_and_read()
    {
        using var run = new TemporaryRun();
        var model = new LinkageModel(["id"], [new FieldModel("name", FieldKind.PersonName, ["姓名", "name"], TermFrequency: true)],
            [new BlockingPass([new KeyPart("name", KeyForm.Sound)])], ["police"], 3,
            new TrainedParameters([new PairClass("match", 1e-6, [[0.1, 0.1, 0.1, 0.1, 0.1, 0.5]]), new PairClass("stranger", 0.999999, [[0.9, 0.02, 0.02, 0.02, 0.02, 0.02]])]), 0.9);
        ModelFile.Write(run["model.yaml"], model);

        var read = ModelFile.Read(run["model.yaml"]);
        read.Passes.Single().ToString().ShouldBe("name:sound");
        read.Parameters!.Classes[1].Levels[0].ShouldBe([0.9, 0.02, 0.02, 0.02, 0.02, 0.02]);
        (read.Seed, read.LinkAt, read.UniqueSources.Single(), read.Fields.Single().TermFrequency).ShouldBe((3, 0.9, "police", true));
        ModelFile.Write(run["again.yaml"], read);
        File.ReadAllText(run["again.yaml"]).ShouldBe(File.ReadAllText(run["model.yaml"]));
    }

    private static int Largest(TemporaryRun run, string output) => run.Clusters(output).Values.CountBy(value => value).Max(item => item.Value);

    [Fact]
    public async Task An_id_used_twice_in_a_register_is_reported_with_both_lines_and_both_rows_are_linked()
    {
        using var run = new TemporaryRun();
        var rows = Enumerable.Range(0, 40).Select(number => FormattableString.Invariant($"P{(number == 30 ? 7 : number)},王{(char)('一' + number)},1990-01-{1 + (number % 28):00}"));
        run.Write("police.csv", "id,name,birth\n" + string.Join('\n', rows) + "\n");

        var result = await run.Link("out", options => options with { IdColumn = "id" }, "police.csv");

        // P7 stands on line 9, and again on line 32
        var problem = result.Problems.ShouldHaveSingleItem();
        (problem.Line, problem.Column, problem.IsRefused).ShouldBe((32, "id", false));
        problem.Problem.ShouldContain("line 9");
        result.Store.Count.ShouldBe(40);
    }

    [Fact]
    public void A_folder_that_another_run_writes_to_is_refused_until_that_ends()
    {
        using var run = new TemporaryRun();
        using (OutputLock.Take(run["out"]))
            Should.Throw<RegisterException>(() => OutputLock.Take(run["out"])).Message.ShouldContain("another run");

        OutputLock.Take(run["out"]).Dispose();
        Directory.EnumerateFiles(run["out"]).ShouldBeEmpty();
    }
}
