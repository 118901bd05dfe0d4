using Cradle.Platform.Accounts;

namespace Cradle.Platform.Web.Accounts;

/// <summary>Why a change of an account was refused, and what to do.</summary>
public static class AccountWords
{
    public static string Of(AccountError error) => error switch
    {
        AccountError.WrongPassword => Wording.Say("现在的密码不对", "The present password is wrong"),
        AccountError.WrongCode => Wording.Say("验证码不对或已经用过。等验证器换一个新码再填", "This is not the code, or it was used before. Wait for the next one"),
        AccountError.NameTaken => Wording.Say("这个账号已经有人用了，请换一个", "This user name is taken; choose another"),
        AccountError.BadName => Wording.Say("账号只用字母、数字、点、横线和下划线", "A user name has letters, digits, dots, dashes and underscores only"),
        AccountError.WeakPassword { Fault: PasswordFault.TooShort } => Wording.Say("新密码太短，至少 12 个字符", "The new password is too short: at least 12 characters"),
        AccountError.WeakPassword { Fault: PasswordFault.TooLong } => Wording.Say("新密码太长，最多 128 个字符", "The new password is too long: at most 128 characters"),
        AccountError.WeakPassword { Fault: PasswordFault.HasUserName } => Wording.Say("新密码里含有账号，请换一个", "The new password has your user name in it; choose another"),
        AccountError.WeakPassword => Wording.Say("新密码里不同的字符太少，请换一个", "The new password has too few different characters; choose another"),
        _ => throw new ArgumentOutOfRangeException(nameof(error), error, "No words for this error."),
    };
}
