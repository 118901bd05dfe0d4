using Cradle.Platform.Accounts;
using Cradle.Platform.Data;
using Cradle.Platform.Messages;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Platform.Notifications;

/// <summary>Sends a notice outside, to whoever left a way to be reached; a loss that became known meanwhile still stops it.</summary>
internal sealed class NoticeHandler(PlatformDbContext database, Notifier notifier, ContactService contacts, INoticeChannel channel) : IMessageHandler<NoticeGiven>
{
    public async Task HandleAsync(NoticeGiven message, CancellationToken cancellationToken)
    {
        var notice = await database.Set<Notice>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == message.Notice, cancellationToken);
        if (notice is null || await notifier.IsStoppedAsync(notice, cancellationToken))
        {
            return;
        }

        var (phone, email) = await contacts.OpenAsync(notice.AccountId, cancellationToken);
        if ((phone ?? email) is not null)
        {
            await channel.SendAsync(new OutgoingNotice(notice.Id, phone, email, notice.TextZh), cancellationToken);
        }
    }
}
