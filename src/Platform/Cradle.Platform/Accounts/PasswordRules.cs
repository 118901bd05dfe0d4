using Microsoft.AspNetCore.Identity;

namespace Cradle.Platform.Accounts;

/// <summary>
/// A password is long and cannot be told from the user name; what kinds of characters it has is left alone (NIST SP 800-63B, 3.1.1.2).
/// </summary>
internal sealed class PasswordRules : IPasswordValidator<Account>
{
    public const int Shortest = 12;
    public const int Longest = 128;
    private const int FewestCharacters = 6;

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(Fault(user, password ?? "") is { } fault ? IdentityResult.Failed(new IdentityError { Code = fault.ToString() }) : IdentityResult.Success);

    private static PasswordFault? Fault(Account user, string password) => password switch
    {
        { Length: < Shortest } => PasswordFault.TooShort,
        { Length: > Longest } => PasswordFault.TooLong,
        _ when password.Contains(user.UserName ?? "\0", StringComparison.OrdinalIgnoreCase) => PasswordFault.HasUserName,
        _ when password.Distinct().Count() < FewestCharacters => PasswordFault.TooPlain,
        _ => null,
    };
}

/// <summary>What is wrong with a password that somebody chose.</summary>
public enum PasswordFault
{
    TooShort,
    TooLong,
    HasUserName,
    TooPlain,
}
