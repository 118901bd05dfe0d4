using System.Text;
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
