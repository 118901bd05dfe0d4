using System.Globalization;
using System.Text;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Processes;
using Cradle.Platform.Protection;
using Cradle.Primitives;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Platform.Tables;

/// <summary>How an export is written.</summary>
public enum ExportFormat
{
    Xlsx,
    Csv,
}

/// <summary>An export, ready to be sent.</summary>
public sealed record ExportedFile(string Name, string MediaType, byte[] Content);

/// <summary>
/// Writes a list for somebody to take away: identity and phone numbers masked wherever they stand, above it a line that says who
/// took it, when and of what, and an entry in the audit log that the line can be traced to.
/// </summary>
public sealed class TableExport(PlatformDbContext database, AuditTrail audit, ProcessScope process, TimeProvider time)
{
    /// <summary>The subject of the entry that each export has.</summary>
    public const string SubjectType = "export";

    // What a spreadsheet takes for the beginning of a formula, full-width too.
    private const string FormulaSigns = "=+-@\t\r＝＋－＠";
    private static readonly CsvConfiguration Csv = new(CultureInfo.InvariantCulture) { NewLine = "\r\n" };

    /// <summary>Writes a list; it is in the audit log before it is given.</summary>
    /// <param name="sheet">The list. What is secret comes as <see cref="Masked"/>; numbers in texts are masked here.</param>
    /// <param name="scope">Of what it is, in words: 长春市，2026年，待受理.</param>
    /// <param name="format">How it is written.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<ExportedFile> WriteAsync(Sheet sheet, string scope, ExportFormat format, CancellationToken cancellationToken = default)
    {
        var (now, actor) = (time.GetUtcNow(), process.Current.Actor.Id);
        var id = Guid.CreateVersion7(now);
        var who = Guid.TryParse(actor, out var account) ? await database.Accounts.Where(row => row.Id == account).Select(row => row.DisplayName + "（" + row.UserName + "）").FirstOrDefaultAsync(cancellationToken) : null;
        var rows = sheet.Rows.Select(row => (IReadOnlyList<object?>)[.. row.Select(Shown)]).ToList();
        var marked = sheet with
        {
            Rows = rows,
            Note = $"{sheet.Name} · 导出人 {who ?? actor} · {ChinaTime.Of(now):yyyy-MM-dd HH:mm} · 范围：{scope} · {rows.Count} 行 · 编号 {id:N} · 只限本次工作使用，不得转发",
            Merged = [.. sheet.Merged.Select(cells => cells with { FirstRow = cells.FirstRow + 1, LastRow = cells.LastRow + 1 })],
        };
        audit.Record("exported", new AuditSubject(SubjectType, id), detail: new { sheet.Name, scope, rows = rows.Count, format = format.ToString() });
        await database.SaveChangesAsync(cancellationToken);
        var name = $"{sheet.Name}-{ChinaTime.Of(now):yyyyMMdd-HHmm}";
        return format == ExportFormat.Xlsx
            ? new ExportedFile(name + ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Workbook.Write(marked))
            : new ExportedFile(name + ".csv", "text/csv; charset=utf-8", WriteCsv(marked));
    }

    /// <summary>The same as CSV: UTF-8 with the mark that spreadsheets look for, and no cell that they would run.</summary>
    internal static byte[] WriteCsv(Sheet sheet)
    {
        using var memory = new MemoryStream();
        using (var writer = new CsvWriter(new StreamWriter(memory, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)), Csv))
        {
            IEnumerable<IReadOnlyList<object?>> lines = [.. sheet.Note is { } note ? (IReadOnlyList<object?>[])[[note]] : [], [.. sheet.Headings], .. sheet.Rows];
            foreach (var line in lines)
            {
                foreach (var value in line)
                {
                    writer.WriteField(value is int or long or decimal or double ? ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture) : Harmless(Text(value)));
                }

                writer.NextRecord();
            }
        }

        return memory.ToArray();
    }

    private static string Harmless(string text) => text.Length > 0 && FormulaSigns.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;

    private static string Text(object? value) => value switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    // A long number that is a phone's or an identity is masked even where it came as a number.
    private static object? Shown(object? value) => value switch
    {
        int or decimal or double or DateOnly or null => value,
        long number when !PersonalNumbers.AreIn(number.ToString(CultureInfo.InvariantCulture)) => number,
        _ => PersonalNumbers.MaskIn(Text(value)),
    };
}
