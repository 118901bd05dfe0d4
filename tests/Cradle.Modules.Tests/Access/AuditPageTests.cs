using Cradle.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Modules.Tests.Access;

public class AuditPageTests(CradleSite site)
{
    private const string Phone = "13800005678";

    [Fact]
    public async Task A_phone_is_masked_until_an_administrator_says_why_and_holder_and_auditor_see_that()
    {
        var holder = await People.AsAsync(site, "changchun.hospital");
        Assert.True((await holder.SendAsync(await holder.OpenAsync("/account/contact"), ("Phone", "1380"), ("Email", ""))).HasErrors);
        var kept = await holder.SendAsync(await holder.OpenAsync("/account/contact"), ("Phone", Phone), ("Email", "li@example.cn"));
        Assert.Contains("138****5678 l****@example.cn", kept.Text, StringComparison.Ordinal);

        var administrator = await People.AsAsync(site, "changchun.administrator");
        var path = (await administrator.OpenAsync("/desk/accounts?q=changchun.hospital")).Document.QuerySelector(".tbl a")!.GetAttribute("href")!;
        var masked = await administrator.OpenAsync(path);
        Assert.Contains("138****5678", masked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Phone, masked.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        var token = new KeyValuePair<string, string>("__RequestVerificationToken", masked.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
        Assert.True((await administrator.PostAsync(path + "?handler=Unmask", [token, new("why", " ")])).HasErrors);
        Assert.Contains(Phone, (await administrator.PostAsync(path + "?handler=Unmask", [token, new("why", "to confirm an appointment")])).Text, StringComparison.Ordinal);

        var views = await holder.OpenAsync("/account/views");
        Assert.Contains("管理员 · 吉林省长春市 · 演******", views.Text, StringComparison.Ordinal);
        Assert.Contains("全文：手机号", views.Text, StringComparison.Ordinal);
        Assert.Contains("to confirm an appointment", views.Text, StringComparison.Ordinal);
        var auditor = await People.AsAsync(site, "changchun.auditor");
        var log = await auditor.OpenAsync("/desk/audit?did=unmasked&who=changchun.administrator");
        Assert.Contains("to confirm an appointment", log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("to confirm an appointment", (await (await People.AsAsync(site, "taiyuan.auditor")).OpenAsync("/desk/audit?did=unmasked")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Phone, site.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_auditor_filters_turns_pages_and_verifies_the_chain()
    {
        var auditor = await People.AsAsync(site, "changchun.auditor");
        await People.AsAsync(site, "changchun.officer");
        var log = await auditor.OpenAsync("/desk/audit?did=sign-in&about=account&from=2026-03-01&until=2026-12-31");
        Assert.All(log.Document.QuerySelectorAll(".tbl tbody tr"), row => Assert.Contains("登录：", row.TextContent, StringComparison.Ordinal));
        Assert.Contains("演示·长春经办人", (await auditor.OpenAsync("/desk/audit?did=sign-in&who=changchun.officer")).Text, StringComparison.Ordinal);   // on a page of its own: others of the site sign in too
        Assert.DoesNotContain("太原", log.Text, StringComparison.Ordinal);
        var newest = long.Parse(log.Document.QuerySelector(".tbl tbody th")!.TextContent, System.Globalization.CultureInfo.InvariantCulture);
        var earlier = await auditor.OpenAsync($"/desk/audit?did=sign-in&before={newest}");
        Assert.All(earlier.Document.QuerySelectorAll(".tbl tbody th"), number => Assert.True(long.Parse(number.TextContent, System.Globalization.CultureInfo.InvariantCulture) < newest));
        Assert.Contains("没有这样的记录", (await auditor.OpenAsync("/desk/audit?did=no-such-act")).Text, StringComparison.Ordinal);
        var token = log.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Assert.Contains("整条链没有断", (await auditor.PostAsync("/desk/audit?handler=Verify", [new("__RequestVerificationToken", token)])).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_key_of_a_second_factor_stands_readable_in_the_database()
    {
        await using var scope = site.Services.CreateAsyncScope();
        var keys = await scope.ServiceProvider.GetRequiredService<PlatformDbContext>().Database
            .SqlQueryRaw<byte[]>("SELECT authenticator_key AS Value FROM accounts WHERE authenticator_key IS NOT NULL").ToListAsync(TestContext.Current.CancellationToken);
        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.DoesNotContain(Platform.Accounts.DemoAccounts.Key, System.Text.Encoding.UTF8.GetString(key), StringComparison.Ordinal));
    }
}
