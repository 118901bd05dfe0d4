using Cradle.Governance.Access;
using Cradle.Governance.Board;
using Cradle.Governance.Ledger;
using Cradle.Governance.Measures;
using Cradle.Platform.Data;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Cradle.Primitives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.Pages.Governance.Measures;

/// <summary>One measure and its next step.</summary>
[RequirePermission(GovernancePermissions.Read)]
public sealed class MeasureModel(MeasureService measures, PlatformDbContext database, SignedIn signedIn, HeldRoleText places, TimeProvider time) : WorkPage(signedIn, places)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public DateOnly? Day { get; set; }

    public Measure Measure { get; private set; } = null!;

    public IReadOnlyList<MeasureAction> Steps => Possible(MeasureLifecycle.Table, Measure);

    public DateOnly Today => ChinaTime.Today(time);

    public Task<IActionResult> OnPostStepAsync(MeasureAction step, CancellationToken stop) => DoAsync(async () => step switch
    {
        MeasureAction.IssueRule or MeasureAction.Start when Day is null => new LedgerError.Invalid(nameof(Day), Say("请填日期。", "Name a day.")),
        MeasureAction.IssueRule => await measures.IssueRuleAsync(Id, Text?.Trim() ?? "", Day!.Value, stop),
        MeasureAction.Start => await measures.StartAsync(Id, Day!.Value, stop),
        MeasureAction.Evaluate => await measures.EvaluateAsync(Id, Text?.Trim() ?? "", stop),
        MeasureAction.Continue => await measures.ContinueAsync(Id, stop),
        _ => await measures.CloseAsync(Id, Text?.Trim() ?? "", stop),
    }, GovernanceLinks.One(GovernanceLinks.Measures, Id), stop);

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await database.Set<Measure>().AsNoTracking().SingleOrDefaultAsync(measure => measure.Id == Id, stop) is not { } measure || !Enter(GovernancePermissions.Read, measure.Division))
        {
            return false;
        }

        Measure = measure;
        return true;
    }
}
