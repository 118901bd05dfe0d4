using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Files;
using Cradle.Platform.Protection;
using Cradle.Platform.Tables;
using Cradle.Platform.Web.Files;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Platform.Web.Tables;

/// <summary>What an import page needs of the platform.</summary>
public sealed class ImportDesk(ImportService imports, FileStore files, PlatformDbContext database, AuditTrail audit)
{
    internal ImportService Imports => imports;

    internal FileStore Files => files;

    internal PlatformDbContext Database => database;

    internal AuditTrail Audit => audit;
}

/// <summary>
/// A page that imports a table: template, dry run, the file given back with its faults, and all rows or chosen ones taken. A module says
/// what a row is and what becomes of it; the page holds <c>&lt;partial name="_TableImport" model="Model.View" /&gt;</c>.
/// The file is kept between the dry run and the import, so that what was checked is what is taken.
/// </summary>
/// <typeparam name="T">What a row becomes.</typeparam>
[RequestFormLimits(MultipartBodyLengthLimit = 24 << 20, ValueCountLimit = 4096)]
public abstract class TableImportPage<T>(ImportDesk desk) : PageModel
    where T : class
{
    private const string Upload = "table";

    public ImportView View { get; private set; } = new([]);

    protected abstract ImportSpec<T> Spec { get; }

    /// <summary>Whose the file is and who may open it afterwards; null where this account may not import here.</summary>
    protected abstract FilePlace? Place { get; }

    /// <summary>Adds one row to the context with its audit entry, and does not save.</summary>
    protected abstract Task<RowAnswer> TakeAsync(T row, CancellationToken cancellationToken);

    /// <summary>What a module notes of a table that was checked, whether its rows are taken or not. It adds, and does not save.</summary>
    protected virtual void OnChecked(ImportReading<T> reading)
    {
    }

    public IActionResult OnGet()
    {
        View = Fresh;
        return Place is null ? NotFound() : Page();
    }

    public IActionResult OnGetTemplate() => Place is null ? NotFound() : File(Spec.Template(), FileKind.Xlsx.MediaType(), Spec.Title + ".xlsx");

    public async Task<IActionResult> OnPostCheckAsync(CancellationToken cancellationToken)
    {
        View = Fresh;
        if (Place is not { } place)
        {
            return NotFound();
        }

        var (upload, error) = await UploadRule.Tables.ReadAsync(Request.Form.Files[Upload], cancellationToken);
        if (upload is null)
        {
            ModelState.AddModelError(Upload, FileWords.Of(error!));
            return Page();
        }

        var kept = await desk.Files.KeepAsync(upload, place, cancellationToken);
        var reading = Spec.Read(upload.Content, upload.Name);
        OnChecked(reading);
        await desk.Database.SaveChangesAsync(cancellationToken);
        await ShowAsync(kept.Id, reading, null, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostTakeAsync(Guid file, int[] lines, bool all, CancellationToken cancellationToken)
    {
        if (Place is null || await desk.Files.OpenAsync(file, cancellationToken) is not { } opened)
        {
            return NotFound();
        }

        var reading = Spec.Read(opened.Content, opened.Name);
        if (!all && lines.Length == 0)
        {
            ModelState.AddModelError("lines", Wording.Say("请先勾选要导入的行", "Choose the rows to take first"));
        }

        if (!ModelState.IsValid)
        {
            await ShowAsync(file, reading, null, cancellationToken);
            return Page();
        }

        var outcome = await desk.Imports.TakeAsync(Spec, reading, all ? null : lines.ToHashSet(), TakeAsync, cancellationToken);
        desk.Audit.Record("imported", opened.File.AuditSubject, detail: new { spec = Spec.Kind, taken = outcome.Taken.Count, earlier = outcome.Earlier.Count, refused = outcome.Refused.Count });
        await desk.Files.AttachOnceAsync(file, new AuditSubject("import", file), cancellationToken);
        await desk.Database.SaveChangesAsync(cancellationToken);
        await ShowAsync(file, reading, outcome, cancellationToken);
        return Page();
    }

    /// <summary>The file as it was sent, each row with its receipt or its faults.</summary>
    public async Task<IActionResult> OnGetMarkedAsync(Guid file, CancellationToken cancellationToken)
    {
        if (Place is null || await desk.Files.OpenAsync(file, cancellationToken) is not { } opened)
        {
            return NotFound();
        }

        var reading = Spec.Read(opened.Content, opened.Name);
        if (reading.Table is null)
        {
            return NotFound();
        }

        var receipts = await desk.Imports.ReceiptsAsync(Spec, reading, cancellationToken);
        var says = Wording.Say("✓ 已导入，回执 ", "✓ taken, receipt ");
        var ready = Wording.Say("✓ 可以导入", "✓ ready to be taken");
        return File(reading.Marked(line => receipts.TryGetValue(line, out var receipt) ? says + receipt : ready, Wording.InEnglish), FileKind.Xlsx.MediaType(), $"{Spec.Title}-{ImportSpec<T>.ResultHeading}.xlsx");
    }

    private ImportView Fresh => new(Spec.Columns) { Route = Request.Query.Where(pair => pair.Key is not ("handler" or "file")).ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal) };

    private async Task ShowAsync(Guid file, ImportReading<T> reading, ImportOutcome? outcome, CancellationToken cancellationToken)
    {
        View = Fresh;
        if (reading.Table is not { } table)
        {
            ModelState.AddModelError(Upload, TableWords.Of(reading.Error!));
            return;
        }

        var receipts = await desk.Imports.ReceiptsAsync(Spec, reading, cancellationToken);
        var problems = reading.Findings.Concat(outcome?.Refused ?? []).ToLookup(finding => finding.Line);
        var good = reading.Rows.Select(row => row.Line).ToHashSet();
        View = View with
        {
            File = file,
            Ignored = reading.Ignored,
            Good = good.Count(line => !receipts.ContainsKey(line) && !problems[line].Any()),
            Bad = problems.Count,
            Earlier = receipts.Count - (outcome?.Taken.Count ?? 0),
            Taken = outcome?.Taken.Count,
            // Faults first: they are what there is to do.
            Lines = [.. problems.Select(group => group.Key).Concat(good).Distinct().OrderBy(line => problems[line].Any() ? 0 : receipts.ContainsKey(line) ? 2 : 1).ThenBy(line => line).Take(ImportView.Most)
                .Select(line => new ImportLine(line, CellsOf(table, reading, line), [.. problems[line].Select(TableWords.Of)], receipts.GetValueOrDefault(line)))],
        };
    }

    private string[] CellsOf(Table table, ImportReading<T> reading, int line) => [.. Spec.Columns.Select(column => PersonalNumbers.MaskIn(reading.Cell(column, line)))];
}
