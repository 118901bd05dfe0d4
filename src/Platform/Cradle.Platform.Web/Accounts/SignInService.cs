using System.Security.Claims;
using Cradle.Platform.Access;
using Cradle.Platform.Accounts;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Processes;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Cradle.Platform.Web.Accounts;

/// <summary>How an attempt to sign in ended.</summary>
public enum SignInOutcome
{
    SignedIn,

    /// <summary>The password is right; a code of the second factor is asked for next.</summary>
    CodeNeeded,

    /// <summary>Name and password, or the code, do not fit. Which of them is not said.</summary>
    Wrong,

    /// <summary>Too many failures; the account opens again by itself after a while.</summary>
    Locked,
}

/// <summary>Signs in and out; every outcome for an account that exists is in the audit log.</summary>
public sealed class SignInService(
    SignInManager<Account> signIn, UserManager<Account> users, PlatformDbContext database, ProcessScope process, AuditTrail audit, TimeProvider time,
    IPasswordHasher<Account> hasher, ContactService contacts, IOptionsMonitor<BearerTokenOptions> bearer)
{
    /// <summary>How long a session lasts without a request; the sign-in page says so.</summary>
    public static readonly TimeSpan IdleTime = TimeSpan.FromHours(2);

    private const string Process = "platform.sign-in";

    // Of nobody: compared with where there is no account, so that the answer takes as long as for one that exists.
    private static string? nobodysHash;

    private ProcessContext? begun;

    /// <summary>The first step.</summary>
    /// <param name="userName">Name of the account, or the phone that it has proven to hold.</param>
    /// <param name="password">Its password.</param>
    /// <param name="scheme">The scheme that keeps the session: cookie or token.</param>
    public async Task<SignInOutcome> WithPasswordAsync(string userName, string password, string? scheme = null)
    {
        var account = await users.FindByNameAsync(userName) ?? (await contacts.FindByPhoneAsync(userName) is { } id ? await users.FindByIdAsync(id.ToString()) : null);
        if (account is null || await users.IsLockedOutAsync(account))
        {
            // What is not there and what is locked take as long as a wrong password: no answer tells which accounts exist.
            var nobody = new Account { DisplayName = "", Created = time.GetUtcNow() };
            hasher.VerifyHashedPassword(nobody, nobodysHash ??= hasher.HashPassword(nobody, ""), password);
            return account is null ? SignInOutcome.Wrong : await RecordAsync(account, SignInResult.LockedOut);
        }

        signIn.AuthenticationScheme = scheme ?? IdentityConstants.ApplicationScheme;
        return await RecordAsync(account, await signIn.PasswordSignInAsync(account, password, isPersistent: false, lockoutOnFailure: true));
    }

    /// <summary>The second step: a code of the app, or a recovery code.</summary>
    public async Task<SignInOutcome> WithCodeAsync(Account account, string code, bool recovery, string? scheme = null)
    {
        signIn.AuthenticationScheme = scheme ?? IdentityConstants.ApplicationScheme;
        return await RecordAsync(account, recovery
            ? await signIn.TwoFactorRecoveryCodeSignInAsync(code)
            : await signIn.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false));
    }

    /// <summary>Both steps at once, for a bearer token, which is written into the response.</summary>
    public async Task<SignInOutcome> ForTokenAsync(string userName, string password, string? code)
    {
        var outcome = await WithPasswordAsync(userName, password, IdentityConstants.BearerScheme);
        return outcome == SignInOutcome.CodeNeeded && code is not null
            ? await WithCodeAsync((await signIn.GetTwoFactorAuthenticationUserAsync())!, code, recovery: false, IdentityConstants.BearerScheme)
            : outcome;
    }

    /// <summary>The principal of a refresh token; null where the token or the session behind it has ended.</summary>
    public async Task<ClaimsPrincipal?> RefreshAsync(string refreshToken)
    {
        var ticket = bearer.Get(IdentityConstants.BearerScheme).RefreshTokenProtector.Unprotect(refreshToken);
        return ticket?.Properties.ExpiresUtc > time.GetUtcNow() && await signIn.ValidateSecurityStampAsync(ticket.Principal) is not null ? ticket.Principal : null;
    }

    public Task SignOutAsync() => signIn.SignOutAsync();

    private async Task<SignInOutcome> RecordAsync(Account account, SignInResult result)
    {
        var outcome = result switch
        {
            { Succeeded: true } => SignInOutcome.SignedIn,
            { RequiresTwoFactor: true } => SignInOutcome.CodeNeeded,
            { IsLockedOut: true } => SignInOutcome.Locked,
            _ => SignInOutcome.Wrong,
        };
        begun ??= await BegunAsync(account);
        process.Begin(begun);
        audit.Record("sign-in", account.AuditSubject, detail: new { outcome = outcome.ToString() });
        await database.SaveChangesAsync();
        return outcome;
    }

    private async Task<ProcessContext> BegunAsync(Account account)
    {
        var grant = await database.Grants.AsNoTracking().Where(grant => grant.AccountId == account.Id && grant.State == GrantState.Active).OrderBy(grant => grant.Id).FirstOrDefaultAsync();
        return new ProcessContext
        {
            Actor = new Actor(grant?.Role.Kind() ?? ActorKind.Citizen, account.Id.ToString("N")), Division = grant?.Division ?? default, Unit = grant?.Unit,
            Process = Process, Correlation = Guid.CreateVersion7(time.GetUtcNow()),
        };
    }
}
