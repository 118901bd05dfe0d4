using Cradle.Platform.Accounts;
using Cradle.Platform.Lifecycles;

namespace Cradle.Platform.Web.Accounts;

/// <summary>Why a second factor could not be taken off, and what to do.</summary>
public static class ResetWords
{
    public static string Of(CredentialResetError error) => error switch
    {
        CredentialResetError.OwnAccount => Wording.Say("自己的账号要请别的管理员办", "Ask another administrator for your own account"),
        CredentialResetError.OutOfScope => Wording.Say("这个账号在您管的地方以外还有角色，请上一级的管理员办", "The account has roles outside of what you look after; ask an administrator above"),
        CredentialResetError.NothingToReset => Wording.Say("这个账号没有开启两步验证", "The account has no second factor"),
        CredentialResetError.Already => Wording.Say("已经有人提出，等另一位管理员确认", "It is proposed already and waits for another administrator"),
        CredentialResetError.ReasonMissing or CredentialResetError.NotMoved(MoveError.ReasonMissing) => Wording.Say("请写明理由", "Give a reason"),
        CredentialResetError.NotMoved(MoveError.SamePerson) => Wording.Say("提出的人不能确认，请另一位管理员来", "Whoever proposed it does not confirm it; ask another administrator"),
        CredentialResetError.Missing => Wording.Say("没有找到", "Not found"),
        _ => Wording.Say("别人刚刚改过，请看过最新情况再办", "Somebody changed it in the meantime; look again"),
    };
}
