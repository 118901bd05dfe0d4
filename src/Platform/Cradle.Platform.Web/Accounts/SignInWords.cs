namespace Cradle.Platform.Web.Accounts;

/// <summary>What an attempt that failed is told: the same whether the account is unknown, locked, or its password another.</summary>
internal static class SignInWords
{
    public static string Failed => Wording.Say(
        "账号或密码不对，请检查后再填。错得太多，账号会锁一刻钟，那时对的密码也进不去", "User name or password is wrong; check and try again. After too many failures an account is locked for a quarter of an hour, and the right password fails too");
}
