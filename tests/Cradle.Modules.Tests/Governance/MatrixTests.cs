using System.Text;
using Cradle.Governance.Matrix;
using Cradle.Governance.Units;
using Cradle.Platform.Tables;
using Cradle.Rules.Packs;

namespace Cradle.Modules.Tests.Governance;

public class MatrixTests
{
    private static readonly string[] Headings = ["序号", "主要任务", "责任单位", "工作推进情况", "完成时限", "备注"];

    [Fact]
    public void The_printed_annex_loses_nothing_on_its_way_in()
    {
        var expected = Annex.Expected();
        var columns = Enumerable.Range(0, expected.Columns).ToDictionary(column => expected[0, column]);
        var reading = Annex.Reader.Read(Annex.Workbook(), "附件.xlsx");
        Assert.DoesNotContain(reading.Findings, finding => finding.IsError);
        Assert.Equal(31, reading.Rows.Count);
        for (var row = 0; row < reading.Rows.Count; row++)
        {
            string Is(string name) => expected[row + 1, columns[name]];
            var read = reading.Rows[row];
            Assert.Equal(Is("no"), $"{read.Number}");
            Assert.Equal(Is("title"), read.Title);
            Assert.Equal(Is("section"), read.Section);
            Assert.Equal(Is("units_as_given"), read.UnitsAsGiven);
            Assert.Equal(Is("deadline_text"), read.Deadline.AsGiven);
            Assert.Equal(Is("lead_units"), string.Join("; ", read.Lead.Select(unit => unit.Name)));
            Assert.Equal(Is("joint_units"), string.Join("; ", read.Joint.Select(unit => unit.Name)));
            Assert.Equal(Is("duty_type"), Duty(read.Duty));
            Assert.Equal(Is("status_normalised"), Standing(read));
            Assert.True(read.Text.Length > 30, $"row {read.Number} lost its text");
        }
    }

    [Fact]
    public void The_matrix_of_the_pack_is_read_as_the_pack_understands_it()
    {
        var tasks = PackLoader.Load(Repository.PathOf("policies")).Documents["001"].Tasks;
        var reading = Annex.Reader.Read(File.ReadAllBytes(Repository.PathOf("docs", "examples", "matrix", "changchun.csv")), "changchun.csv");
        Assert.False(reading.HasErrors);
        Assert.Equal(tasks.Count, reading.Rows.Count);
        foreach (var (task, row) in tasks.Zip(reading.Rows))
        {
            Assert.Equal((task.Row, task.Title.Zh, task.UnitsAsGiven, task.DeadlineAsGiven), (row.Number, row.Title, row.UnitsAsGiven, row.Deadline.AsGiven));
            Assert.Equal(task.LeadAgencies, row.Lead.Select(unit => unit.Name));
            Assert.Equal(task.JointAgencies, row.Joint.Select(unit => unit.Name));
        }

        Assert.Equal([2, 9], reading.Rows.Where(row => row.IsCompleted).Select(row => row.Number!.Value));
        Assert.Equal(17, reading.Rows.Count(row => row.Lead.Count == 0));
        Assert.Equal([3, 4], reading.Rows.Where(row => row.Lead.Count == 2).Select(row => row.Number!.Value));
    }

    [Fact]
    public void A_unit_that_is_not_on_file_is_named_with_those_it_resembles_and_none_is_made()
    {
        var reading = Read("1,加强监管,市卫计委牵头 市体育局按职责分工负责,,2026年底,");
        Assert.Empty(reading.Rows[0].Lead.Concat(reading.Rows[0].Joint));
        var finding = reading.Findings.First(finding => finding.Code == "unit-unknown");
        Assert.True(finding.IsError);
        Assert.Contains("市卫健委", finding.Says.Zh, StringComparison.Ordinal);
        Assert.Equal(34, Annex.Units.All.Count);
    }

    [Theory]
    [InlineData("deadline-far", "1,加强监管,市卫健委牵头负责,,2099年底,")]
    [InlineData("task-long", "1,{0},市卫健委牵头负责,,2026年底,")]
    [InlineData("text-long", "1,加强监管。{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}{0},市卫健委牵头负责,,2026年底,")]
    public void What_the_ledger_would_refuse_is_found_by_the_look_before_it_at_its_line(string code, string row)
    {
        var finding = Assert.Single(Read(string.Format(System.Globalization.CultureInfo.InvariantCulture, row, new string('长', 201))).Findings, finding => finding.IsError);
        Assert.Equal((code, 2), (finding.Code, finding.Line));
    }

    [Fact]
    public void Two_rows_of_one_number_are_both_kept_and_named()
    {
        var reading = Read("7,甲,市教育局牵头负责,,持续推进,\n７,乙,市教育局牵头负责,,持续推进,");
        Assert.Equal(2, reading.Rows.Count);
        Assert.Equal((3, true), reading.Findings.Where(finding => finding.Code == "number-twice").Select(finding => (finding.Line, finding.IsError)).Single());
    }

