namespace Cradle.Platform.Accounts;

/// <summary>Every way in which a change of an account can be refused.</summary>
public abstract record AccountError
{
    private AccountError()
    {
    }

    /// <summary>The password given as the present one is wrong.</summary>
    public sealed record WrongPassword : AccountError;

    /// <summary>The new password is not good enough.</summary>
    public sealed record WeakPassword(PasswordFault Fault) : AccountError;

    /// <summary>The code is not the one that the app shows, or was used before.</summary>
    public sealed record WrongCode : AccountError;

    /// <summary>The user name is taken.</summary>
    public sealed record NameTaken : AccountError;

    /// <summary>The user name has characters that it may not have.</summary>
    public sealed record BadName : AccountError;
}
