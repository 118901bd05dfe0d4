using Cradle.Platform.Data;
using Cradle.Platform.Messages;
using Cradle.Platform.Notifications;
using Cradle.Platform.Protection;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Platform.Accounts;

/// <summary>Sends a code, or the word that there is an account already, after the page has answered: how long that took says nothing.</summary>
internal sealed class PhoneCodeSender(PlatformDbContext database, FieldVault vault, INoticeChannel channel, TimeProvider time) : IMessageHandler<PhoneCodeAsked>
{
    public async Task HandleAsync(PhoneCodeAsked message, CancellationToken cancellationToken)
    {
        var proof = await database.Set<PhoneProof>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == message.Proof, cancellationToken);
        if (proof is not null && proof.Expires > time.GetUtcNow() && TextOf(proof, vault) is { } text)
        {
            await channel.SendAsync(new OutgoingNotice(proof.Id, vault.Open(AccountFields.Phone, proof.Id, proof.Phone), null, text), cancellationToken);
        }
    }

    /// <summary>What the phone is told; null where it was told enough.</summary>
    public static string? TextOf(PhoneProof proof, FieldVault vault) => proof.Message switch
    {
        PhoneMessage.Code => $"验证码 {vault.Open(AccountFields.PhoneCode, proof.Id, proof.Code)}，一刻钟内有效，用来注册摇篮账号。不是您本人操作请忽略，不要告诉任何人。",
        PhoneMessage.HasAccount => "有人用这个手机号注册摇篮账号，而它已经有账号了。要登录，直接填这个手机号和密码；不是您本人操作请忽略。",
        _ => null,
    };
}
