namespace Cradle.Journeys.Tests;

/// <summary>Signing in and what comes after it, without scripts.</summary>
public class DeskTests(Served served)
{
    [Fact]
    public async Task An_officer_signs_in_with_two_factors_and_finds_the_desk_and_the_account_without_scripts()
    {
        await using var visit = await served.VisitAsync(scripts: false);
        visit.Shown = visit.FitsAsync;
        await visit.OpenAsync("/account");
        await visit.TellAsync("sign-in");
        await visit.PressAsync("登录");   // nothing is filled in
        await visit.TellAsync("sign-in-error");
        await visit.Page.FillAsync("input[name=UserName]", "changchun.officer");
        await visit.Page.FillAsync("input[name=Password]", Platform.Accounts.DemoAccounts.Password);
        await visit.PressAsync("登录");
        await visit.TellAsync("code");
        await visit.Page.FillAsync("input[name=Code]", await visit.Main.Locator(".note .num").InnerTextAsync());
        await visit.PressAsync("登录");
        Assert.Equal("/account", visit.Path);   // where the officer wanted to go
        await visit.TellAsync("account");
        foreach (var path in new[] { "/desk", "/account/password", "/account/second-factor" })
        {
            await visit.OpenAsync(path);
            await visit.TellAsync(path.Trim('/').Replace('/', '-'));
        }
    }

    [Fact]
    public async Task Axe_finds_nothing_on_the_pages_around_signing_in()
    {
        await using var visit = await served.VisitAsync();
        await visit.OpenAsync("/sign-in");
        await visit.Page.FillAsync("input[name=UserName]", "taiyuan.citizen");
        await visit.PressAsync("登录");   // the password is missing
        await visit.AxeAsync("sign-in");
        await visit.Page.FillAsync("input[name=Password]", Platform.Accounts.DemoAccounts.Password);
        await visit.PressAsync("登录");
        foreach (var path in new[] { "/desk", "/account", "/account/password", "/account/second-factor", "/account/contact", "/account/views", "/account/inbox" })
        {
            await visit.OpenAsync(path);
            await visit.TellAsync("citizen-" + path.Trim('/').Replace('/', '-'));
            await visit.AxeAsync(path);
            await visit.FitsAsync(path);
        }
    }

    [Theory]
    [InlineData("taiyuan.administrator", "/desk/accounts", "/desk/accounts/new", "/desk/accounts/citizen", "/desk/messages")]
    [InlineData("taiyuan.auditor", "/desk/audit")]
    public async Task Axe_finds_nothing_on_the_pages_of_those_who_run_the_platform(string userName, params string[] paths)
    {
        await using var visit = await served.VisitAsync();
        await visit.SignInAsync(userName);
        foreach (var path in paths)
        {
            if (path.EndsWith("citizen", StringComparison.Ordinal))
                await FollowAccountAsync(visit, "taiyuan.citizen");
            else
                await visit.OpenAsync(path);
            await visit.TellAsync(path.Trim('/').Replace('/', '-'));
            await visit.AxeAsync(path);
            await visit.FitsAsync(path);
        }

    }

    private static async Task FollowAccountAsync(Visit visit, string userName)
    {
        await visit.OpenAsync("/desk/accounts?q=" + userName);
        await visit.Main.Locator(".tbl tbody a").First.ClickAsync();
    }
}
