using Cradle.Births.LegacyFees;
using Cradle.Platform.Access;
using Cradle.Platform.Contracts.Entitlements;
using Cradle.Platform.Data;
using Cradle.Platform.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Births.Pages.Desk.Fees;

/// <summary>The old cases of a division by where they stand, and whether anybody tried to open a new one.</summary>
[RequirePermission(BirthsModule.Read)]
public sealed class IndexModel(PlatformDbContext database, SignedIn signedIn, LegacyFeeService service, IFeePolicies policies) : PageModel
{
    private const int AtMost = 50;

    [BindProperty(SupportsGet = true)]
    public LegacyFeeState? State { get; set; }

    public FeeAbolition Abolition => policies.Abolition;

    public bool MayDecide => signedIn.Authority.Has(BirthsModule.Decide);

    public LegacyFeeFigures Figures { get; private set; } = null!;

    public IReadOnlyList<LegacyFeeCase> Cases { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var roles = signedIn.Authority.RolesGiving(BirthsModule.Read);
        Figures = await service.FiguresAsync(roles, cancellationToken);
        Cases = await database.Set<LegacyFeeCase>().AsNoTracking().Within(roles)
            .Where(one => State == null ? one.State != LegacyFeeState.Archived && one.State != LegacyFeeState.Noticed : one.State == State).OrderBy(one => one.Id).Take(AtMost).ToListAsync(cancellationToken);
    }
}
