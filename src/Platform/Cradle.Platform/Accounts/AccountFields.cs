using Cradle.Platform.Protection;

namespace Cradle.Platform.Accounts;

/// <summary>The protected fields of accounts.</summary>
public static class AccountFields
{
    public static ProtectedField Phone { get; } = new("accounts.phone", FieldKind.Phone);

    public static ProtectedField Email { get; } = new("accounts.email", FieldKind.Email);

    internal static ProtectedField PhoneCode { get; } = new("accounts.phone-code", FieldKind.Secret);

    internal static ProtectedField AuthenticatorKey { get; } = new("accounts.authenticator-key", FieldKind.Secret);

    internal static ProtectedField RecoveryCodes { get; } = new("accounts.recovery-codes", FieldKind.Secret);
}
