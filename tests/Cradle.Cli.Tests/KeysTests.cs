using Cradle.Births;
using Cradle.Departments;
using System.Text.Json;
using Cradle.Platform;
using Cradle.Platform.Accounts;
using Cradle.Platform.Data;
using Cradle.Platform.Processes;
using Cradle.Platform.Protection;
using Cradle.Platform.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Cli.Tests;

public sealed class KeysTests : IDisposable
{
    private readonly DirectoryInfo state = Directory.CreateTempSubdirectory("cradle-keys-");

    [Fact]
    public async Task A_rotation_seals_everything_anew_and_a_second_run_finds_nothing_left()
    {
        await WithSiteAsync(async services =>
        {
            var (account, _, _) = await services.GetRequiredService<AccountService>().CreateAsync("li", "li");
            return await services.GetRequiredService<ContactService>().KeepAsync(account!.Id, "13900001234", "li@example.cn", TestContext.Current.CancellationToken);
        });
        var rotated = await CommandLine.AsProcess("keys", "rotate", "--state", state.FullName, "--json");
        Assert.Equal((0, 2), (rotated.ExitCode, JsonDocument.Parse(rotated.Output).RootElement.GetProperty("values").GetInt32()));   // phone and e-mail
        var resumed = await CommandLine.Cradle("keys", "rotate", "--state", state.FullName, "--resume");
        Assert.Contains(": 0 values", resumed.Output, StringComparison.Ordinal);
        var shown = await WithSiteAsync(async services => await services.GetRequiredService<ContactService>().ShowAsync(
            await services.GetRequiredService<PlatformDbContext>().Accounts.Select(account => account.Id).SingleAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken));
        Assert.Equal("139****1234", shown.Phone.ToString());
        Assert.Contains("the chain holds", (await CommandLine.Cradle("audit", "verify", "--state", state.FullName)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_file_that_is_damaged_or_lost_is_named_and_nothing_is_changed()
    {
        await A_rotation_seals_everything_anew_and_a_second_run_finds_nothing_left();
        var file = Path.Combine(state.FullName, "keys", FieldKeyRing.FileName);
        await File.WriteAllTextAsync(file, "[]", TestContext.Current.CancellationToken);
        var damaged = await CommandLine.Cradle("keys", "rotate", "--state", state.FullName);
        Assert.Equal(1, damaged.ExitCode);
        Assert.Contains(FieldKeyRing.FileName, damaged.Errors, StringComparison.Ordinal);
        File.Delete(file);
        var lost = await CommandLine.Cradle("keys", "rotate", "--state", state.FullName);
        Assert.Equal(1, lost.ExitCode);
        Assert.Contains("restore that file from its backup", lost.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_two_administrators_are_made_once_and_never_one_alone()
    {
        Assert.Equal(2, (await CommandLine.Cradle("accounts", "first", "wang", "zhao", "--state", state.FullName)).ExitCode);   // no database yet
        await WithSiteAsync(_ => Task.FromResult(0));
        Assert.Equal(1, (await CommandLine.Cradle("accounts", "first", "wang", "WANG", "--state", state.FullName)).ExitCode);
        var made = await CommandLine.AsProcess("accounts", "first", "wang", "zhao", "--state", state.FullName, "--division", "22");
        Assert.Equal(0, made.ExitCode);
        var again = await CommandLine.Cradle("accounts", "first", "li", "sun", "--state", state.FullName);
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("/desk/accounts", again.Errors, StringComparison.Ordinal);
        var grants = await WithSiteAsync(services => services.GetRequiredService<PlatformDbContext>().Grants.ToListAsync(TestContext.Current.CancellationToken));
        Assert.All(grants, grant => Assert.Equal(("Administrator", "22", GrantState.Active), (grant.Role.ToString(), grant.Division.ToString(), grant.State)));
        Assert.Equal(2, grants.Count);
        Assert.True(await WithSiteAsync(async services =>
        {
            var users = services.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<Account>>();
            var password = made.Output.Split('\n')[0].Split("  ")[1].Trim();
            return await users.FindByNameAsync("wang") is { MustChangePassword: true } wang && await users.CheckPasswordAsync(wang, password);
        }));
        Assert.Contains("the chain holds", (await CommandLine.Cradle("audit", "verify", "--state", state.FullName)).Output, StringComparison.Ordinal);
    }

    public void Dispose() => state.Delete(recursive: true);

    private async Task<T> WithSiteAsync<T>(Func<IServiceProvider, Task<T>> act)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddPlatform(options => options.State = state.FullName);
        services.AddSqliteDatabase(InstalledModules.Mappings);
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PlatformDbContext>().Database.MigrateAsync(TestContext.Current.CancellationToken);
        scope.ServiceProvider.GetRequiredService<ProcessScope>().Begin(new ProcessContext { Actor = Actor.System("tests"), Process = "tests", Correlation = Guid.Empty });
        return await act(scope.ServiceProvider);
    }
}
