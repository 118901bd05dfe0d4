using Cradle.Platform.Access;
using Cradle.Platform.Notifications;
using Cradle.Platform.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Platform.Web.Pages.OwnAccount;

[RequirePermission(PlatformPermissions.OwnAccount)]
public sealed class InboxModel(SignedIn signedIn, Notifier notifier) : PageModel
{
    private const int Most = 50;

    public IReadOnlyList<Notice> Notices { get; private set; } = [];

    public int Unread => Notices.Count(notice => notice.Read is null);

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Notices = await notifier.InboxOf(signedIn.Account!.Id).AsNoTracking().OrderByDescending(notice => notice.Id).Take(Most).ToListAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await notifier.ReadAsync(signedIn.Account!.Id, cancellationToken);
        return RedirectToPage();
    }
}
