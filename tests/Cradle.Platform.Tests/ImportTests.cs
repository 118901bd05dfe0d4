using System.Text;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Protection;
using Cradle.Platform.Submissions;
using Cradle.Platform.Tables;
using Cradle.Platform.Tests.Cases;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Platform.Tests;

public abstract class ImportTests(TestDatabase database) : CaseSuite(database)
{
    private const string Good = "请假登记\n身份证号,天数,开始日期,备注,领导\n11010519491231002X,5,2026-03-02,甲,张\n110105194912310038,8,2026年3月9日,,\n";
    private const string Bad = "身份证号,天数\n110105194912310021,5\n,x\n11010519491231002X,3\n1101 0519 4912 3100 2x,4\n";

    private static readonly ImportSpec<Leave> Spec = new(
        "tests.leave",
        "请假登记",
        [new("身份证号", Required: true) { Aliases = ["公民身份号码"], Note = "18 位", Example = "11010519491231002X" }, new("天数", Required: true), new("开始日期"), new("备注")],
        row => (row.Id("身份证号"), row.Number("天数")) is ({ } id, { } days) ? new Leave(id, (int)days, row.Day("开始日期"), row.Text("备注", longest: 5)) : null,
        leave => [leave.Id.ToString()]);

    [Fact]
    public void The_template_reads_back_as_an_import_without_rows_and_explains_its_columns()
    {
        var reading = Spec.Read(Spec.Template(), "模板.xlsx");
        Assert.True(reading.IsWhole);
        Assert.Empty(reading.Rows);
        Assert.Equal("身份证号", reading.Table![0, 0]);
    }

    [Fact]
    public void A_dry_run_finds_the_heading_below_a_title_and_names_what_it_does_not_read()
    {
        var reading = Spec.Read(Encoding.UTF8.GetBytes(Good), "a.csv");
        Assert.True(reading.IsWhole);
        Assert.Equal([3, 4], reading.Rows.Select(row => row.Line));
        Assert.Equal(new DateOnly(2026, 3, 9), reading.Rows[1].Value.From);
        Assert.Equal(["领导"], reading.Ignored);
    }

    [Fact]
    public void A_dry_run_names_every_fault_at_once_with_line_and_column_and_without_the_number_itself()
    {
        // line 2 has a wrong check digit; line 3 lacks the number and has no count; line 5 is line 4 written with blanks
        var reading = Spec.Read(Encoding.UTF8.GetBytes(Bad), "a.csv");
        Assert.Equal([(2, "身份证号"), (3, "身份证号"), (3, "天数"), (5, "")], reading.Findings.Select(finding => (finding.Line, finding.Column)));
        Assert.Equal([4], reading.Rows.Select(row => row.Line));
        Assert.DoesNotContain(reading.Findings, finding => finding.Zh.Contains("110105", StringComparison.Ordinal) || finding.En.Contains("110105", StringComparison.Ordinal));
    }

    [Fact]
    public void A_missing_column_is_told_once_and_no_row_is_read()
    {
        var reading = Spec.Read(Encoding.UTF8.GetBytes("身份证号\n11010519491231002X\n"), "a.csv");
        Assert.Equal("天数", Assert.Single(reading.Findings).Column);
        Assert.Empty(reading.Rows);
    }

    [Fact]
    public void The_file_comes_back_as_it_was_with_every_fault_in_its_row_and_can_be_sent_again()
    {
        var reading = Spec.Read(Encoding.UTF8.GetBytes(Bad), "a.csv");
        var back = TableFile.Read(reading.Marked(line => $"✓ {line}"), "a.xlsx").Table!;
        Assert.Equal(("身份证号", "导入结果"), (back[0, 0], back[0, 2]));
        Assert.StartsWith("✗ 「身份证号」", back[1, 2], StringComparison.Ordinal);
        Assert.Equal("✓ 4", back[3, 2]);
        Assert.Equal("1101 0519 4912 3100 2x", back[4, 0]);
        var again = Spec.Read(reading.Marked(_ => ""), "a.xlsx");
        Assert.Equal(reading.Findings, again.Findings);
        Assert.Empty(again.Ignored);
    }

    [Fact]
    public async Task Every_row_is_taken_once_however_often_the_file_is_sent_and_a_row_added_later_is_taken_too()
    {
        var first = await TakeAsync(Good);
        Assert.Equal([3, 4], first.Taken.Keys.Order());
        var again = await TakeAsync(Good + "110105194912310054,1,,,\n");
        Assert.Equal([5], again.Taken.Keys);
        Assert.Equal(first.Taken.OrderBy(pair => pair.Key), again.Earlier.OrderBy(pair => pair.Key));
        Assert.Equal(3, await InDatabaseAsync(context => context.Set<LeaveCase>().CountAsync(Stop)));
        Assert.True((await VerifyAsync()).Holds);
    }

    [Fact]
    public async Task Only_the_chosen_rows_are_taken()
    {
        var outcome = await TakeAsync(Good, new HashSet<int> { 4 });
        Assert.Equal([4], outcome.Taken.Keys);
        Assert.Equal(8, (await InDatabaseAsync(context => context.Set<LeaveCase>().SingleAsync(Stop))).Days);
        Assert.Equal([4], (await AsOfficerAsync("wang", services => services.GetRequiredService<ImportService>().ReceiptsAsync(Spec, Spec.Read(Encoding.UTF8.GetBytes(Good), "a.csv"), Stop))).Keys);
    }

