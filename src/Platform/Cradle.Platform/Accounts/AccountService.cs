using System.Security.Cryptography;
using Cradle.Platform.Audit;
using Microsoft.AspNetCore.Identity;

namespace Cradle.Platform.Accounts;

/// <summary>Changes accounts; each change is in the audit log, and ends every other session of the account where it touches what opens the door.</summary>
public sealed class AccountService(UserManager<Account> users, IUserStore<Account> store, AuditTrail audit, TimeProvider time)
{
    /// <summary>How many recovery codes an account has; each serves once.</summary>
    public const int RecoveryCodes = 10;

    private const string TemporaryAlphabet = "abcdefghijkmnpqrstuvwxyz23456789";   // nothing that is mistaken for something else
    private const int TemporaryLength = 16;

    /// <summary>Makes an account without any right, with a password that has to be changed at the first sign-in.</summary>
    public async Task<(Account? Account, string? Password, AccountError? Error)> CreateAsync(string userName, string displayName)
    {
        var now = time.GetUtcNow();
        var account = new Account { Id = Guid.CreateVersion7(now), UserName = userName, DisplayName = displayName, Created = now, MustChangePassword = true, LockoutEnabled = true };
        var password = RandomNumberGenerator.GetString(TemporaryAlphabet, TemporaryLength);
        audit.Record("created", account.AuditSubject);
        var made = await users.CreateAsync(account, password);
        return made.Succeeded ? (account, password, null) : (null, null, Error(made));
    }

    public async Task<AccountError?> ChangePasswordAsync(Account account, string present, string chosen)
    {
        if (!await users.CheckPasswordAsync(account, present))
        {
            return new AccountError.WrongPassword();
        }

        account.MustChangePassword = false;
        audit.Record("password-changed", account.AuditSubject);
        var changed = await users.ChangePasswordAsync(account, present, chosen);
        return changed.Succeeded ? null : Error(changed);
    }

    /// <summary>The key to show to an app: the same until it is confirmed by a code.</summary>
    public async Task<string> KeyToConfirmAsync(Account account)
    {
        if (await users.GetAuthenticatorKeyAsync(account) is { Length: > 0 } waiting)
        {
            return waiting;
        }

        // Not by the framework's reset, which ends every session: the key opens nothing yet.
        var key = users.GenerateNewAuthenticatorKey();
        audit.Record("second-factor-key-made", account.AuditSubject);
        await ((IUserAuthenticatorKeyStore<Account>)store).SetAuthenticatorKeyAsync(account, key, CancellationToken.None);
        await users.UpdateAsync(account);
        return key;
    }

    /// <summary>Turns the second factor on when the code shows that the app has the key.</summary>
    /// <returns>The recovery codes, shown once.</returns>
    public async Task<(IReadOnlyList<string> Codes, AccountError? Error)> ConfirmSecondFactorAsync(Account account, string code)
    {
        if (!await users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code))
        {
            return ([], new AccountError.WrongCode());
        }

        audit.Record("second-factor-on", account.AuditSubject);
        await users.SetTwoFactorEnabledAsync(account, true);
        return (await NewRecoveryCodesAsync(account), null);
    }

    /// <summary>Makes new recovery codes; the old ones serve no more.</summary>
    public async Task<IReadOnlyList<string>> NewRecoveryCodesAsync(Account account)
    {
        audit.Record("recovery-codes-made", account.AuditSubject);
        return [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes) ?? []];
    }

    private static AccountError Error(IdentityResult result) => result.Errors.First().Code switch
    {
        var code when Enum.TryParse<PasswordFault>(code, out var fault) => new AccountError.WeakPassword(fault),
        nameof(IdentityErrorDescriber.DuplicateUserName) => new AccountError.NameTaken(),
        nameof(IdentityErrorDescriber.InvalidUserName) => new AccountError.BadName(),
        var code => throw new InvalidOperationException($"The account could not be changed: {code}."),
    };
}
