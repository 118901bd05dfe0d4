using System.Security.Cryptography;
using System.Text;
using Cradle.Platform.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Platform.Accounts;

/// <summary>Checks the codes of authenticator apps, one step early or late; a code that was accepted is never accepted again.</summary>
internal sealed class TimeCodeProvider(PlatformDbContext database, TimeProvider time) : IUserTwoFactorTokenProvider<Account>
{
    public async Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Account> manager, Account user) =>
        await manager.GetAuthenticatorKeyAsync(user) is { Length: > 0 };

    // An app makes the codes; nothing is sent.
    public Task<string> GenerateAsync(string purpose, UserManager<Account> manager, Account user) => Task.FromResult("");

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<Account> manager, Account user)
    {
        if (await manager.GetAuthenticatorKeyAsync(user) is not { Length: > 0 } key)
        {
            return false;
        }

        var now = TimeCode.StepAt(time.GetUtcNow());
        foreach (var step in new[] { now, now - 1, now + 1 })
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(TimeCode.At(key, step)), Encoding.ASCII.GetBytes(token)))
            {
                return await UseAsync(user, step);
            }
        }

        return false;
    }

    // One statement decides: of two who send one code at once, one is let in.
    private async Task<bool> UseAsync(Account user, long step)
    {
        var used = await database.Accounts.Where(account => account.Id == user.Id && account.LastCodeStep < step)
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.LastCodeStep, step));
        return used == 1;
    }
}
