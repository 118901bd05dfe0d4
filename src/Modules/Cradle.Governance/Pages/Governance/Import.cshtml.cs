using Cradle.Governance.Access;
using Cradle.Governance.Board;
using Cradle.Governance.Ledger;
using Cradle.Governance.Matrix;
using Cradle.Governance.Measures;
using Cradle.Governance.Units;
using Cradle.Platform;
using Cradle.Platform.Tables;
using Cradle.Platform.Web;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Cradle.Primitives;
using Cradle.Rules.Packs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Cradle.Governance.Pages.Governance;

/// <summary>Takes a matrix in: first a look at what is doubtful, then all of it or nothing.</summary>
[RequirePermission(GovernancePermissions.Compile)]
[RequestFormLimits(MultipartBodyLengthLimit = 24 << 20)]
public sealed class ImportModel(
    MatrixService matrix, PolicyPack pack, UnitService units, TaskService tasks, DivisionCatalogue divisions, IOptions<PlatformOptions> options, SignedIn signedIn, HeldRoleText places, TimeProvider time) : LedgerPage(signedIn, places)
{
    /// <summary>So many findings are listed.</summary>
    public const int Most = 64;

    [BindProperty]
    public string? Document { get; set; }

    [BindProperty]
    public int? Year { get; set; }

    public int Units { get; private set; }

    /// <summary>The units that come with the product and that no spelling in the directory of the place names.</summary>
    public IReadOnlyList<UnitEntry> Offered { get; private set; } = [];

    public MatrixReading? Reading { get; private set; }

    /// <summary>The documents of this place or of one above it, whose clauses a matrix can be derived from.</summary>
    public IReadOnlyList<PolicyDocument> Documents => [.. pack.Documents.Values.Where(document => !document.IsNorm && document.SpeaksTo(Division))];

    public static string NameOf(PolicyDocument document) => $"{document.Id} {(Wording.InEnglish ? document.Title.En : document.Title.Zh)}";

    /// <summary>The document whose clauses the reading was derived from.</summary>
    public string? Derived { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostUnitsAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        var (_, error) = await units.AddAsync(Division, Offered, cancellationToken);
        Tell(error);
        return error is null ? Redirect("~/" + GovernanceLinks.Import + "?division=" + Division) : Page();
    }

    public async Task<IActionResult> OnPostReadAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        await ReadAsync(file, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostImportAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        var year = Year ?? ChinaTime.Today(time).Year;
        if (string.IsNullOrWhiteSpace(Document))
        {
            ModelState.AddModelError(nameof(Document), Wording.Say("请填文件编号", "Name the document"));
        }

        if (await ReadAsync(file, cancellationToken) && Reading!.HasErrors)
        {
            ModelState.AddModelError("file", Wording.Say("表里还有要改的地方，什么都没有写入；列在下面。", "The table has things to mend, listed below; nothing was written."));
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var (_, error) = await matrix.ImportAsync(Division, Document!.Trim(), year, Reading!, cancellationToken);
        if (error is not null)
        {
            Tell(error);
            return Page();
        }

        await tasks.AssignAllAsync(Division, Document.Trim(), year, cancellationToken);
        return Redirect("~/" + GovernanceLinks.List(new TaskFilter { Division = Division }));
    }

    public Task<IActionResult> OnPostLookAsync(string? source, CancellationToken cancellationToken) => DeriveAsync(source, isKept: false, cancellationToken);

    public Task<IActionResult> OnPostDeriveAsync(string? source, CancellationToken cancellationToken) => DeriveAsync(source, isKept: true, cancellationToken);

    private async Task<IActionResult> DeriveAsync(string? source, bool isKept, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || Documents.FirstOrDefault(known => known.Id == source) is not { } document)
        {
            return NotFound();
        }

        Derived = document.Id;
        Reading = MatrixService.Derive(document, await units.DirectoryAsync(Division, cancellationToken), ChinaTime.Today(time));
        if (!isKept || Reading.Rows.Count == 0)
        {
            return Page();
        }

        var year = Year ?? ChinaTime.Today(time).Year;
        var (_, error) = await matrix.ImportAsync(Division, document.Id, year, Reading, cancellationToken);
        if (error is not null)
        {
            Tell(error);
            return Page();
        }

        await tasks.AssignAllAsync(Division, document.Id, year, cancellationToken);
        return Redirect("~/" + GovernanceLinks.List(new TaskFilter { Division = Division }));
    }

    private async Task<bool> ReadAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        if (file is null || file.Length == 0 || file.Length > TableLimits.Usual.Bytes)
        {
            ModelState.AddModelError("file", Wording.Say($"请选一个不超过 {TableLimits.Usual.Bytes >> 20} MB 的表格", $"Choose a table of at most {TableLimits.Usual.Bytes >> 20} MB"));
            return false;
        }

        using var memory = new MemoryStream();
        await file.CopyToAsync(memory, cancellationToken);
        var place = divisions.Find(Division)?.ShortZh ?? "";
        Reading = new MatrixReader(await units.DirectoryAsync(Division, cancellationToken), place, ChinaTime.Today(time)).Read(memory.ToArray(), file.FileName);
        return true;
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (!Enter(GovernancePermissions.Compile) || OwnUnit is not null)
        {
            return false;
        }

        var directory = await units.DirectoryAsync(Division, cancellationToken);
        Units = directory.All.Count;
        Offered = [.. (Shipped()?.All ?? []).Where(unit => unit.Aliases.Prepend(unit.Name).All(spelling => directory.Find(spelling) is null))];
        return true;
    }

    private UnitDirectory? Shipped() => UnitFile.Find(Path.Combine(options.Value.Data, "units"), Division) is { } path ? UnitFile.Read(path) : null;
}
