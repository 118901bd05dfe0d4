using Cradle.Governance.Access;
using Cradle.Governance.Board;
using Cradle.Governance.Ledger;
using Cradle.Governance.Orders;
using Cradle.Governance.Rhythms;
using Cradle.Governance.Units;
using Cradle.Platform.Data;
using Cradle.Platform.Web;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Cradle.Primitives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Governance.Pages.Governance;

/// <summary>The supervisor's orders of a place; units read and answer theirs by the same address.</summary>
[RequirePermission(GovernancePermissions.Read)]
public sealed class OrdersModel(OrderService orders, UnitService units, PlatformDbContext database, SignedIn signedIn, HeldRoleText places, TimeProvider time) : WorkPage(signedIn, places)
{
    private const int Most = 256;

    [BindProperty]
    public Guid Order { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public int? Days { get; set; }

    public IReadOnlyList<SupervisoryOrder> Orders { get; private set; } = [];

    /// <summary>What they are about.</summary>
    public IReadOnlyDictionary<Guid, string> Titles { get; private set; } = new Dictionary<Guid, string>();

    public DateOnly Today => ChinaTime.Today(time);

    protected override IReadOnlyList<string> ReasonFields => [];

    public Task<IActionResult> OnPostReadAsync(CancellationToken stop) => DoAsync(() => orders.ReadAsync(Order, stop), GovernanceLinks.Mine, stop);

    public Task<IActionResult> OnPostAnswerAsync(CancellationToken stop) => DoAsync(() => orders.AnswerAsync(Order, Text ?? "", Version, stop), GovernanceLinks.Mine, stop);

    public Task<IActionResult> OnPostAcceptAsync(CancellationToken stop) => DoAsync(() => orders.DecideAsync(Order, true, Version, null, stop), GovernanceLinks.Orders, stop);

    public Task<IActionResult> OnPostRejectAsync(CancellationToken stop) => DoAsync(() => orders.DecideAsync(Order, false, Version, Text, stop), GovernanceLinks.Orders, stop);

    public Task<IActionResult> OnPostEscalateAsync(CancellationToken stop) => DoAsync(async () =>
    {
        if (Days is not (> 0 and <= Rhythm.MostDays))
        {
            return new LedgerError.Invalid(nameof(Days), Wording.Say($"请填天数，从 1 到 {Rhythm.MostDays}。", $"Enter the days, from 1 to {Rhythm.MostDays}."));
        }

        await orders.EscalateAsync(Division, Days.Value, stop);
        return null;
    }, GovernanceLinks.Orders, stop);

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (!Enter(GovernancePermissions.Read))
        {
            return false;
        }

        Know(await units.DirectoryAsync(Division, stop), Today);
        var names = OwnNames;
        Orders = await database.Set<SupervisoryOrder>().AsNoTracking()
            .Where(order => order.Division >= Division && order.Division <= Division.LastWithin && order.State != OrderState.Accepted && (names == null || names.Contains(order.Unit)))
            .OrderBy(order => order.AnswerBy).Take(Most).ToListAsync(stop);
        Titles = await orders.TasksOfAsync(Orders, stop);
        return true;
    }
}
