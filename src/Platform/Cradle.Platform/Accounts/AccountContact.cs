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

    public Sealed? Email { get; set; }

    public AuditSubject AuditSubject => new("account-contact", Id);
}
