using System.Text.RegularExpressions;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Protection;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Platform.Accounts;

/// <summary>What is wrong with a way to reach somebody.</summary>
public enum ContactFault
{
    /// <summary>No mobile number of eleven digits.</summary>
    Phone,

    /// <summary>No address of e-mail.</summary>
    Email,
}

/// <summary>How holders of accounts are reached: sealed, masked, and opened for who says why.</summary>
public sealed partial class ContactService(PlatformDbContext database, FieldVault vault, AuditTrail audit)
{
    /// <summary>What may be shown; null for what is not known.</summary>
    public async Task<(Masked? Phone, Masked? Email)> ShowAsync(Guid account, CancellationToken cancellationToken = default)
    {
        var contact = await database.Set<AccountContact>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == account, cancellationToken);
        return (contact?.Phone is { } phone ? vault.Mask(AccountFields.Phone, account, phone) : null, contact?.Email is { } email ? vault.Mask(AccountFields.Email, account, email) : null);
    }

    /// <summary>Keeps new ones; an empty one is forgotten.</summary>
    public async Task<ContactFault?> KeepAsync(Guid account, string? phone, string? email, CancellationToken cancellationToken = default)
    {
        (phone, email) = (Plain(phone), Plain(email));
        if (phone is not null && !Mobile().IsMatch(phone))
        {
            return ContactFault.Phone;
        }

        if (email is not null && !Address().IsMatch(email))
        {
            return ContactFault.Email;
        }

        var contact = await database.Set<AccountContact>().FirstOrDefaultAsync(row => row.Id == account, cancellationToken);
        if (contact is null)
        {
            database.Add(contact = new AccountContact { Id = account });
        }

        contact.PhoneProven = phone is not null && contact.Phone is { } kept && vault.Open(AccountFields.Phone, account, kept) == phone ? contact.PhoneProven : null;
        contact.Phone = phone is null ? null : vault.Seal(AccountFields.Phone, account, phone);
        contact.PhoneIndex = phone is null ? null : vault.IndexOf(AccountFields.Phone, phone);
        contact.Email = email is null ? null : vault.Seal(AccountFields.Email, account, email);
        audit.Record("kept", contact.AuditSubject);
        await database.SaveChangesAsync(cancellationToken);
        return null;
    }

    /// <summary>The whole of them, for who says why; the holder finds that in the own list.</summary>
    public async Task<(string? Phone, string? Email)> UnmaskAsync(Guid account, string reason, CancellationToken cancellationToken = default)
    {
        if (await database.Set<AccountContact>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == account, cancellationToken) is not { } contact)
        {
            return (null, null);
        }

        string? Open(ProtectedField field, Sealed? value) => value is null ? null : vault.Unmask(field, account, value, contact.AuditSubject, account, reason);
        var opened = (Open(AccountFields.Phone, contact.Phone), Open(AccountFields.Email, contact.Email));
        await database.SaveChangesAsync(cancellationToken);   // nothing is shown that is not in the log
        return opened;
    }

    /// <summary>The whole of them, for the platform's own messages.</summary>
    internal async Task<(string? Phone, string? Email)> OpenAsync(Guid account, CancellationToken cancellationToken)
    {
        var contact = await database.Set<AccountContact>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == account, cancellationToken);
        return (contact?.Phone is { } phone ? vault.Open(AccountFields.Phone, account, phone) : null, contact?.Email is { } email ? vault.Open(AccountFields.Email, account, email) : null);
    }

    /// <summary>The account that has proven to hold a phone.</summary>
    public async Task<Guid?> FindByPhoneAsync(string typed, CancellationToken cancellationToken = default)
    {
        if (MobileOf(typed) is not { } phone)
        {
            return null;
        }

        var indexes = vault.IndexesOf(AccountFields.Phone, phone);
        return await database.Set<AccountContact>().Where(row => row.PhoneProven != null && row.PhoneIndex != null && indexes.Contains(row.PhoneIndex)).Select(row => (Guid?)row.Id).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The mobile number that was typed; null where it is none.</summary>
    internal static string? MobileOf(string? typed) => Plain(typed) is { } phone && Mobile().IsMatch(phone) ? phone : null;

    private static string? Plain(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : string.Concat(typed.Normalize(System.Text.NormalizationForm.FormKC).Where(letter => !char.IsWhiteSpace(letter)));

    [GeneratedRegex("^1[3-9][0-9]{9}$")]
    private static partial Regex Mobile();

    // A mail box of the public net: its host has a dot, and its last label is no number.
    [GeneratedRegex(@"^[^@\s.][^@\s]{0,63}@(?=.{4,180}$)([\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}-]{0,61}[\p{L}\p{N}]$")]
    private static partial Regex Address();
}
