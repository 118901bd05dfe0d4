using Cradle.Platform.Data;
using Cradle.Platform.Protection;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Cradle.Platform.Accounts;

/// <summary>Keeps accounts as the framework does, but the key of the second factor and the recovery codes sealed.</summary>
internal sealed class AccountStore(PlatformDbContext database, FieldVault vault) : UserOnlyStore<Account, PlatformDbContext, Guid>(database)
{
    public override Task<string?> GetTokenAsync(Account user, string loginProvider, string name, CancellationToken cancellationToken)
    {
        var value = name == "AuthenticatorKey" ? user.AuthenticatorKey : user.RecoveryCodes;
        return Task.FromResult(value is null ? null : vault.Open(FieldOf(name), user.Id, value));
    }

    public override Task SetTokenAsync(Account user, string loginProvider, string name, string? value, CancellationToken cancellationToken)
    {
        var sealedValue = value is null ? null : vault.Seal(FieldOf(name), user.Id, value);
        if (FieldOf(name) == AccountFields.AuthenticatorKey)
        {
            user.AuthenticatorKey = sealedValue;
        }
        else
        {
            user.RecoveryCodes = sealedValue;
        }

        return Task.CompletedTask;
    }

    private static ProtectedField FieldOf(string name) => name switch
    {
        "AuthenticatorKey" => AccountFields.AuthenticatorKey,
        "RecoveryCodes" => AccountFields.RecoveryCodes,
        _ => throw new NotSupportedException($"An account keeps no token called {name}."),
    };
}
