using System.IO.Compression;
using System.Text;
using Cradle.Platform.Tables;

namespace Cradle.Platform.Tests;

public class TableTests
{
    private static readonly Sheet Sample = new("分工", ["序号", "主要任务", "", "人数"],
    [
        [1, "一、总则。", "文本", 12.5m],
        [2, null, "=1+1", new DateOnly(2025, 11, 30)],
    ])
    { Merged = [new(0, 1, 0, 2), new(1, 1, 2, 1)] };

    [Fact]
    public void A_workbook_is_read_back_as_it_was_written()
    {
        var table = Read(Workbook.Write(Sample));
        Assert.Equal((3, 4), (table.Rows, table.Columns));
        Assert.Equal(["2", "一、总则。", "=1+1", "2025-11-30"], Enumerable.Range(0, 4).Select(column => table[2, column]));
        Assert.Equal("12.5", table[1, 3]);
    }

    [Fact]
    public void A_merged_cell_has_its_text_everywhere_and_is_listed_once()
    {
        var table = Read(Workbook.Write(Sample));
        Assert.Equal("主要任务", table[0, 2]);
        Assert.Equal("一、总则。", table[2, 1]);
        Assert.Equal(["主要任务"], table.Texts(0, [1, 2]));
        Assert.Equal((1, 1), table.Origin(2, 1));
    }

    [Fact]
    public void The_same_sheets_give_the_same_bytes() => Assert.Equal(Workbook.Write(Sample, Sample with { Name = "二" }), Workbook.Write(Sample, Sample with { Name = "二" }));

    [Fact]
    public void A_control_character_is_left_out_and_a_rare_character_stays()
    {
        var table = Read(Workbook.Write(new Sheet("a", ["王\u0001\U00020BB7"], [])));
        Assert.Equal("王\U00020BB7", table[0, 0]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("这是一个名字长得任何一本工作簿都装不下的工作表还要再长一点才够三十一")]
    public void A_name_that_no_workbook_takes_is_refused(string name) => Assert.Throws<ArgumentException>(() => Workbook.Write(new Sheet(name, [], [])));

    [Fact]
    public void Text_in_UTF8_with_or_without_its_mark_and_in_GBK_reads_alike()
    {
        const string Text = "序号,单位\r\n1,\"市卫健委，\n市司法局\"\r\n,\r\n";
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;
        foreach (var bytes in new[] { Encoding.UTF8.GetBytes(Text), [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text)], gbk.GetBytes(Text) })
        {
            var (table, error) = TableFile.Read(bytes, "a.CSV");
            Assert.Null(error);
            Assert.Equal((2, "市卫健委，\n市司法局"), (table!.Rows, table[1, 1]));
        }
    }

    [Theory]
    [InlineData("a.pdf", "x", typeof(TableError.UnknownKind))]
    [InlineData("a.xlsx", "no workbook", typeof(TableError.Damaged))]
    [InlineData("a.csv", "", typeof(TableError.Empty))]
    [InlineData("a.csv", ",,\n,,\n", typeof(TableError.Empty))]
    public void A_file_that_is_no_table_gets_a_reason_and_a_remedy(string name, string text, Type kind)
    {
        var (table, error) = TableFile.Read(Encoding.UTF8.GetBytes(text), name);
        Assert.Null(table);
        Assert.IsType(kind, error);
        Assert.NotEmpty(error!.Remedy);
    }

    [Fact]
    public void Bytes_of_no_encoding_get_a_reason() => Assert.IsType<TableError.UnknownEncoding>(TableFile.Read([(byte)'a', 0x81, 0x20], "a.csv").Error);

    [Fact]
    public void A_file_beyond_a_limit_is_refused_before_it_is_read()
    {
        var rows = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a,b,c\n", 11)));
        Assert.IsType<TableError.TooLarge>(TableFile.Read(rows, "a.csv", new TableLimits { Bytes = 10 }).Error);
        Assert.IsType<TableError.TooLarge>(TableFile.Read(rows, "a.csv", new TableLimits { Rows = 10 }).Error);
        Assert.IsType<TableError.TooLarge>(TableFile.Read(rows, "a.csv", new TableLimits { Columns = 2 }).Error);
        Assert.IsType<TableError.TooLarge>(TableFile.Read(Workbook.Write(Sample), "a.xlsx", new TableLimits { Rows = 2 }).Error);
        Assert.IsType<TableError.TooLarge>(TableFile.Read(Workbook.Write(Sample), "a.xlsx", new TableLimits { Columns = 3 }).Error);
    }

    [Fact]
    public void A_small_file_that_unpacks_to_a_large_one_is_refused()
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = archive.CreateEntry("xl/worksheets/sheet1.xml").Open();
            part.Write(new byte[2 << 20]);
        }

        Assert.IsType<TableError.TooLarge>(TableFile.Read(memory.ToArray(), "a.xlsx", new TableLimits { UnpackedBytes = 1 << 20 }).Error);
    }

    [Fact]
    public void A_cell_longer_than_a_spreadsheet_takes_is_refused_before_a_string_is_made_of_it()
    {
        var packed = Workbook.Write(new Sheet("a", ["x"], [[new string('A', 40 << 20)]]));
        Assert.InRange(packed.Length, 1, 1 << 20);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal("characters in a cell", Assert.IsType<TableError.TooLarge>(TableFile.Read(packed, "a.xlsx").Error).What);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 << 20);
        Assert.IsType<TableError.TooLarge>(TableFile.Read(Workbook.Write(new Sheet("a", ["x"], [[new string('A', 32_768)]])), "a.xlsx").Error);
        Assert.Null(TableFile.Read(Workbook.Write(new Sheet("a", ["x"], [[new string('A', 32_767)]])), "a.xlsx").Error);
        Assert.IsType<TableError.TooLarge>(TableFile.Read(Encoding.UTF8.GetBytes(new string('A', 32_768)), "a.csv").Error);
    }

    [Fact]
    public void More_cells_than_are_read_at_once_are_refused()
    {
        Assert.Equal("cells", Assert.IsType<TableError.TooLarge>(TableFile.Read(Workbook.Write(Sample), "a.xlsx", new TableLimits { Cells = 3 }).Error).What);
        Assert.Equal("cells", Assert.IsType<TableError.TooLarge>(TableFile.Read("a,b\nc,d\n"u8.ToArray(), "a.csv", new TableLimits { Cells = 3 }).Error).What);
    }

    [Fact]
    public void Every_cut_of_a_workbook_is_refused_and_never_a_crash()
    {
        var whole = Workbook.Write(Sample);
        for (var length = 0; length < whole.Length; length += 7)
        {
            Assert.NotNull(TableFile.Read(whole[..length], "a.xlsx").Error);
        }
    }

    [Fact]
    public void Full_width_signs_and_blanks_make_no_difference() => Assert.Equal("市(县)12,A", PlainText.Key(" 市（县） １２，　Ａ"));

    private static Table Read(byte[] workbook)
    {
        var (table, error) = TableFile.Read(workbook, "a.xlsx");
        Assert.Null(error);
        return table!;
    }
}
