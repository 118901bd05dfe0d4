namespace Cradle.Platform.Web.Accounts;

/// <summary>What an attempt that failed is told.</summary>
internal static class SignInWords
{
    public static string Of(SignInOutcome outcome) => outcome == SignInOutcome.Locked
        ? Wording.Say("错的次数太多，账号锁住了。一刻钟后再试；不是您本人操作的话，请告诉管理员", "Too many failures: the account is locked. Try again in a quarter of an hour; if it wasn't you, tell your administrator")
        : Wording.Say("账号或密码不对，请检查后再填", "User name or password is wrong; please check and try again");
}
