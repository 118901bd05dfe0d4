using System.Text;
using Cradle.Linkage.Comparison;
using Cradle.Linkage.Generation;
using Cradle.Linkage.Models;
using Cradle.Linkage.Profiling;
using Cradle.Linkage.Reading;
using Shouldly;

namespace Cradle.Linkage.Tests.Runs;

public class TrapsTests
{
    private const string Header = "编号,姓名,性别,出生日期,身份证号,手机号,母亲姓名,母亲身份证号,出生证编号\n";

    // Enough invented records around the few of the case, so that the model has something to learn from.
    private static async Task<Dictionary<string, string>> LinkAmongOthers(string police, string hospital)
    {
        using var run = new TemporaryRun();
        RegisterGenerator.Write(run.Folder, 20_000, 11, TestContext.Current.CancellationToken);
        run.Write("a.csv", Header + police);
        run.Write("b.csv", Header + hospital);
        await run.Link("out", null, "police.csv", "health.csv", "insurance.csv", "a.csv", "b.csv");
        return run.Clusters("out");
    }

    [Fact]
    public async Task A_child_with_a_number_and_the_same_child_without_become_one_person_by_mother_day_and_certificate()
    {
        var clusters = await LinkAmongOthers(
            "P1,周雨桐,女,20250311,220102202503110047,13911112222,诸葛兰,220102199501010021,Q220000001\n",
            "H1,诸葛兰之女,女,2025-03-11,,13911112222,诸葛兰,220102199501010021,Q220000001\n");
        clusters["b:H1"].ShouldBe(clusters["a:P1"]);
    }

    [Fact]
    public async Task A_child_entered_as_its_mothers_daughter_is_found_by_the_mothers_name_in_that_entry()
    {
        var clusters = await LinkAmongOthers(
            "P1,周雨桐,女,20250311,220102202503110047,,诸葛婉清,220102199501010021,\n",
            "H1,诸葛婉清之女,女,2025-03-11,,,,,\nH2,诸葛婉清之女,女,2023-05-11,,,,,\n");
        clusters["b:H1"].ShouldBe(clusters["a:P1"]);
        clusters["b:H2"].ShouldNotBe(clusters["a:P1"]);
    }

    [Fact]
    public async Task The_mother_is_read_from_her_own_column_first_and_from_placeholders_of_children_only()
    {
        using var run = new TemporaryRun();
        run.Write("births.csv", "编号,姓名,出生日期\nB1,张丽之女,2025-03-11\nB2,王芳之子,2025-03-12\nB3,赵敏,2025-03-13\n");
        run.Write("police.csv", "编号,姓名,出生日期,母亲姓名\nP1,李雨桐,20250311,张丽\nP2,王芳之子,20250312,王方\nP3,赵敏,20250313,\n");
        var result = await run.Link("out", options => options with { SurvivingValues = true }, "births.csv", "police.csv");

        var field = result.Model.Fields.ToList().FindIndex(field => field.Kind == FieldKind.ParentName);
        result.Model.Fields[field].Columns.ShouldBe(["母亲姓名", "姓名"]);
        var comparer = result.Store.Layout.Comparers[field];
        Level(0, 3).ShouldBe(comparer.Exact);
        // 王芳 and 王方 sound alike: the column goes before the placeholder of the same row
        comparer.Levels[Level(1, 4)].ShouldBe("same sound");
        Level(2, 5).ShouldBe(FieldComparer.Missing);
        run.Rows("out", "persons.csv").Where(row => row[1] == "parent_name").Select(row => row[2]).Order(StringComparer.Ordinal).ShouldNotContain(value => value.Contains('之'));

        int Level(int a, int b) => RecordLayout.LevelOf(result.Store.Layout.PatternOf(result.Store.Row(a), result.Store.Row(b)), field);
    }

    [Fact]
    public async Task Ids_that_stand_twice_are_told_though_nobody_names_the_column()
    {
        using var run = new TemporaryRun();
        RegisterGenerator.Write(run.Folder, 2_000, 11, TestContext.Current.CancellationToken);
        run.Write("police.csv", File.ReadAllText(run["police.csv"]) + File.ReadLines(run["police.csv"]).ElementAt(5) + "\n");
        var lines = File.ReadLines(run["police.csv"]).Count();

        var result = await run.Link("out", null, "police.csv", "health.csv");

        var problem = result.Problems.Where(problem => problem.Problem.Contains("the id of this record")).ShouldHaveSingleItem();
        (problem.Line, problem.Column).ShouldBe((lines, "编号"));
        problem.Problem.ShouldContain("line 6");
        problem.IsRefused.ShouldBeFalse();
    }

