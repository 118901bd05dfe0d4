using Cradle.Platform.Audit;
using Cradle.Platform.Protection;
using Microsoft.AspNetCore.Identity;

namespace Cradle.Platform.Accounts;

/// <summary>Somebody who can sign in. What he or she may do stands in the grants.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public const int UserNameLength = 60;
    public const int DisplayNameLength = 60;
    public const string SubjectType = "account";

    /// <summary>How colleagues see the account.</summary>
    public required string DisplayName { get; set; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>Whether the password was given by somebody else and opens nothing but the page to change it.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>The step of the last code that was accepted: none serves twice.</summary>
    public long LastCodeStep { get; set; }

    internal Sealed? AuthenticatorKey { get; set; }

    internal Sealed? RecoveryCodes { get; set; }

    public AuditSubject AuditSubject => new(SubjectType, Id);
}
