using System.Net;

namespace Cradle.Modules.Tests.Access;

public class AccountPageTests(CradleSite site)
{
    [Fact]
    public async Task A_new_account_gets_a_role_by_two_administrators_and_uses_it_after_choosing_a_password()
    {
        var first = await People.AsAsync(site, "changchun.administrator");
        var second = await People.AsAsync(site, "changchun.administrator2");
        var name = "new-" + Guid.NewGuid().ToString("N")[..8];
        var made = await first.SendAsync(await first.OpenAsync("/desk/accounts/new"), ("UserName", name), ("DisplayName", "朝阳区 李"));
        var password = made.Document.QuerySelector("code")!.TextContent;
        var path = made.Document.QuerySelector(".acts a")!.GetAttribute("href")!;
        var proposed = await ProposeAsync(first, path, "FrontlineWorker", "220104");
        Assert.Contains("等确认", proposed.Text, StringComparison.Ordinal);
        Assert.Null(proposed.Document.QuerySelector("button[value=Confirm]"));   // not by whoever proposed it
        Assert.Contains("朝阳区 李", (await second.OpenAsync("/desk/accounts?q=" + name)).Text, StringComparison.Ordinal);
        Assert.Contains("有效", (await MoveAsync(second, path, "Confirm")).Text, StringComparison.Ordinal);

        var worker = new Reader(site);
        Assert.Equal("/account/password", (await People.SignInAsync(worker, name, password, "/sign-in?back=/desk")).Path is "/desk" ? (await worker.OpenAsync("/account/password")).Path : "");
        await worker.SendAsync(await worker.OpenAsync("/account/password"), ("Present", password), ("Chosen", "quiet river lamp"), ("Again", "quiet river lamp"));
        Assert.Contains("基层工作人员 · 吉林省长春市朝阳区", (await worker.OpenAsync("/desk")).Text, StringComparison.Ordinal);

        Assert.True((await MoveAsync(second, path, "Withdraw")).HasErrors);      // a reason is missing
        Assert.Contains("已收回", (await MoveAsync(second, path, "Withdraw", "moved")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("基层工作人员", (await worker.OpenAsync("/desk")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_neither_sees_nor_grants_outside_the_own_division()
    {
        var changchun = await People.AsAsync(site, "changchun.administrator");
        var taiyuan = await People.AsAsync(site, "taiyuan.administrator");
        var list = await taiyuan.OpenAsync("/desk/accounts?q=citizen");
        Assert.Contains("taiyuan.citizen", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("changchun", list.Text, StringComparison.Ordinal);
        var path = (await changchun.OpenAsync("/desk/accounts?q=changchun.citizen")).Document.QuerySelector(".tbl a")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.NotFound, (await taiyuan.OpenAsync(path)).Status);
        Assert.Contains("不归您管", (await ProposeAsync(changchun, path, "Supervisor", "14")).Document.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("地区代码", (await ProposeAsync(changchun, path, "Supervisor", "x")).Document.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_officers_unit_that_the_directory_does_not_hold_is_refused_with_what_resembles_it()
    {
        var (administrator, office) = (await People.AsAsync(site, "taiyuan.administrator"), await People.AsAsync(site, "taiyuan.officer"));
        await office.PressAsync(await office.OpenAsync("/governance/units"), "添加", ("Name", "市账号试验局"));
        var made = await administrator.SendAsync(await administrator.OpenAsync("/desk/accounts/new"), ("UserName", "unit-" + Guid.NewGuid().ToString("N")[..8]), ("DisplayName", "某"));
        var path = made.Document.QuerySelector(".acts a")!.GetAttribute("href")!;
        var refused = await ProposeAsync(administrator, path, "DepartmentOfficer", "1401", "市帐号试验局");
        Assert.Contains("是不是市账号试验局", refused.Document.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("等确认", refused.Text, StringComparison.Ordinal);
        Assert.Contains("没有“完全另一个”", (await ProposeAsync(administrator, path, "Supervisor", "1401", "完全另一个")).Document.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("等确认", (await ProposeAsync(administrator, path, "DepartmentOfficer", "1401", "市账号试验局")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("有 空格", "字母、数字、点")]
    [InlineData("changchun.citizen", "已经有人用了")]
    [InlineData("", "请填写账号")]
    public async Task A_user_name_that_cannot_be_is_refused_with_what_to_do(string name, string error)
    {
        var administrator = await People.AsAsync(site, "changchun.administrator");
        var page = await administrator.SendAsync(await administrator.OpenAsync("/desk/accounts/new"), ("UserName", name), ("DisplayName", "某"));
        Assert.Contains(error, page.Document.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a@b", false)]
    [InlineData("li@example", false)]
    [InlineData("li@example..cn", false)]
    [InlineData("li@-example.cn", false)]
    [InlineData("li@example.1", false)]
    [InlineData("@example.cn", false)]
    [InlineData("li@邮局.中国", true)]
    [InlineData("li.na+post@mail.example.cn", true)]
    public async Task An_address_of_e_mail_that_no_mail_reaches_is_refused_with_an_example(string address, bool taken)
    {
        var citizen = await People.AsAsync(site, "changchun.citizen");
        var page = await citizen.SendAsync(await citizen.OpenAsync("/account/contact"), ("Email", address));
        Assert.Equal(!taken, page.HasErrors);
    }

    private static async Task<SeenPage> ProposeAsync(Reader reader, string path, string role, string division, string unit = "")
    {
        var page = await reader.OpenAsync(path);
        return await reader.PostAsync(path + "?handler=Propose", [Token(page), new("Role", role), new("Division", division), new("Unit", unit)]);
    }

    private static async Task<SeenPage> MoveAsync(Reader reader, string path, string action, string reason = "")
    {
        var page = await reader.OpenAsync(path);
        string Held(string name) => page.Document.QuerySelector($"input[name={name}]")!.GetAttribute("value")!;
        return await reader.PostAsync(path + "?handler=Move", [Token(page), new("grant", Held("grant")), new("version", Held("version")), new("action", action), new("reason", reason)]);
    }

    private static KeyValuePair<string, string> Token(SeenPage page) =>
        new("__RequestVerificationToken", page.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
}
