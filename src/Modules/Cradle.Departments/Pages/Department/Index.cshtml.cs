using Cradle.Departments.Requests;
using Cradle.Platform.Access;
using Cradle.Platform.Connectors;
using Cradle.Platform.Data;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Departments.Pages.Department;

[RequirePermission(DepartmentsModule.Decide)]
public sealed class IndexModel(PlatformDbContext database, SignedIn signedIn, HeldRoleText places) : PageModel
{
    private const int AtMost = 50;

    public HeldRoleText Places => places;

    public IReadOnlyList<ReceivedRequest> Open { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Open = await database.Set<ReceivedRequest>().AsNoTracking()
        .Where(request => request.State == RequestState.Received || request.State == RequestState.Processing)
        .Within(signedIn.Authority.RolesGiving(DepartmentsModule.Decide)).OrderBy(request => request.Id).Take(AtMost).ToListAsync(cancellationToken);
}
