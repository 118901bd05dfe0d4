using Cradle.Platform.Access;
using Cradle.Platform.Data;
using Cradle.Platform.Messages;
using Cradle.Platform.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Platform.Web.Pages.Desk.Messages;

/// <summary>Messages that were given up: who sees to each, and sending one again.</summary>
[RequirePermission(PlatformPermissions.Messages)]
public sealed class IndexModel(DeadLetters letters, PlatformDbContext database, SignedIn signedIn) : PageModel
{
    private const int Most = 50;

    public IReadOnlyList<OutboxMessage> Messages { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostActAsync(Guid id, string? act, string? reason, CancellationToken cancellationToken)
    {
        var done = act switch
        {
            "take" => await letters.TakeAsync(id, signedIn.Account!.Id, cancellationToken),
            "send" when !string.IsNullOrWhiteSpace(reason) => await letters.SendAgainAsync(id, reason.Trim(), cancellationToken),
            _ => false,
        };
        if (done)
            return RedirectToPage();
        ModelState.AddModelError("", act == "send" && string.IsNullOrWhiteSpace(reason)
            ? Wording.Say("请写明没送到的原因", "Say why it did not arrive")
            : Wording.Say("这条消息已经有人处理过了", "Somebody has seen to this one already"));
        await ShowAsync(cancellationToken);
        return Page();
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        Messages = await letters.ListAsync(Most, cancellationToken);
        var owners = Messages.Select(message => message.OwnerId).OfType<Guid>().Distinct().ToList();
        Names = await database.Accounts.Where(account => owners.Contains(account.Id)).ToDictionaryAsync(account => account.Id, account => account.DisplayName, cancellationToken);
    }
}
