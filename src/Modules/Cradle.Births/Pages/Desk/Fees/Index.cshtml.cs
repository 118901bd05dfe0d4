using Cradle.Births.Cases;
using Cradle.Births.LegacyFees;
using Cradle.Platform.Access;
using Cradle.Platform.Contracts.Entitlements;
using Cradle.Platform.Data;
using Cradle.Platform.Protection;
using Cradle.Platform.Tables;
using Cradle.Platform.Web;
using Cradle.Platform.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Births.Pages.Desk.Fees;

/// <summary>The old cases of a division by where they stand, and whether anybody tried to open a new one.</summary>
[RequirePermission(BirthsModule.Read)]
public sealed class IndexModel(PlatformDbContext database, SignedIn signedIn, LegacyFeeService service, IFeePolicies policies, TableExport export, TypedPlace places) : PageModel
{
    private const int AtMost = 50;

    [BindProperty(SupportsGet = true)]
    public LegacyFeeState? State { get; set; }

    public FeeAbolition Abolition => policies.Abolition;

    public bool MayDecide => signedIn.Authority.Has(BirthsModule.Decide);

    public LegacyFeeFigures Figures { get; private set; } = null!;

    /// <summary>The number of a decision, or its beginning, that somebody looks for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Number { get; set; }

    public IReadOnlyList<LegacyFeeCase> Cases { get; private set; } = [];

    /// <summary>How many there are of what is listed; more than are shown are found by their numbers.</summary>
    public int All { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var roles = signedIn.Authority.RolesGiving(BirthsModule.Read);
        Figures = await service.FiguresAsync(roles, cancellationToken);
        var listed = Listed(roles);
        All = await listed.CountAsync(cancellationToken);
        Cases = await listed.OrderBy(one => one.Id).Take(AtMost).ToListAsync(cancellationToken);
    }

    /// <summary>What is listed as a workbook: numbers masked, with a line of who took it, when and of what.</summary>
    public async Task<IActionResult> OnGetExportAsync(CancellationToken cancellationToken)
    {
        var roles = signedIn.Authority.RolesGiving(BirthsModule.Read);
        var cases = await Listed(roles).OrderBy(one => one.Id).ToListAsync(cancellationToken);
        var scope = string.Join('，', roles.Select(role => places.NameOf(role.Division)).Distinct().Append(Name));
        var file = await export.WriteAsync(service.SheetOf(cases), scope, ExportFormat.Xlsx, cancellationToken);
        return File(file.Content, file.MediaType, file.Name);
    }

    /// <summary>What is listed.</summary>
    public string Name => State is { } chosen ? LegacyFeeWords.Of(chosen).ToString() : Typed is null ? Wording.Say("等人处理的", "Waiting for somebody") : Wording.Say($"文号 {Typed} 开头的", $"Decisions that begin with {Typed}");

    // what is typed stands on the page and in the log of an export, whatever it is
    private string? Typed => string.IsNullOrWhiteSpace(Number) ? null : PersonalNumbers.MaskIn(LegacyFeeCase.NumberOf(Number));

    private IQueryable<LegacyFeeCase> Listed(IReadOnlyList<HeldRole> roles)
    {
        var cases = database.Set<LegacyFeeCase>().AsNoTracking().Within(roles);
        if (Typed is { } typed)
            cases = cases.Where(one => one.DecisionNumber.StartsWith(typed));
        return State is { } state ? cases.Where(one => one.State == state) : Typed is null ? cases.Where(one => one.State != LegacyFeeState.Archived && one.State != LegacyFeeState.Noticed && one.State != LegacyFeeState.TakenOut) : cases;
    }
}
