using Cradle.Births.Cases;
using Cradle.Births.LegacyFees;
using Cradle.Platform.Processes;
using Cradle.Platform.Tables;
using Cradle.Platform.Web;
using Cradle.Platform.Web.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Births.Pages.Desk.Fees;

/// <summary>Takes a list of old cases in: first a look, then the rows that are right; sending it again adds nothing.</summary>
[RequirePermission(BirthsModule.Decide)]
[RequestFormLimits(MultipartBodyLengthLimit = 24 << 20)]
public sealed class ImportModel(LegacyFeeService service, ProcessScope process, TypedPlace places) : PageModel
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public string PlaceName => places.NameOf(process.Current.Division);

    public IReadOnlyList<LegacyFeeFinding> Findings { get; private set; } = [];

    public int? Checked { get; private set; }

    public LegacyFeeImport? Outcome { get; private set; }

    public IActionResult OnGetTemplate() => File(LegacyFeeList.Template(), Xlsx, "old-fee-cases.xlsx");

    public async Task<IActionResult> OnPostCheckAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        if (await ReadAsync(file, cancellationToken) is { } reading)
            (Findings, Checked) = (reading.Findings, reading.Rows.Count);
        return Page();
    }

    public async Task<IActionResult> OnPostFindingsAsync(IFormFile? file, CancellationToken cancellationToken) =>
        await ReadAsync(file, cancellationToken) is { } reading ? File(reading.WithFindings(), Xlsx, "old-fee-cases-checked.xlsx") : Page();

    public async Task<IActionResult> OnPostImportAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        if (await ReadAsync(file, cancellationToken) is { } reading)
        {
            Outcome = await service.ImportAsync(process.Current.Division, reading, cancellationToken);
            Findings = Outcome.Findings;
        }

        return Page();
    }

    private async Task<LegacyFeeReading?> ReadAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        if (file is null || file.Length == 0 || file.Length > TableLimits.Usual.Bytes)
        {
            ModelState.AddModelError("file", Wording.Say($"请选一个不超过 {TableLimits.Usual.Bytes >> 20} MB 的表格", $"Choose a table of at most {TableLimits.Usual.Bytes >> 20} MB"));
            return null;
        }

        using var memory = new MemoryStream();
        await file.CopyToAsync(memory, cancellationToken);
        return service.Read(memory.ToArray(), file.FileName);
    }
}