    [Fact]
    public async Task A_row_that_the_module_refuses_leaves_nothing_and_the_others_are_taken()
    {
        var outcome = await TakeAsync(Good, refuse: 5);
        Assert.Equal([4], outcome.Taken.Keys);
        Assert.Equal((3, "不收"), outcome.Refused.Select(finding => (finding.Line, finding.Zh)).Single());
        Assert.Equal(1, await InDatabaseAsync(context => context.Set<LeaveCase>().CountAsync(Stop)));
        Assert.Equal(1, await InDatabaseAsync(context => context.Submissions.CountAsync(Stop)));
    }

    [Fact]
    public async Task The_key_of_a_row_gives_no_identity_number_away()
    {
        await TakeAsync(Good);
        var keys = await InDatabaseAsync(context => context.Submissions.Select(row => row.Key).ToListAsync(Stop));
        var bare = new Guid(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes("11010519491231002X")).AsSpan(0, 16));
        Assert.DoesNotContain(bare, keys);
    }

    [Theory]
    [InlineData(ExportFormat.Xlsx)]
    [InlineData(ExportFormat.Csv)]
    public async Task An_export_is_masked_marked_and_in_the_log(ExportFormat format)
    {
        var sheet = new Sheet("请假名单", ["姓名", "身份证号", "备注", "天数"],
        [
            ["王小明", Masked.Of(FieldKind.IdNumber, "11010519491231002X"), "电话13800138000，证号11010519491231002X", 5],
            ["=HYPERLINK(\"x\")", "110105194912310038", "＝1+1", 13800138000L],
        ]);
        var file = await AsOfficerAsync("wang", services => services.GetRequiredService<TableExport>().WriteAsync(sheet, "南关区", format, Stop));
        var (table, error) = TableFile.Read(file.Content, file.Name);
        Assert.Null(error);
        Assert.Contains("导出人 wang · 2026-03-02 16:00 · 范围：南关区 · 2 行", table![0, 0], StringComparison.Ordinal);
        Assert.Equal(["姓名", "身份证号", "备注", "天数"], Enumerable.Range(0, 4).Select(column => table[1, column]));
        var text = string.Join('|', Enumerable.Range(2, 2).SelectMany(row => Enumerable.Range(0, 4).Select(column => table[row, column])));
        Assert.False(PersonalNumbers.AreIn(text), text);
        Assert.Contains("1101****2X", text, StringComparison.Ordinal);
        Assert.Equal(format == ExportFormat.Csv, text.Contains("'=HYPERLINK", StringComparison.Ordinal) && text.Contains("'＝1+1", StringComparison.Ordinal));
        Assert.Equal("5", table[2, 3]);
        var entry = await InDatabaseAsync(context => context.AuditEntries.SingleAsync(entry => entry.Action == "exported", Stop));
        Assert.Contains(entry.SubjectId.ToString("N"), table[0, 0], StringComparison.Ordinal);
    }

    private Task<ImportOutcome> TakeAsync(string text, IReadOnlySet<int>? lines = null, int refuse = -1) => AsOfficerAsync("wang", services =>
        services.GetRequiredService<ImportService>().TakeAsync(Spec, Spec.Read(Encoding.UTF8.GetBytes(text), "a.csv"), lines, (leave, _) =>
        {
            var made = new LeaveCase { Id = Guid.CreateVersion7(Time.GetUtcNow()), Days = leave.Days };
            services.GetRequiredService<PlatformDbContext>().Add(made);
            services.GetRequiredService<AuditTrail>().Record("imported", made.AuditSubject);
            return Task.FromResult(leave.Days == refuse ? RowAnswer.Refused("不收", "not taken") : RowAnswer.Made(made.Id));
        }, Stop));

    private sealed record Leave(ResidentId Id, int Days, DateOnly? From, string? Remark);
}

public sealed class SqliteImportTests() : ImportTests(new TestDatabase.Sqlite());

public sealed class PostgreSqlImportTests(PostgreSqlServer server) : ImportTests(new TestDatabase.PostgreSql(server));

public class PersonalNumbersTests
{
    [Theory]
    [InlineData("证号11010519491231002X。", "证号1101****2X。")]
    [InlineData("手机 13800138000", "手机 138****8000")]
    [InlineData("手机138 0013 8000，138-0013-8000", "手机138****8000，138****8000")]
    [InlineData("证号 110105 19491231 002X", "证号 1101****2X")]
    [InlineData("手机１３８００１３８０００，证号１１０１０５１９４９１２３１００２Ｘ", "手机138****8000，证号1101****2X")]
    [InlineData("2026-11-26 1-3岁 13 800元", "2026-11-26 1-3岁 13 800元")]
    [InlineData("回执 20260302123456789 和 0195a0c013800138000", "回执 20260302123456789 和 0195a0c013800138000")]
    [InlineData("12345678901", "12345678901")]
    [InlineData("110105199913310021", "110105199913310021")]
    public void Numbers_of_people_are_masked_and_other_numbers_stay(string text, string masked)
    {
        Assert.Equal(masked, PersonalNumbers.MaskIn(text));
        Assert.Equal(text != masked, PersonalNumbers.AreIn(text));
    }
}
