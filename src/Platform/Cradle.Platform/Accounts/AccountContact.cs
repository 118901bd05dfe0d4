using Cradle.Platform.Audit;
using Cradle.Platform.Protection;

namespace Cradle.Platform.Accounts;

/// <summary>How an account's holder can be reached.</summary>
public sealed class AccountContact : IAudited
{
    /// <summary>The account.</summary>
    public required Guid Id { get; init; }

    public Sealed? Phone { get; set; }

    public byte[]? PhoneIndex { get; set; }

    /// <summary>When the holder showed that the phone is in hand; null for a number that was only typed. A proven number finds the account.</summary>
    public DateTimeOffset? PhoneProven { get; set; }

    public Sealed? Email { get; set; }

    public AuditSubject AuditSubject => new("account-contact", Id);
}
