using System.IO.Compression;
using System.Text;
using Cradle.Platform.Access;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Files;
using Cradle.Platform.Processes;
using Cradle.Platform.Tables;
using Cradle.Platform.Tests.Cases;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Platform.Tests;

public abstract class FileTests(TestDatabase database) : CaseSuite(database)
{
    private const string Permission = "tests.papers";
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\nnothing in it");
    private static readonly DivisionCode Nanguan = DivisionCode.Parse("220102");
    private static readonly DivisionCode Kuancheng = DivisionCode.Parse("220103");

    protected override void Configure(IServiceCollection services)
    {
        base.Configure(services);
        services.Configure<FileStoreOptions>(options => options.SweepEvery = TimeSpan.FromDays(1000));   // the tests sweep by hand
    }

    [Fact]
    public async Task What_was_kept_is_opened_by_who_holds_its_permission_there_and_the_log_says_so()
    {
        var id = await KeepAsync();
        var opened = await OpenAsync("li", Nanguan, id);
        Assert.Equal(("出生证 王小明.pdf", FileKind.Pdf), (opened!.Value.Name, opened.Value.File.Kind));
        Assert.Equal(Pdf, opened.Value.Content);
        var entry = await InDatabaseAsync(context => context.AuditEntries.OrderByDescending(entry => entry.Sequence).FirstAsync(Stop));
        Assert.Equal((AuditTrail.Viewed, "li", id, Nanguan), (entry.Action, entry.ActorId, entry.SubjectId, entry.Division));
        Assert.DoesNotContain("王小明", entry.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_division_and_another_permission_open_nothing_and_leave_no_trace()
    {
        var id = await KeepAsync();
        Assert.Null(await OpenAsync("li", Kuancheng, id));
        Assert.Null(await OpenAsync("li", Nanguan, id, "tests.other"));
        Assert.Null(await OpenAsync("li", Nanguan, Guid.CreateVersion7(Time.GetUtcNow())));
        Assert.False(await InDatabaseAsync(context => context.AuditEntries.AnyAsync(entry => entry.Action == AuditTrail.Viewed, Stop)));
    }

    [Fact]
    public async Task Who_handed_it_in_and_whose_it_is_open_it_from_anywhere()
    {
        var person = Guid.CreateVersion7(Time.GetUtcNow());
        var id = await KeepAsync(person: person);
        Assert.NotNull(await OpenAsync("wang", Kuancheng, id, "tests.other"));
        Assert.NotNull(await OpenAsync(person.ToString("N"), Kuancheng, id, "tests.other"));
        await OpenAsync("li", Nanguan, id);
        Assert.Equal(["li"], await InDatabaseAsync(context => context.AuditEntries.Where(entry => entry.PersonId == person).Select(entry => entry.ActorId).ToListAsync(Stop)));
    }

    [Fact]
    public async Task The_same_content_lies_once_and_neither_it_nor_its_name_can_be_read_on_the_disk_or_in_the_database()
    {
        await KeepAsync();
        await KeepAsync();
        var stored = Assert.Single(Directory.GetFiles(Path.Combine(StateFolder, "files"), "*", SearchOption.AllDirectories));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Pdf)), Path.GetFileName(stored));
        Assert.DoesNotContain("nothing in it", Encoding.Latin1.GetString(await File.ReadAllBytesAsync(stored, Stop)), StringComparison.Ordinal);
        Assert.All(await InDatabaseAsync(context => context.Set<StoredFile>().Select(file => file.ProtectedName).ToListAsync(Stop)),
            name => Assert.DoesNotContain("王小明", Encoding.UTF8.GetString(name), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_sweep_takes_bytes_that_no_row_names_and_rows_that_were_never_attached_and_nothing_else()
    {
        var attached = await KeepAsync();
        var unattached = await KeepAsync(Encoding.ASCII.GetBytes("%PDF-1.7 another"), attach: false);
        await AsOfficerAsync("wang", async services => (await services.GetRequiredService<FileStore>().KeepAsync(Paper(Encoding.ASCII.GetBytes("%PDF-1.7 never saved")), Place(null), Stop)).Id);
        Assert.Equal((0, 0), await SweepAsync());
        Time.Advance(TimeSpan.FromHours(2));
        Assert.Equal((0, 1), await SweepAsync());
        Time.Advance(TimeSpan.FromDays(31));
        Assert.Equal((1, 1), await SweepAsync());
        Assert.NotNull(await OpenAsync("wang", Nanguan, attached));
        Assert.Null(await OpenAsync("wang", Nanguan, unattached));
        Assert.Single(Directory.GetFiles(Path.Combine(StateFolder, "files"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Bytes_that_somebody_writes_again_while_they_are_swept_stay()
    {
        var vault = Running.Services.GetRequiredService<FileVault>();
        var hash = await vault.WriteAsync(Pdf, Stop);
        var before = Time.GetUtcNow().AddHours(1);
        Assert.False(await vault.DeleteAsync(hash, before, () => Task.FromResult(true)));
        Time.Advance(TimeSpan.FromHours(2));
        await vault.WriteAsync(Pdf, Stop);
        Assert.False(await vault.DeleteAsync(hash, before, () => Task.FromResult(false)));
        Assert.Equal(Pdf, await vault.ReadAsync(hash, Stop));
        Assert.True(await vault.DeleteAsync(hash, Time.GetUtcNow().AddSeconds(1), () => Task.FromResult(false)));
        await Assert.ThrowsAsync<FileNotFoundException>(() => vault.ReadAsync(hash, Stop));
    }

    [Fact]
    public async Task Bytes_that_were_changed_on_the_disk_are_not_given_out()
    {
        var id = await KeepAsync();
        var stored = Directory.GetFiles(Path.Combine(StateFolder, "files"), "*", SearchOption.AllDirectories).Single();
        var bytes = await File.ReadAllBytesAsync(stored, Stop);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(stored, bytes, Stop);
        await Assert.ThrowsAnyAsync<System.Security.Cryptography.CryptographicException>(() => OpenAsync("li", Nanguan, id));
    }

    private static Upload Paper(byte[] content) => UploadRule.Papers.Check("出生证 王小明.pdf", content).Upload!;

    private static FilePlace Place(AuditSubject? subject, Guid? person = null) => new(Permission, Nanguan, Person: person, Subject: subject);

    private Task<Guid> KeepAsync(byte[]? content = null, bool attach = true, Guid? person = null) => AsOfficerAsync("wang", async services =>
    {
        AuditSubject? subject = attach ? new AuditSubject("test-case", Guid.CreateVersion7(Time.GetUtcNow())) : null;
        var file = await services.GetRequiredService<FileStore>().KeepAsync(Paper(content ?? Pdf), Place(subject, person), Stop);
        await services.GetRequiredService<PlatformDbContext>().SaveChangesAsync(Stop);
        return file.Id;
    });

    private Task<(StoredFile File, string Name, byte[] Content)?> OpenAsync(string actor, DivisionCode division, Guid id, string permission = Permission) => Running.InScopeAsync(services =>
    {
        services.GetRequiredService<ProcessScope>().Begin(new ProcessContext
        {
            Actor = new Actor(ActorKind.Officer, actor), Process = PlatformPermissions.Files, Correlation = Guid.CreateVersion7(Time.GetUtcNow()), Authority = Authority.Over(division, permission),
        });
        return services.GetRequiredService<FileStore>().OpenAsync(id, Stop);
    });

    private Task<(int Rows, int Contents)> SweepAsync() => Running.InScopeAsync(services => services.GetRequiredService<FileStore>().SweepAsync(Stop));
}

public sealed class SqliteFileTests() : FileTests(new TestDatabase.Sqlite());

public sealed class PostgreSqlFileTests(PostgreSqlServer server) : FileTests(new TestDatabase.PostgreSql(server));

public class UploadRuleTests
{
    private static readonly UploadRule Everything = new(2 << 20, Enum.GetValues<FileKind>());
    private static readonly byte[] Workbook = Tables.Workbook.Write(new Sheet("一", ["甲"], []));

    public static TheoryData<string, byte[], Type> Refused => new()
    {
        { "a.pdf", [], typeof(FileError.Empty) },
        { "a.pdf", new byte[(2 << 20) + 1], typeof(FileError.TooLarge) },
        { "a.exe", [0x4D, 0x5A, 0], typeof(FileError.NotTaken) },
        { "a", [0x4D, 0x5A, 0], typeof(FileError.NotTaken) },
        { "a.pdf", [0x4D, 0x5A, 0], typeof(FileError.NotWhatItsNameSays) },
        { "a.png", [0xFF, 0xD8, 0xFF, 0xE0], typeof(FileError.NotWhatItsNameSays) },
        { "a.csv", [0x61, 0x00, 0x62], typeof(FileError.NotWhatItsNameSays) },
        { "a.docx", Workbook, typeof(FileError.NotWhatItsNameSays) },
        { "a.xlsx", Zip(("readme.txt", [1])), typeof(FileError.NotWhatItsNameSays) },
        { "a.xlsx", Workbook[..(Workbook.Length / 2)], typeof(FileError.Damaged) },
        { "a.xlsx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1], typeof(FileError.Locked) },
        { "a.xlsx", Zip(("xl/workbook.xml", [1]), ("xl/vbaProject.bin", [1])), typeof(FileError.Macros) },
        { "a.xlsx", Zip(("xl/workbook.xml", [1]), ("xl/worksheets/sheet1.xml", new byte[FileContent.UnpackedBytes])), typeof(FileError.Unpacks) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_file_that_is_not_taken_is_told_why(string name, byte[] content, Type why)
    {
        var (upload, error) = Everything.Check(name, content);
        Assert.Null(upload);
        Assert.IsType(why, error);
    }

    [Theory]
    [InlineData("a.PDF", FileKind.Pdf)]
    [InlineData("C:\\papers\\a.jpeg", FileKind.Jpeg)]
    [InlineData("a.png", FileKind.Png)]
    [InlineData("a.xlsx", FileKind.Xlsx)]
    [InlineData("a.docx", FileKind.Docx)]
    [InlineData("a.csv", FileKind.Csv)]
    public void A_file_of_each_kind_is_taken_under_its_bare_name(string name, FileKind kind)
    {
        byte[] content = kind switch
        {
            FileKind.Pdf => [.. "%PDF-1.4"u8],
            FileKind.Jpeg => [0xFF, 0xD8, 0xFF, 0xE0],
            FileKind.Png => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A],
            FileKind.Xlsx => Workbook,
            FileKind.Docx => Zip(("word/document.xml", [1])),
            _ => Encoding.UTF8.GetBytes("序号,姓名\n"),
        };
        var (upload, error) = Everything.Check(name, content);
        Assert.Null(error);
        Assert.Equal((kind, "a" + Path.GetExtension(name)), (upload!.Kind, upload.Name));
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = archive.CreateEntry(name, CompressionLevel.Optimal).Open();
                part.Write(content);
            }
        }

        return memory.ToArray();
    }
}
