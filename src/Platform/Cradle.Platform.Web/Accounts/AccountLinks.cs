using Cradle.Platform.Accounts;

namespace Cradle.Platform.Web.Accounts;

/// <summary>The addresses around signing in.</summary>
public static class AccountLinks
{
    public const string SignIn = "/sign-in";
    public const string Code = "/sign-in/code";
    public const string SignOut = "/sign-out";
    public const string Own = "/account";
    public const string Password = "/account/password";
    public const string SecondFactor = "/account/second-factor";
    public const string Inbox = "/account/inbox";
    public const string Desk = "/desk";

    /// <summary>The parameter that carries the page to go back to.</summary>
    public const string Back = "back";

    /// <summary>Where somebody mends what stands in the way of the roles; null where nothing does.</summary>
    public static string? Mends(Lack lack) => lack switch
    {
        Lack.OwnPassword => Password,
        Lack.SecondFactor => SecondFactor,
        _ => null,
    };
}
