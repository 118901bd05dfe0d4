using Cradle.Platform.Web.Accounts;

namespace Cradle.Platform.Web.Api;

/// <summary>Every way in which a token can be refused.</summary>
internal static class TokenErrors
{
    public static FieldProblem Of(SignInOutcome outcome) => outcome switch
    {
        SignInOutcome.CodeNeeded => new("code", "missing", Wording.Say("这个账号要两步验证。", "This account has a second factor."), Wording.Say("把验证器上的六位数字放在 code 里。", "Send the six digits of the app as code.")),
        _ => new("userName", "wrong", Wording.Say("账号、密码或验证码不对。", "User name, password or code is wrong."), Wording.Say("检查后再试；验证码每个只能用一次。错得太多，账号会锁一刻钟。", "Check them and try again; a code serves once. After too many failures an account is locked for a quarter of an hour.")),
    };

    public static FieldProblem RefreshEnded() => new("refreshToken", "ended", Wording.Say("这个令牌不能再用。", "This token serves no more."), Wording.Say("用账号和密码重新取一个。", "Ask for a new one with name and password."));
}
