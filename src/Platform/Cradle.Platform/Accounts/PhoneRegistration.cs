using System.Security.Cryptography;
using System.Text;
using Cradle.Platform.Access;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Messages;
using Cradle.Platform.Processes;
using Cradle.Platform.Protection;
using Cradle.Primitives;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Platform.Accounts;

/// <summary>Every way in which a registration can be refused.</summary>
public abstract record RegistrationError
{
    private RegistrationError()
    {
    }

    /// <summary>No mobile number of eleven digits.</summary>
    public sealed record BadPhone : RegistrationError;

    /// <summary>The code is another, was used, is over or was tried too often; or the number has an account. Which of them is not said.</summary>
    public sealed record WrongCode : RegistrationError;

    /// <summary>The password is not good enough.</summary>
    public sealed record WeakPassword(PasswordFault Fault) : RegistrationError;
}

/// <summary>
/// A citizen makes an account with a phone that he proves to hold. Nothing on the way tells a stranger whether a number has an account: the page
/// answers the same, and only the phone is told.
/// </summary>
public sealed class PhoneRegistration(
    PlatformDbContext database, FieldVault vault, UserManager<Account> users, ContactService contacts, Outbox outbox, AuditTrail audit, ProcessScope process, TimeProvider time)
{
    /// <summary>How long a sent code counts against asking for another.</summary>
    public static readonly TimeSpan Counted = TimeSpan.FromHours(1);

    /// <summary>Codes a number is sent within that.</summary>
    public const int MostCodes = 5;

    private const int CodeLength = 6;
    private const string NameDigits = "0123456789";
    private const int NameLength = 10;
    private const string Process = "platform.registration";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <summary>Has a code sent.</summary>
    /// <returns>What the code is typed for, in every case but that of no number.</returns>
    public async Task<(Guid Proof, RegistrationError? Error)> AskAsync(string? typed, CancellationToken cancellationToken = default)
    {
        if (ContactService.MobileOf(typed) is not { } phone)
        {
            return (default, new RegistrationError.BadPhone());
        }

        var (now, indexes) = (time.GetUtcNow(), vault.IndexesOf(AccountFields.Phone, phone));
        var since = now - Counted;
        var sent = await database.Set<PhoneProof>().CountAsync(proof => indexes.Contains(proof.PhoneIndex) && proof.Created > since && proof.Message != PhoneMessage.Nothing, cancellationToken);
        var known = await contacts.FindByPhoneAsync(phone, cancellationToken) is not null;
        var id = Guid.CreateVersion7(now);
        database.Add(new PhoneProof
        {
            Id = id, Phone = vault.Seal(AccountFields.Phone, id, phone), PhoneIndex = vault.IndexOf(AccountFields.Phone, phone),
            Code = vault.Seal(AccountFields.PhoneCode, id, RandomNumberGenerator.GetString(NameDigits, CodeLength)),
            Message = sent >= MostCodes ? PhoneMessage.Nothing : known ? PhoneMessage.HasAccount : PhoneMessage.Code, Created = now, Expires = now + Lifetime,
        });
        process.Begin(new ProcessContext { Actor = new Actor(ActorKind.Citizen, id.ToString("N")), Process = Process, Correlation = id });
        outbox.Publish(new PhoneCodeAsked(id), id);
        await database.SaveChangesAsync(cancellationToken);
        return (id, null);
    }

    /// <summary>Makes the account, for who types the code that the phone was sent.</summary>
    public async Task<(Account? Account, RegistrationError? Error)> RegisterAsync(Guid id, string code, string displayName, string password, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        var account = new Account
        {
            Id = Guid.CreateVersion7(now), UserName = "c" + RandomNumberGenerator.GetString(NameDigits, NameLength), DisplayName = displayName, Created = now, LockoutEnabled = true,
        };
        if (await FaultAsync(account, password) is { } fault)
        {
            return (null, new RegistrationError.WeakPassword(fault));   // before the code, so that it is not used up by that
        }

        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        if (await UseAsync(id, code, now, cancellationToken) is not { } proof)
        {
            await transaction.CommitAsync(cancellationToken);   // the try counts
            return (null, new RegistrationError.WrongCode());
        }

        process.Begin(new ProcessContext { Actor = new Actor(ActorKind.Citizen, account.Id.ToString("N")), Process = Process, Correlation = id });
        var phone = vault.Open(AccountFields.Phone, proof.Id, proof.Phone);
        var contact = new AccountContact { Id = account.Id, Phone = vault.Seal(AccountFields.Phone, account.Id, phone), PhoneIndex = vault.IndexOf(AccountFields.Phone, phone), PhoneProven = now };
        var grant = new RoleGrant { Id = Guid.CreateVersion7(now), AccountId = account.Id, Role = Role.Citizen, Division = DivisionCode.Nation, State = GrantState.Active, LastMovedBy = process.Current.Actor.Id };
        database.AddRange(contact, grant);
        audit.Record("registered", account.AuditSubject, detail: new { proof = proof.Id });
        audit.Record("kept", contact.AuditSubject);
        audit.Record("registered", grant.AuditSubject, detail: new { account = account.Id, role = grant.Role.ToString() });
        try
        {
            if (!(await users.CreateAsync(account, password)).Succeeded)
            {
                return (null, new RegistrationError.WrongCode());
            }

            await transaction.CommitAsync(cancellationToken);
            return (account, null);
        }
        catch (DbUpdateException)
        {
            database.Forget();   // of two registrations of one number at the same moment the index lets one through
            return (null, new RegistrationError.WrongCode());
        }
    }

    // One statement counts the try, so that many at once are not more tries than they are.
    private async Task<PhoneProof?> UseAsync(Guid id, string code, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var open = database.Set<PhoneProof>().Where(proof => proof.Id == id && proof.Used == null && proof.Expires > now && proof.Tried < PhoneProof.Tries);
        if (await open.ExecuteUpdateAsync(set => set.SetProperty(proof => proof.Tried, proof => proof.Tried + 1), cancellationToken) == 0)
        {
            return null;
        }

        var proof = await database.Set<PhoneProof>().AsNoTracking().SingleAsync(row => row.Id == id, cancellationToken);
        var fits = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(vault.Open(AccountFields.PhoneCode, id, proof.Code)), Encoding.UTF8.GetBytes(code));
        return fits && proof.Message == PhoneMessage.Code
            && await database.Set<PhoneProof>().Where(row => row.Id == id && row.Used == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.Used, now), cancellationToken) == 1 ? proof : null;
    }

    private async Task<PasswordFault?> FaultAsync(Account account, string password)
    {
        foreach (var rule in users.PasswordValidators)
        {
            if ((await rule.ValidateAsync(users, account, password)).Errors.FirstOrDefault() is { } error)
            {
                return Enum.Parse<PasswordFault>(error.Code);
            }
        }

        return null;
    }
}
