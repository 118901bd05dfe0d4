using Cradle.Platform.Accounts;

namespace Cradle.Platform.Web.Accounts;

/// <summary>Why a registration went no further, and what to do.</summary>
public static class RegistrationWords
{
    public static string Of(RegistrationError error) => error switch
    {
        RegistrationError.BadPhone => Wording.Say("手机号是 1 开头的 11 位数字", "A mobile number has 11 digits and begins with 1"),
        RegistrationError.WeakPassword(var fault) => AccountWords.Of(new AccountError.WeakPassword(fault)),
        _ => Wording.Say("验证码不对、用过了或过了时间。核对短信，或再发一次", "The code is another one, was used or is over. Look at the message, or ask for another"),
    };
}