    [Fact]
    public async Task A_record_without_an_id_is_refused_with_its_line_though_nobody_names_the_column()
    {
        using var run = new TemporaryRun();
        RegisterGenerator.Write(run.Folder, 2_000, 11, TestContext.Current.CancellationToken);
        var lines = File.ReadAllLines(run["police.csv"]);
        lines[4] = lines[4][lines[4].IndexOf(',')..];
        File.WriteAllLines(run["police.csv"], lines);

        var result = await run.Link("out", null, "police.csv", "health.csv");

        var problem = result.Problems.Where(problem => problem.IsRefused).ShouldHaveSingleItem();
        (problem.Line, problem.Column).ShouldBe((5, "编号"));
    }

    [Fact]
    public async Task A_review_without_pairs_may_be_handed_back_and_an_unknown_register_may_not()
    {
        using var run = new TemporaryRun();
        RegisterGenerator.Write(run.Folder, 2_000, 11, TestContext.Current.CancellationToken);
        await run.Link("one", null, "police.csv", "health.csv");
        run.Write("review.csv", File.ReadLines(run["one/review.csv"]).First() + "\n");

        await run.Link("two", options => options with { Decisions = run["review.csv"] }, "police.csv", "health.csv");
        var refused = await Should.ThrowAsync<RegisterException>(() => run.Link("three", options => options with { UniqueSources = ["nobody"] }, "police.csv", "health.csv"));

        refused.Message.ShouldContain("nobody");
        refused.Message.ShouldContain("police, health");
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("\n\n", "empty")]
    [InlineData("\uFEFF", "empty")]
    [InlineData("编号,姓名,出生日期\n", "a header and no rows")]
    [InlineData("编号,姓名,出生日期\n\n\n", "a header and no rows")]
    public async Task A_register_without_a_row_is_refused_and_named(string text, string reason)
    {
        using var run = new TemporaryRun();
        RegisterGenerator.Write(run.Folder, 200, 11, TestContext.Current.CancellationToken);
        run.Write("nobody.csv", text);

        var refused = await Should.ThrowAsync<RegisterException>(() => run.Link("out", null, "police.csv", "nobody.csv"));

        refused.Message.ShouldContain("nobody.csv");
        refused.Message.ShouldContain(reason);
    }

    [Fact]
    public async Task Two_births_with_equal_names_and_days_but_other_mothers_stay_two()
    {
        var clusters = await LinkAmongOthers(
            "P1,王雨桐,女,20250311,,13911112222,诸葛兰,220102199501010021,Q220000001\n",
            "H1,王雨桐,女,2025-03-11,,13733334444,慕容芳,220102199307070020,Q220000099\n");
        clusters["b:H1"].ShouldNotBe(clusters["a:P1"]);
    }

    [Fact]
    public async Task Twins_without_numbers_stay_two()
    {
        var clusters = await LinkAmongOthers(
            "P1,周雨桐,女,20250311,,13911112222,诸葛兰,220102199501010021,Q220000001\nP2,周雨欣,女,20250311,,13911112222,诸葛兰,220102199501010021,Q220000002\n", "H1,周雨桐,女,2025-03-11,,13911112222,诸葛兰,220102199501010021,Q220000001\n");
        clusters["a:P1"].ShouldNotBe(clusters["a:P2"]);
        clusters["b:H1"].ShouldBe(clusters["a:P1"]);
    }

    [Fact]
    public async Task Father_and_son_with_one_phone_stay_two()
    {
        var clusters = await LinkAmongOthers("P1,慕容志强,男,19600311,,13911112222,,,\n", "H1,慕容志刚,男,1988-05-06,,13911112222,,,\n");
        clusters["b:H1"].ShouldNotBe(clusters["a:P1"]);
    }

    // 220102202503110047 and 220102202503110020 are both valid: 17 digits, then the check digit.
    [Fact]
    public async Task Two_valid_numbers_stay_two_even_when_all_else_agrees()
    {
        var clusters = await LinkAmongOthers(
            "P1,周雨桐,女,20250311,220102202503110047,13911112222,诸葛兰,220102199501010021,Q220000001\n",
            "H1,周雨桐,女,2025-03-11,220102202503110020,13911112222,诸葛兰,220102199501010021,Q220000001\n");
        clusters["b:H1"].ShouldNotBe(clusters["a:P1"]);
    }

    [Fact]
    public async Task A_bad_row_is_refused_with_its_line_and_the_others_are_linked()
    {
        using var run = new TemporaryRun();
        RegisterGenerator.Write(run.Folder, 2_000, 1, TestContext.Current.CancellationToken);
        var lines = File.ReadAllLines(run["police.csv"]).ToList();
        lines.Insert(3, "P-bad,王");
        lines.Insert(6, ",王大力,男,19800101,,,,,,");
        run.Write("police.csv", string.Join('\n', lines));
        var result = await run.Link("out", null, "police.csv", "health.csv", "insurance.csv");

        result.Problems.Where(problem => problem.IsRefused).Select(problem => problem.Line).ShouldBe([4, 7]);
        result.Store.StartOf(1).ShouldBe(lines.Count - 3);
        run.Rows("out", "problems.csv").Count.ShouldBe(result.Problems.Count);
    }

