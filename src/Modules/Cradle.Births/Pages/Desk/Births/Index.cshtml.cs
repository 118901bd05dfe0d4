using Cradle.Births.Cases;
using Cradle.Births.Items;
using Cradle.Births.Promises;
using Cradle.Births.Work;
using Cradle.Platform.Access;
using Cradle.Platform.Data;
using Cradle.Platform.Tables;
using Cradle.Platform.Web;
using Cradle.Platform.Web.Access;
using Cradle.Primitives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Births.Pages.Desk.Births;

/// <summary>The worklist of a division: what waits for a person first, and every state by its number.</summary>
[RequirePermission(BirthsModule.Read)]
public sealed class IndexModel(PlatformDbContext database, SignedIn signedIn, CaseService service, CaseExport export, TypedPlace places, TimeProvider time) : PageModel
{
    private const int AtMost = 50;

    [BindProperty(SupportsGet = true)]
    public CaseState? State { get; set; }

    /// <summary>The number of one that somebody looks for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Number { get; set; }

    public IReadOnlyList<(CaseState State, int Count)> Counts { get; private set; } = [];

    public IReadOnlyList<JointCase> Cases { get; private set; } = [];

    public IReadOnlyList<CaseItem> Stuck { get; private set; } = [];

    /// <summary>Promised papers that have not come, the nearest last day first, each with its case.</summary>
    public IReadOnlyList<(PaperPromise Promise, string Number)> Promises { get; private set; } = [];

    public bool MayFile => signedIn.Authority.Has(BirthsModule.Apply);

    public DateOnly Today { get; } = ChinaTime.Today(time);

    /// <summary>The nearest promised day of each case that has one running.</summary>
    public IReadOnlyDictionary<Guid, DateOnly> Dues { get; private set; } = new Dictionary<Guid, DateOnly>();

    /// <summary>Whether the cases of this list can be put away together.</summary>
    public bool CanArchive => State is CaseState.Completed or CaseState.Withdrawn or CaseState.Rejected && signedIn.Authority.Has(BirthsModule.Decide);

    /// <summary>What became of each case that was chosen.</summary>
    public IReadOnlyList<(string Number, Words Says)> Outcomes { get; private set; } = [];

    /// <summary>Puts the chosen cases away; each succeeds or fails by itself.</summary>
    public async Task OnPostArchiveAsync(string[] chosen, CancellationToken cancellationToken)
    {
        var outcomes = new List<(string, Words)>();
        foreach (var (id, version) in chosen.Take(AtMost).Select(Chosen).OfType<(Guid, int)>())
        {
            var number = (await service.InScopeAsync(id, BirthsModule.Decide, cancellationToken))?.Number ?? "—";
            var error = await service.DecideAsync(id, CaseAction.Archive, version, null, cancellationToken);
            outcomes.Add((number, error is null ? CaseWords.Of(CaseState.Archived) : CaseWords.Of(error)));
            database.Forget();
        }

        Outcomes = outcomes;
        await OnGetAsync(cancellationToken);
    }

    public async Task<IActionResult> OnGetExportAsync(CancellationToken cancellationToken) => File(
        await export.WriteAsync(signedIn.Authority.RolesGiving(BirthsModule.Read), State, signedIn.Account!.DisplayName, places, cancellationToken), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "newborn-cases.xlsx");

    private static (Guid, int)? Chosen(string value) =>
        value.Split(':') is [var id, var version] && Guid.TryParse(id, out var guid) && int.TryParse(version, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? (guid, number) : null;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var roles = signedIn.Authority.RolesGiving(BirthsModule.Read);
        var cases = database.Set<JointCase>().AsNoTracking().Within(roles);
        var counts = await cases.GroupBy(one => one.State).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        Counts = [.. counts.OrderBy(row => row.Key).Select(row => (row.Key, row.Count))];
        var number = PlainText.Key(Number ?? "");
        Cases = await cases.Where(one => number.Length > 0 ? one.Number == number : State == null ? one.State == CaseState.PreCheck || one.State == CaseState.PartlyCompleted : one.State == State).OrderBy(one => one.Id).Take(AtMost).ToListAsync(cancellationToken);
        var listed = Cases.Select(one => one.Id).ToList();
        Dues = await database.Set<CaseItem>().AsNoTracking().Where(item => listed.Contains(item.CaseId) && item.Due != null).GroupBy(item => item.CaseId)
            .Select(group => new { group.Key, Due = group.Min(item => item.Due) }).ToDictionaryAsync(row => row.Key, row => row.Due!.Value, cancellationToken);
        var promises = await (from promise in database.Set<PaperPromise>().AsNoTracking().Within(roles) where promise.State == PromiseState.Running join one in cases on promise.CaseId equals one.Id orderby promise.Until select new { promise, one.Number })
            .Take(AtMost).ToListAsync(cancellationToken);
        Promises = [.. promises.Select(row => (row.promise, row.Number))];
        Stuck = await database.HangingFor(roles, ItemState.ManualQueue).OrderBy(item => item.Id).Take(AtMost).ToListAsync(cancellationToken);
    }
}
