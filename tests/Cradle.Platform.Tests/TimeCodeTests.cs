using Cradle.Platform.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Platform.Tests;

public abstract class TimeCodeTests(TestDatabase database) : PlatformSuite(database)
{
    // RFC 6238, appendix B, SHA-1: the key is "12345678901234567890"; of the eight digits given there an app shows the last six.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    public void A_code_is_the_one_that_the_standard_gives(long second, string code) =>
        Assert.Equal(code, TimeCode.At("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", TimeCode.StepAt(DateTimeOffset.FromUnixTimeSeconds(second))));

    [Fact]
    public async Task A_code_is_taken_one_step_early_or_late_and_never_twice()
    {
        var (id, key) = await AsOfficerAsync("wang", async services =>
        {
            var (account, _, _) = await services.GetRequiredService<AccountService>().CreateAsync("li", "li");
            return (account!.Id, await services.GetRequiredService<AccountService>().KeyToConfirmAsync(account));
        });
        var now = TimeCode.StepAt(Time.GetUtcNow());
        Assert.False(await TryAsync(id, TimeCode.At(key, now - 2)));
        Assert.True(await TryAsync(id, TimeCode.At(key, now - 1)));
        Assert.True(await TryAsync(id, TimeCode.At(key, now + 1)));
        Assert.False(await TryAsync(id, TimeCode.At(key, now + 1)));
        Assert.False(await TryAsync(id, TimeCode.At(key, now)));   // older than one that was used
        Assert.False(await TryAsync(id, ""));
        Time.Advance(TimeSpan.FromMinutes(1));
        var codes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => TryAsync(id, TimeCode.At(key, now + 2)))));
        Assert.Single(codes, taken => taken);
    }

    private Task<bool> TryAsync(Guid id, string code) => AsOfficerAsync("wang", async services =>
    {
        var users = services.GetRequiredService<UserManager<Account>>();
        return await users.VerifyTwoFactorTokenAsync((await users.FindByIdAsync(id.ToString()))!, TokenOptions.DefaultAuthenticatorProvider, code);
    });
}

public sealed class SqliteTimeCodeTests() : TimeCodeTests(new TestDatabase.Sqlite());

public sealed class PostgreSqlTimeCodeTests(PostgreSqlServer server) : TimeCodeTests(new TestDatabase.PostgreSql(server));