    [Theory]
    [InlineData("gb18030", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    public void A_register_is_read_in_its_own_encoding(string name, bool withMark)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var run = new TemporaryRun();
        var encoding = Encoding.GetEncoding(name);
        var bytes = encoding.GetBytes("编号,姓名\n1,王芳\n2,李娜\n");
        File.WriteAllBytes(run["r.csv"], withMark ? [.. encoding.GetPreamble(), .. bytes] : bytes);

        RegisterFile.Open([run["r.csv"]])[0].Header.ShouldBe(["编号", "姓名"]);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("a,a\n1,2\n", "stands twice")]
    [InlineData("a,\n1,2\n", "without a name")]
    public void A_file_that_is_no_register_is_refused_by_name(string text, string reason)
    {
        using var run = new TemporaryRun();
        var error = Should.Throw<RegisterException>(() => RegisterFile.Open([run.Write("r.csv", text)]));
        error.Message.ShouldContain(reason);
        error.Message.ShouldContain("r.csv");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_register_of_bytes_that_are_no_text_is_refused_as_such(int seed)
    {
        using var run = new TemporaryRun();
        var bytes = new byte[5_000];
        new Random(seed).NextBytes(bytes);
        // an empty first line, as such a file may have one
        File.WriteAllBytes(run["r.csv"], [(byte)'\n', .. bytes]);

        Should.Throw<RegisterException>(() => RegisterFile.Open([run["r.csv"]])).Message.ShouldContain("r.csv: this is no text in UTF-8 or GB 18030 (GBK)");
    }

    [Theory]
    [InlineData("P-bad,王\"芳,\n")]
    [InlineData("\"P-bad,王芳\n")]
    public async Task A_quote_that_is_not_closed_is_refused_in_the_line_where_it_opens(string row)
    {
        using var run = new TemporaryRun();
        RegisterGenerator.Write(run.Folder, 2_000, 1, TestContext.Current.CancellationToken);
        var lines = File.ReadAllLines(run["police.csv"]);
        run.Write("police.csv", string.Join('\n', lines) + "\n" + row + "1\n2\n");
        var result = await run.Link("out", null, "police.csv", "health.csv");

        var refused = result.Problems.Where(problem => problem.IsRefused).ShouldHaveSingleItem();
        refused.Line.ShouldBe(lines.Length + 1);
        refused.Problem.ShouldContain("a quote opens here and is not closed");
    }

    [Fact]
    public async Task A_quote_that_takes_in_more_than_a_row_may_hold_is_refused_in_its_line()
    {
        using var run = new TemporaryRun();
        run.Write("r.csv", "id,name\n1,\"a\"\n2,\"b\n" + new string('x', 17_000_000));

        (await Should.ThrowAsync<RegisterException>(() => run.Link("out", null, "r.csv"))).Message.ShouldContain("r.csv(3): a quote opens here");
    }

    [Theory]
    [InlineData("version: 1\nfields: [\n", 3, "not YAML")]
    [InlineData("version: 1\ncolour: red\n", 2, "no model has")]
    [InlineData("version: one\n", 1, "no model has")]
    public void A_file_that_is_no_model_is_refused_with_its_line_and_what_a_model_is(string text, int line, string reason)
    {
        using var run = new TemporaryRun();

        var error = Should.Throw<ModelException>(() => ModelFile.Read(run.Write("bad.json", text)));

        error.Message.ShouldContain($"bad.json({line},");
        error.Message.ShouldContain(reason);
        error.Message.ShouldContain("a model is YAML with version: 1, fields:");
    }

    [Fact]
    public void Columns_are_known_by_what_they_hold()
    {
        using var run = new TemporaryRun();
        RegisterGenerator.Write(run.Folder, 3_000, 2, TestContext.Current.CancellationToken);
        var model = ModelProposal.Propose(RegisterFile.Open([run["police.csv"], run["health.csv"]]));

        model.IdColumns.ShouldBe(["编号", "id"]);
        model.Fields.ToDictionary(field => field.Name, field => field.Kind).ShouldBe(new Dictionary<string, FieldKind>
        {
            ["name"] = FieldKind.PersonName, ["sex"] = FieldKind.Sex, ["birth_date"] = FieldKind.BirthDate, ["resident_id"] = FieldKind.ResidentId,
            ["address"] = FieldKind.Address, ["phone"] = FieldKind.Phone, ["parent_name"] = FieldKind.ParentName, ["parent_id"] = FieldKind.ParentId,
            ["certificate"] = FieldKind.Identifier, ["birth_order"] = FieldKind.Ordinal,
        }, ignoreOrder: true);
        model.Field("phone").Columns.ShouldBe(["手机号", "phone"]);
    }
}