    [Theory]
    [InlineData("2025年11月底", DeadlineKind.Day, "2025-11-30")]
    [InlineData("２０２５年１１月底前", DeadlineKind.Day, "2025-11-30")]
    [InlineData("2024年2月底", DeadlineKind.Day, "2024-02-29")]
    [InlineData("2025年底", DeadlineKind.Day, "2025-12-31")]
    [InlineData("2025年上半年", DeadlineKind.Day, "2025-06-30")]
    [InlineData("2025年第一季度", DeadlineKind.Day, "2025-03-31")]
    [InlineData("2025年４季度末前完成", DeadlineKind.Day, "2025-12-31")]
    [InlineData("2025年第五季度", DeadlineKind.Unreadable, null)]
    [InlineData("2025年6月15日前完成", DeadlineKind.Day, "2025-06-15")]
    [InlineData("2025-06-15", DeadlineKind.Day, "2025-06-15")]
    [InlineData("2025.6", DeadlineKind.Day, "2025-06-30")]
    [InlineData("每年11月底前", DeadlineKind.Yearly, "2026-11-30")]
    [InlineData("每年年底前", DeadlineKind.Yearly, "2026-12-31")]
    [InlineData("持续推进", DeadlineKind.Continuous, null)]
    [InlineData("按照全省统一要求落实", DeadlineKind.AsProvinceRequires, null)]
    [InlineData("", DeadlineKind.NotSet, null)]
    [InlineData("2025年13月", DeadlineKind.Unreadable, null)]
    [InlineData("2025年2月30日", DeadlineKind.Unreadable, null)]
    [InlineData("尽快", DeadlineKind.Unreadable, null)]
    [InlineData("已完成80%", DeadlineKind.Unreadable, null)]
    [InlineData("已完成选址", DeadlineKind.Unreadable, null)]
    [InlineData("2025年底前完成，之后持续推进", DeadlineKind.Unreadable, null)]
    [InlineData("年底前完成，长期坚持", DeadlineKind.Unreadable, null)]
    public void A_deadline_is_kept_as_given_and_understood_apart(string text, DeadlineKind kind, string? day)
    {
        var read = DeadlineText.Read(text, 2026);
        Assert.Equal((text, kind, day), (read.AsGiven, read.Kind, read.Day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Done_under_the_heading_of_deadlines_is_a_standing_and_sets_no_deadline()
    {
        var reading = Read("1,甲,市教育局牵头负责,,已完成,");
        Assert.True(reading.Rows[0].IsCompleted);
        Assert.Equal(("已完成", DeadlineKind.NotSet), (reading.Rows[0].Deadline.AsGiven, reading.Rows[0].Deadline.Kind));
        Assert.False(reading.HasErrors);
    }

    [Theory]
    [InlineData("已完成", "持续推进", "已完成")]
    [InlineData("", "已于2024年12月底全部完成。", "已于2024年12月底全部完成。")]
    [InlineData("已完成选址，正在施工", "持续推进", null)]
    [InlineData("已完成80%", "", null)]
    [InlineData("尚未全部完成", "", null)]
    public void Only_a_cell_that_says_that_the_whole_is_done_makes_a_row_done(string progress, string deadline, string? done)
    {
        var reading = Read($"1,甲,市教育局牵头负责,{progress},{deadline},");
        Assert.Equal(done, Assert.Single(reading.Rows).DoneAsGiven);
        Assert.Equal(done is null, reading.Findings.Any(finding => finding.Code == "progress-not-kept"));
    }

    [Theory]
    [InlineData("市卫健委（牵头）、市教育局", "市卫健委", "市教育局")]
    [InlineData("牵头单位：市卫健委；配合单位：市教育局、市公安局", "市卫健委", "市教育局、市公安局")]
    [InlineData("市卫健委、市发改委牵头，市教育局配合负责", "市卫健委、市发改委", "市教育局")]
    public void A_cell_of_units_is_read_however_it_says_who_leads(string units, string lead, string joint)
    {
        var reading = Annex.Reader.Read(new Table([["序号", "主要任务", "责任单位"], ["1", "甲", units]]));
        Assert.DoesNotContain(reading.Findings, finding => finding.IsError);
        Assert.Equal((DutyKind.LeadAndJoint, lead, joint), (reading.Rows[0].Duty, string.Join('、', reading.Rows[0].Lead.Select(unit => unit.Name)), string.Join('、', reading.Rows[0].Joint.Select(unit => unit.Name))));
    }

    [Fact]
    public void A_second_lead_in_a_cell_is_told_as_what_it_is_and_not_as_a_unit_to_add()
    {
        var reading = Annex.Reader.Read(new Table([["序号", "主要任务", "责任单位"], ["1", "甲", "市卫健委牵头、市发改委牵头"]]));
        var finding = Assert.Single(reading.Findings, finding => finding.IsError);
        Assert.Equal("units-unclear", finding.Code);
        Assert.Contains("只写一次", finding.Says.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_and_a_text_in_columns_of_their_own_are_read()
    {
        var table = new Table([["序号", "部分", "主要任务", "内容", "责任单位", "完成时限"], ["1", "领导小组会议", "甲", "做甲", "市教育局", ""], ["2", "", "乙", "", "市教育局", ""], ["3", "—", "丙", "", "市教育局", ""]]);
        Assert.Equal([("领导小组会议", "甲", "做甲"), ("领导小组会议", "乙", ""), ("", "丙", "")], Annex.Reader.Read(table).Rows.Select(row => (row.Section, row.Title, row.Text)));
    }

    [Fact]
    public void A_table_with_columns_of_its_own_for_lead_and_joint_reads_alike()
    {
        var table = new Table([["序号", "重点任务", "牵头单位", "配合单位", "完成时限"], ["1", "甲", "市卫健委", "市司法局、长春市教育局", "2026年底"]]);
        var row = Assert.Single(Annex.Reader.Read(table).Rows);
        Assert.Equal((DutyKind.LeadAndJoint, "市卫健委", "市司法局、市教育局"), (row.Duty, string.Join('、', row.Lead.Select(unit => unit.Name)), string.Join('、', row.Joint.Select(unit => unit.Name))));
    }

    [Theory]
    [InlineData("x,甲,市教育局牵头负责,,持续推进,", "number-missing")]
    [InlineData("1,,市教育局牵头负责,,持续推进,", "task-missing")]
    [InlineData("1,甲,,,持续推进,", "units-missing")]
    [InlineData("1,甲,市教育局牵头负责,,尽快,", "deadline-unreadable")]
    public void What_is_wrong_in_a_row_is_named_with_its_line(string row, string code)
    {
        var finding = Assert.Single(Read(row).Findings, finding => finding.IsError);
        Assert.Equal((code, 2), (finding.Code, finding.Line));
        Assert.NotEmpty(finding.Says.En);
    }

    [Fact]
    public void A_file_without_the_heading_is_refused_with_the_columns_it_needs() =>
        Assert.Equal("no-heading", Assert.Single(Annex.Reader.Read(Encoding.UTF8.GetBytes("a,b\n1,2\n"), "a.csv").Findings).Code);

    [Fact]
    public void Merged_cells_say_their_text_to_every_row_they_cover()
    {
        var sheet = new Sheet("分工表", ["序号", "主要任务", "", "责任单位", "完成时限"],
        [
            [1, "一、依法实施", "甲。做甲", "市教育局牵头负责", "2025年11月底"],
            [2, null, "乙。做乙", null, null],
            [3, "二、完善措施", "丙。做丙", "市公安局牵头负责", "持续推进"],
        ])
        {
            Merged = [new MergedCells(1, 1, 2, 1), new MergedCells(1, 3, 2, 3), new MergedCells(1, 4, 2, 4)],
        };
        var reading = Annex.Reader.Read(Workbook.Write(sheet), "a.xlsx");
        Assert.DoesNotContain(reading.Findings, finding => finding.IsError);
        Assert.Equal(
            [("一、依法实施", "甲", "市教育局", "2025-11-30"), ("一、依法实施", "乙", "市教育局", "2025-11-30"), ("二、完善措施", "丙", "市公安局", "")],
            reading.Rows.Select(row => (row.Section, row.Title, row.Lead.Single().Name, $"{row.Deadline.Day:yyyy-MM-dd}")));
    }

    [Fact]
    public void Full_width_digits_and_blanks_are_read_as_what_they_mean()
    {
        var reading = Read("１２、,甲,　市教育局 牵头负责,,２０２５年１１月底,");
        var row = Assert.Single(reading.Rows);
        Assert.Equal((12, "市教育局", new DateOnly(2025, 11, 30), "２０２５年１１月底"), (row.Number, row.Lead.Single().Name, row.Deadline.Day, row.Deadline.AsGiven));
    }

    public static TheoryData<string, byte[]> NoTables => new()
    {
        { "a.doc", [1] }, { "a.xlsx", [1, 2, 3] }, { "a.csv", [0xFF, 0xFF, 0x81, 0xFF] }, { "a.csv", [] }, { "a.csv", [.. Enumerable.Repeat((byte)',', 400), .. "1\n"u8] },
    };

    [Theory]
    [MemberData(nameof(NoTables))]
    public void A_file_that_is_no_table_is_refused_in_the_readers_language_with_the_remedy(string name, byte[] content)
    {
        var finding = Assert.Single(Annex.Reader.Read(content, name).Findings);
        Assert.Equal(("file-unreadable", true), (finding.Code, finding.IsError));
        Assert.DoesNotMatch("[A-Za-z]{2,}", System.Text.RegularExpressions.Regex.Replace(finding.Says.Zh, @"\.xlsx|\.csv|CSV|UTF-8|GBK", ""));
        Assert.Contains("请", finding.Says.Zh, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}", finding.Says.En);
    }

    [Theory]
    [InlineData("x,甲,市教育局牵头负责,,持续推进,", "序号")]
    [InlineData("1,,市教育局牵头负责,,持续推进,", "主要任务")]
    [InlineData("1,甲,,,持续推进,", "责任单位")]
    [InlineData("1,甲,市卫计委牵头负责,,持续推进,", "责任单位")]
    [InlineData("1,甲,市教育局牵头负责,,尽快,", "完成时限")]
    public void What_is_wrong_in_a_row_names_its_column_and_what_to_do(string row, string column)
    {
        var finding = Assert.Single(Read(row).Findings, finding => finding.IsError);
        Assert.Equal(2, finding.Line);
        Assert.Contains(column, finding.Says.Zh, StringComparison.Ordinal);
        Assert.Contains("请", finding.Says.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_bytes_give_a_reading_or_a_reason_and_never_a_crash()
    {
        var random = new Random(20260302);
        for (var round = 0; round < 300; round++)
        {
            var bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);
            var reading = Annex.Reader.Read(bytes, round % 2 == 0 ? "a.csv" : "a.xlsx");
            Assert.NotEmpty(reading.Findings);
        }
    }

    [Fact]
    public void A_unit_that_was_merged_away_leads_to_the_one_that_followed()
    {
        var old = Annex.Units.Find("吉林银保监局")!;
        Assert.Equal("国家金融监督管理总局吉林监管局", Annex.Units.Current(old, Annex.Day).Name);
        Assert.Equal(old, Annex.Units.Current(old, old.Until!.Value));
    }

    [Fact]
    public void A_spelling_of_two_units_is_refused() =>
        Assert.Throws<ArgumentException>(() => new UnitDirectory([new("甲", UnitKind.Department, ["丙"]), new("乙", UnitKind.Department, ["丙"])]));

    [Fact]
    public void A_row_that_holds_a_section_alone_or_across_the_table_is_its_title()
    {
        var reading = Read("一、稳妥实施三孩政策,,,,,\n1,甲,市教育局牵头负责,,持续推进,\n,二、提高优生优育水平。,,,,\n2,乙,市教育局牵头负责,,持续推进,");
        Assert.Empty(reading.Findings);
        Assert.Equal(["一、稳妥实施三孩政策", "二、提高优生优育水平"], reading.Rows.Select(row => row.Section));
        var across = new Table([["序号", "主要任务", "责任单位", "完成时限"], ["三、健全托育", "", "", ""], ["3", "丙", "市教育局牵头负责", "持续推进"]], [new(1, 0, 1, 3)]);
        Assert.Equal("三、健全托育", Assert.Single(Annex.Reader.Read(across).Rows).Section);
    }

    [Fact]
    public void A_table_of_very_many_rows_is_refused_and_what_a_finding_quotes_is_short()
    {
        var many = string.Concat(Enumerable.Repeat("x,甲,某某单位,,尽快,\n", 200_000));
        Assert.Equal("file-unreadable", Assert.Single(Read(many).Findings).Code);
        var units = string.Join('、', Enumerable.Range(0, 4000).Select(number => $"单位{number}"));
        var reading = Read($"1,甲,{units},,{new string('快', 30_000)},");
        Assert.True(reading.HasErrors);
        Assert.InRange(reading.Findings.Count, 2, 40);
        Assert.All(reading.Findings, finding => Assert.InRange(finding.Says.Zh.Length, 1, 256));
    }

    private static MatrixReading Read(string rows) => Annex.Reader.Read(Encoding.UTF8.GetBytes(string.Join(',', Headings) + "\n" + rows + "\n"), "a.csv");

    private static string Duty(DutyKind duty) => duty switch
    {
        DutyKind.ByDuties => "按职责分工负责",
        DutyKind.LeadAndJoint => "牵头+按职责分工负责",
        DutyKind.LeadOnly => "牵头负责",
        _ => "未写责任类型(仅列各级党委和人民政府)",
    };

    private static string Standing(MatrixRow row) => row switch
    {
        { IsCompleted: true } => "COMPLETED",
        { Deadline.Kind: DeadlineKind.Continuous } => "CONTINUING (no end date)",
        _ => "FOLLOWS_PROVINCE (no own date)",
    };
}
