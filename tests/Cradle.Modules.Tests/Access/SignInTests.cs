using System.Net;
using AngleSharp.Dom;
using Cradle.Platform.Accounts;
using Cradle.Platform.Data;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Cradle.Modules.Tests.Access;

public class SignInTests(CradleSite site)
{
    private const string Chosen = "quiet river lamp";

    [Fact]
    public async Task Who_has_not_signed_in_is_sent_there_by_a_path_whatever_host_the_request_names()
    {
        using var client = site.CreateDefaultClient();
        client.DefaultRequestHeaders.Host = "evil.example";
        var answer = await client.GetAsync("/births/claim?from=%E4%B8%AD", TestContext.Current.CancellationToken);
        Assert.Equal("/sign-in?back=%2Fbirths%2Fclaim%3Ffrom%3D%25E4%25B8%25AD", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_citizen_signs_in_sees_the_desk_and_signs_out()
    {
        var reader = new Reader(site);
        var desk = await People.SignInAsync(reader, "taiyuan.citizen");
        Assert.Equal("/desk", desk.Path);
        Assert.Contains("市民 · 山西省太原市小店区", desk.Text, StringComparison.Ordinal);
        Assert.Contains("我的", (await reader.OpenAsync("/")).Document.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
        var home = await reader.SendAsync(await reader.OpenAsync("/sign-out"));
        Assert.Equal("/", home.Path);
        Assert.Equal("/sign-in", (await reader.OpenAsync("/desk")).Path);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_are_told_alike()
    {
        var reader = new Reader(site);
        var wrong = await People.SignInAsync(reader, await NewAccountAsync(), "not the password");
        var unknown = await People.SignInAsync(reader, "nobody-at-all", "not the password");
        Assert.Equal(wrong.Document.QuerySelector(".errors")!.TextContent, unknown.Document.QuerySelector(".errors")!.TextContent);
        Assert.DoesNotContain("not the password", wrong.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_failures_lock_the_account_even_for_the_right_password()
    {
        var name = await NewAccountAsync();
        var reader = new Reader(site);
        for (var failure = 0; failure < 5; failure++)
            await People.SignInAsync(reader, name, "not the password");
        Assert.Contains("账号或密码不对", (await People.SignInAsync(reader, name, Chosen)).Text, StringComparison.Ordinal);
        await ChangeAsync(name, account => account.LockoutEnd = null);
        Assert.Equal("/desk", (await People.SignInAsync(reader, name, Chosen)).Path);
    }

    [Fact]
    public async Task The_second_factor_of_a_session_still_stands_when_the_account_is_looked_at_again()
    {
        var format = site.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme).TicketDataFormat;
        var ticket = format.Unprotect((await People.AsAsync(site, "taiyuan.officer")).Cookie("cradle.account")!.Value)!;
        ticket.Properties.IssuedUtc -= TimeSpan.FromMinutes(31);   // the framework looks again after thirty
        var reader = new Reader(site, session: format.Protect(ticket));
        Assert.Equal("/governance/units", (await reader.OpenAsync("/governance/units")).Path);
        Assert.Equal("/governance/units", (await reader.OpenAsync("/governance/units")).Path);   // with the cookie that came back
    }

    [Fact]
    public async Task A_lock_ends_the_sessions_that_stand()
    {
        var (name, reader) = (await NewAccountAsync(), new Reader(site));
        await People.SignInAsync(reader, name, Chosen);
        await ChangeAsync(name, account => account.LockoutEnd = DateTimeOffset.MaxValue);
        Assert.Equal("/sign-in", (await reader.OpenAsync("/desk")).Path);
    }

    [Fact]
    public async Task A_page_that_was_asked_for_is_shown_after_signing_in_and_a_foreign_address_never()
    {
        var name = await NewAccountAsync();
        Assert.Equal("/account", (await People.SignInAsync(new Reader(site), name, Chosen, "/sign-in?back=/account")).Path);
        foreach (var foreign in new[] { "https://evil.example/", "//evil.example/", "/\\evil.example" })
            Assert.Equal("/desk", (await People.SignInAsync(new Reader(site), name, Chosen, "/sign-in?back=" + Uri.EscapeDataString(foreign))).Path);
    }

    [Fact]
    public async Task The_second_factor_is_set_up_asked_for_and_replaced_by_a_recovery_code_once()
    {
        var (name, reader, elsewhere) = (await NewAccountAsync(), new Reader(site), new Reader(site));
        await People.SignInAsync(reader, name, Chosen);
        await People.SignInAsync(elsewhere, name, Chosen);
        var setUp = await reader.OpenAsync("/account/second-factor");
        Assert.Equal("/desk", (await elsewhere.OpenAsync("/desk")).Path);      // only looking ends no session
        var key = setUp.Document.QuerySelector(".key")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        Assert.NotNull(setUp.Document.QuerySelector("svg.qr-code path"));
        var step = TimeCode.StepAt(site.Clock.GetUtcNow());
        Assert.True((await reader.SendAsync(setUp, ("Code", "000000"))).HasErrors);
        var codes = (await reader.SendAsync(setUp, ("Code", TimeCode.At(key, step)))).Document.QuerySelectorAll(".codes li").Select(code => code.TextContent).ToList();
        Assert.Equal(10, codes.Count);
        Assert.Equal("/sign-in", (await elsewhere.OpenAsync("/desk")).Path);   // turning it on ends the others
        Assert.Equal("/desk", (await reader.OpenAsync("/desk")).Path);

        var second = new Reader(site);
        var asked = await second.SendAsync(await second.OpenAsync("/sign-in"), ("UserName", name), ("Password", Chosen));
        Assert.Equal("/sign-in/code", asked.Path);
        Assert.Equal("/sign-in", (await second.OpenAsync("/desk")).Path);            // the password alone opens nothing
        Assert.True((await second.SendAsync(asked, ("Code", TimeCode.At(key, step)))).HasErrors);   // it was used to set up
        Assert.Equal("/desk", (await second.SendAsync(asked, ("Code", TimeCode.At(key, step + 1)))).Path);

        foreach (var works in new[] { true, false })
        {
            var third = new Reader(site);
            var code = await third.SendAsync(await third.OpenAsync("/sign-in"), ("UserName", name), ("Password", Chosen));
            var recovery = await third.OpenAsync(code.Document.QuerySelectorAll("a").Single(link => link.TextContent == "手机不在身边").GetAttribute("href")!);
            Assert.Equal(works, (await third.SendAsync(recovery, ("Code", codes[0].ToLowerInvariant()))).Path == "/desk");
        }
    }

    [Fact]
    public async Task A_role_that_needs_a_second_factor_leads_to_setting_it_up_first()
    {
        var (name, reader) = (await NewAccountAsync(), new Reader(site));
        await AddGrantAsync(name);
        await People.SignInAsync(reader, name, Chosen);
        var page = await reader.OpenAsync("/desk");
        Assert.Contains("还有角色用不了", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("main a[href='/account/second-factor']"));
        Assert.Contains("您的角色要先设置两步验证才能用", (await reader.OpenAsync("/account/second-factor")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_given_by_somebody_else_opens_only_the_page_to_change_it_and_a_change_ends_other_sessions()
    {
        var name = await NewAccountAsync();
        var (here, there) = (new Reader(site), new Reader(site));
        await People.SignInAsync(here, name, Chosen);
        await People.SignInAsync(there, name, Chosen);
        await ChangeAsync(name, account => account.MustChangePassword = true);
        var page = await here.OpenAsync("/account/password");
        Assert.Contains("现在的密码是别人给您的", page.Text, StringComparison.Ordinal);
        foreach (var (present, chosen, again, error) in new[]
        {
            ("wrong", "another long one", "another long one", "现在的密码不对"), (Chosen, "short", "short", "太短"), (Chosen, "another long one", "another long two", "不一样"),
            (Chosen, name + " and more", name + " and more", "含有账号"), (Chosen, "aaaaaaaaaaaa", "aaaaaaaaaaaa", "不同的字符太少"),
        })
            Assert.Contains(error, (await here.SendAsync(page, ("Present", present), ("Chosen", chosen), ("Again", again))).Document.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("密码改好了", (await here.SendAsync(page, ("Present", Chosen), ("Chosen", "another long one"), ("Again", "another long one"))).Text, StringComparison.Ordinal);
        Assert.Equal("/desk", (await here.OpenAsync("/desk")).Path);
        Assert.Equal("/sign-in", (await there.OpenAsync("/desk")).Path);
    }

    [Fact]
    public async Task Every_attempt_is_in_the_audit_log_and_no_password_or_code_is_anywhere_in_the_log()
    {
        var name = await NewAccountAsync();
        await People.SignInAsync(new Reader(site), name, "not the password");
        await People.SignInAsync(new Reader(site), name, Chosen);
        var id = await AccountAsync(name, account => account.Id);
        var details = await InDatabaseAsync(database => database.AuditEntries.Where(entry => entry.SubjectId == id && entry.Action == "sign-in").OrderBy(entry => entry.Sequence).Select(entry => entry.Detail).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["""{"outcome":"Wrong"}""", """{"outcome":"SignedIn"}"""], details);
        Assert.DoesNotContain(Chosen, site.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(DemoAccounts.Password, site.Log.Text, StringComparison.Ordinal);
    }

    private async Task<string> NewAccountAsync()
    {
        var name = "test-" + Guid.NewGuid().ToString("N")[..12];
        await InDatabaseAsync(async database =>
        {
            var hasher = site.Services.CreateScope().ServiceProvider.GetRequiredService<Microsoft.AspNetCore.Identity.IPasswordHasher<Account>>();
            var account = new Account { Id = Guid.CreateVersion7(), UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = name, Created = site.Clock.GetUtcNow(), SecurityStamp = "stamp", LockoutEnabled = true };
            account.PasswordHash = hasher.HashPassword(account, Chosen);
            database.Add(account);
            return await database.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        return name;
    }

    private async Task AddGrantAsync(string name)
    {
        var id = await AccountAsync(name, account => account.Id);
        await using var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Platform.Processes.ProcessScope>().Begin(new() { Actor = Platform.Processes.Actor.System("test"), Process = "test", Correlation = Guid.Empty });
        var grant = new RoleGrant { Id = Guid.CreateVersion7(), AccountId = id, Role = Platform.Access.Role.DepartmentOfficer, Division = Primitives.DivisionCode.Parse("2201"), State = GrantState.Active };
        var database = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        database.Add(grant);
        scope.ServiceProvider.GetRequiredService<Platform.Audit.AuditTrail>().Record("test", grant.AuditSubject);
        await database.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private Task<T> AccountAsync<T>(string name, Func<Account, T> what) => InDatabaseAsync(async database =>
        what(await database.Accounts.AsNoTracking().SingleAsync(account => account.UserName == name, TestContext.Current.CancellationToken)));

    private Task<int> ChangeAsync(string name, Action<Account> change) => InDatabaseAsync(async database =>
    {
        change(await database.Accounts.SingleAsync(account => account.UserName == name, TestContext.Current.CancellationToken));
        return await database.SaveChangesAsync(TestContext.Current.CancellationToken);
    });

    private async Task<T> InDatabaseAsync<T>(Func<PlatformDbContext, Task<T>> act)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<PlatformDbContext>());
    }
}
