using System.Globalization;
using Cradle.Governance.Access;
using Cradle.Governance.Board;
using Cradle.Governance.Ledger;
using Cradle.Governance.Matrix;
using Cradle.Governance.Units;
using Cradle.Platform.Data;
using Cradle.Platform.Tables;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Cradle.Primitives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.Pages.Governance.Tasks;

/// <summary>One task by hand; units and deadline are written as a table would have them, and read alike.</summary>
[RequirePermission(GovernancePermissions.Compile)]
public sealed class NewModel(MatrixService matrix, TaskService tasks, UnitService units, PlatformDbContext database, SignedIn signedIn, HeldRoleText places, TimeProvider time) : WorkPage(signedIn, places)
{
    private UnitDirectory directory = null!;

    [BindProperty]
    public string? Document { get; set; }

    [BindProperty]
    public int? Year { get; set; }

    [BindProperty]
    public int? Number { get; set; }

    [BindProperty]
    public string? Part { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Units { get; set; }

    [BindProperty]
    public string? Deadline { get; set; }

    public IReadOnlyList<string> Parts { get; private set; } = [];

    public Task<IActionResult> OnPostAsync(CancellationToken stop) => DoAsync(async () =>
    {
        var (document, year) = (Document?.Trim() ?? "", Year ?? ChinaTime.Today(time).Year);
        if (new[] { (nameof(Document), document), (nameof(Part), Part), (nameof(Title), Title), (nameof(Units), Units) }.FirstOrDefault(field => string.IsNullOrWhiteSpace(field.Item2)) is { Item1: { } empty })
        {
            return ("", new LedgerError.Invalid(empty, Say("请填写。", "Fill this in.")));
        }

        var number = Number ?? 1 + (await database.Set<KeyTask>().Where(task => task.Division == Division && task.Document == document && task.Year == year).MaxAsync(task => (int?)task.Number, stop) ?? 0);
        var table = new Table([["序号", "主要任务", "", "", "责任单位", "完成时限"], [number.ToString(CultureInfo.InvariantCulture), "", Title!.Trim(), Text?.Trim() ?? "", Units!.Trim(), Deadline?.Trim() ?? ""]]);
        var reading = new MatrixReader(directory, "", ChinaTime.Today(time)).Read(table);
        LedgerError.Invalid[] wrong = [.. reading.Findings.Where(finding => finding.IsError).Select(finding => new LedgerError.Invalid(finding.Field, finding.Says.ToString()))];
        if (wrong.Length > 0)
        {
            wrong.SkipLast(1).ToList().ForEach(Tell);
            return ("", wrong[^1]);
        }

        var (id, error) = await matrix.AddAsync(Division, document, year, reading with { Rows = [.. reading.Rows.Select(row => row with { Section = Part!.Trim(), Title = Title.Trim(), Text = Text?.Trim() ?? "" })] }, stop);
        error = error is LedgerError.Doubled ? new LedgerError.Invalid(nameof(Number), LedgerWords.Of(error).ToString()) : error;
        return (GovernanceLinks.Task(id), error ?? await tasks.AssignAsync(id, 0, stop));
    }, stop);

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (!Enter(GovernancePermissions.Compile) || OwnUnit is not null)
        {
            return false;
        }

        directory = await units.DirectoryAsync(Division, stop);
        Parts = await database.Set<KeyTask>().Where(task => task.Division == Division).Select(task => task.Part).Distinct().Order().ToListAsync(stop);
        return true;
    }
}
