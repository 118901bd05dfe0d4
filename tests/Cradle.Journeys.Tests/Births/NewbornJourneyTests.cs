using System.Globalization;
using Cradle.Primitives;
using Microsoft.Playwright;

namespace Cradle.Journeys.Tests.Births;

/// <summary>A newborn's papers from the form to the last number, by families, officers and departments in their browsers, over two processes.</summary>
public class NewbornJourneyTests(Served served, BirthsServed births) : IClassFixture<BirthsServed>
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    // Between two looks at what the processes do for each other: a look takes the very processor that they wait for.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private static int mothers;

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Twins_in_Changchun_have_four_items_each_and_what_is_returned_once_is_corrected(bool scripts, bool onPostgreSql)
    {
        await using var family = await SignedInAsync(births.Site(onPostgreSql), "changchun.citizen", scripts);
        await using var department = await SignedInAsync(births.Department, "changchun.officer", scripts);
        var links = await ApplyAsync(family, new("220104", "220104"), "大宝", "小宝");
        Assert.Equal(2, links.Count);
        await family.OpenAsync(links[0]);
        Assert.Equal(4 + 1, await family.Page.Locator(".items .item").CountAsync());   // the vaccination record stands beside the four
        Assert.Equal(1, await family.Page.Locator(".items .item", new() { HasText = "不计入" }).CountAsync());

        // the first certificate is returned once; the family corrects it; nothing else starts anew
        await DecideAsync(department, await NumberAsync(family, links[0]), "出生医学证明", "退回补正", "姓名与登记不一致", "改成登记的姓名");
        await UntilAsync(family, links[0], "改好出生医学证明再交");
        await family.TellAsync("returned");
        await family.FollowAsync("打印告知书");
        Assert.Equal("退回补正告知书", await family.Main.Locator("h1").InnerTextAsync());
        await family.OpenAsync(links[0]);
        await family.FollowAsync("改好出生医学证明再交");
        await family.TellAsync("correct");
        await family.Page.FillAsync("input[name='Form.Children[0].Name']", "改名大宝");
        await family.PressAsync("再交");
        await CompleteAsync([department], family, links);
        Assert.Equal(4 + 1, await family.Page.Locator(".items .item b.num").CountAsync());
        await family.TellAsync("completed");
        await family.OpenAsync("/births/calendar");
        Assert.True(await family.Main.Locator(".rows li").CountAsync() > 5, await family.Main.InnerTextAsync());
        await family.TellAsync("calendar");
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Twins_in_Taiyuan_have_five_items_each_and_what_is_refused_is_appealed_against(bool scripts, bool onPostgreSql)
    {
        await using var family = await SignedInAsync(births.Site(onPostgreSql), "taiyuan.citizen", scripts);
        await using var department = await SignedInAsync(births.Department, "taiyuan.officer", scripts);
        if (scripts && !onPostgreSql)   // the pages are the same each time
        {
            foreach (var visit in new[] { family, department })
                visit.Shown = name => LookAsync(visit, name);
        }

        var links = await ApplyAsync(family, new("140105", "140105"), "大宝", "小宝");
        await family.TellAsync("cases");
        await family.OpenAsync(links[1]);
        await family.TellAsync("in-hand");
        Assert.Equal(5, await family.Page.Locator(".items .item").CountAsync());
        await department.OpenAsync("/department");
        await department.TellAsync("department");

        // the card of the second child is refused, at last the only thing that is open
        var second = await NumberAsync(family, links[1]);
        await CompleteAsync([department], family, links, refused: (second, "社保卡申领"));
        await family.OpenAsync(links[1]);
        Assert.Equal("部分办结", await family.Main.Locator("h1").InnerTextAsync());
        await family.TellAsync("refused");
        await family.FollowAsync("打印告知书");
        Assert.Equal("不予办理告知书", await family.Main.Locator("h1").InnerTextAsync());
        await family.TellAsync("notice");
        await family.OpenAsync(links[1]);
        await family.Page.FillAsync("input[name=reason]", "姓名和证明一致");
        await family.PressAsync("申请复核");
        await using var colleague = await SignedInAsync(births.Department, "taiyuan.officer2", scripts);   // who refused does not decide the appeal
        await CompleteAsync([colleague], family, links);
        await family.TellAsync("completed");
        await family.OpenAsync(links[0] + "/bills");
        await family.PressAsync("申请重新结算");   // nothing is filled in
        await family.TellAsync("bills");

        // the receipt is genuine to anybody; the desk sees the case masked
        await family.OpenAsync(links[0]);
        await family.FollowAsync("打印回执");
        await family.TellAsync("receipt");
        var code = (await family.Page.Locator(".printed svg").GetAttributeAsync("aria-label"))!.Split(' ')[^1];
        await using var stranger = await served.VisitAsync(scripts, origin: births.Site(onPostgreSql));
        await stranger.OpenAsync("/check");
        await stranger.Page.FillAsync("input[name=code]", code);
        await stranger.PressAsync("查验");
        Assert.Equal("是真的，现在有效", await stranger.Main.Locator("h1").InnerTextAsync());
        if (scripts)
            await LookAsync(stranger, "check");
        await stranger.TellAsync("check");
        await DeskAsync(births.Site(onPostgreSql), links[0], scripts);
    }

    [Fact]
    public async Task A_family_in_Changchun_registers_its_child_in_Taiyuan_the_departments_of_both_do_their_part_and_both_desks_see_it()
    {
        var site = births.Site(false);
        await using var family = await SignedInAsync(site, "changchun.citizen", scripts: true);
        await using var here = await SignedInAsync(births.Department, "changchun.officer", scripts: true);
        await using var there = await SignedInAsync(births.Department, "taiyuan.officer", scripts: true);
        var links = await ApplyAsync(family, new("220104", "140105"), "样例宝宝");
        await family.OpenAsync(links[0]);
        Assert.Equal(3, await family.Page.Locator(".items .item", new() { HasText = "小店区" }).CountAsync());   // household, insurance and card; certificate and vaccination stay here
        await family.TellAsync("cross-province");
        await CompleteAsync([here, there], family, links);
        Assert.Equal(4 + 1, await family.Page.Locator(".items .item b.num").CountAsync());
        foreach (var person in new[] { "changchun.officer", "taiyuan.officer" })
        {
            await using var officer = await SignedInAsync(site, person, scripts: true);
            Assert.Equal(200, (await officer.Page.GotoAsync(OnDesk(links[0])))!.Status);
        }
    }

    [Fact]
    public async Task A_mother_of_Lanzhou_has_her_child_in_Changchun_and_registers_it_in_Taiyuan_without_a_paper_from_home()
    {
        var site = births.Site(false);
        await using var family = await SignedInAsync(site, "changchun.citizen", scripts: false);
        await using var born = await SignedInAsync(births.Department, "changchun.officer", scripts: false);
        await using var registered = await SignedInAsync(births.Department, "taiyuan.officer", scripts: false);
        var links = await ApplyAsync(family, new("220104", "140105", "620102"), "样例宝宝");
        await CompleteAsync([born, registered], family, links);
        Assert.Equal(4 + 1, await family.Page.Locator(".items .item b.num").CountAsync());
        Assert.Equal(0, await family.Page.Locator(".items .item", new() { HasText = "城关区" }).CountAsync());   // Lanzhou is asked for nothing
        Assert.Contains("和本地孩子一样对待", await family.Main.InnerTextAsync(), StringComparison.Ordinal);
        await family.TellAsync("three-provinces");
    }

    private async Task DeskAsync(string site, string link, bool scripts)
    {
        await using var officer = await SignedInAsync(site, "taiyuan.officer", scripts);
        if (scripts)
            officer.Shown = name => LookAsync(officer, name);
        await officer.OpenAsync("/desk/births?state=Completed");
        await officer.TellAsync("desk");
        await officer.OpenAsync(OnDesk(link));
        await officer.TellAsync("desk-case");
        Assert.DoesNotContain("1401051995", await officer.Main.InnerTextAsync(), StringComparison.Ordinal);
        await officer.OpenAsync("/desk/fees/import");
        await officer.TellAsync("fees-import");
        await using var worker = await SignedInAsync(site, "taiyuan.frontline", scripts);
        if (scripts)
            worker.Shown = name => LookAsync(worker, name);
        await worker.OpenAsync("/births/registrations/import");
        await worker.TellAsync("registrations-import");
        await using var supervisor = await SignedInAsync(site, "taiyuan.supervisor", scripts);
        if (scripts)
            supervisor.Shown = name => LookAsync(supervisor, name);
        await supervisor.OpenAsync("/desk/births/reconciliation");
        Assert.Contains("账是平的", await supervisor.Main.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        await supervisor.TellAsync("reconciliation");
    }

    private async Task<Visit> SignedInAsync(string origin, string userName, bool scripts)
    {
        var visit = await served.VisitAsync(scripts, origin: origin);
        await visit.ResumeAsync(userName);
        return visit;
    }

    /// <summary>Fills in the form and gives the cases that came of it, the first child's first.</summary>
    private static async Task<IReadOnlyList<string>> ApplyAsync(Visit family, Places places, params string[] children)
    {
        await family.OpenAsync($"/births/apply?babies={children.Length}");
        var page = family.Page;
        await page.FillAsync("input[name='Form.Phone']", "1");
        await family.PressAsync("提交");
        Assert.NotEqual(0, await page.Locator(".errors li").CountAsync());
        await family.TellAsync("form-errors");
        var (born, mother) = (ChinaTime.Today(TimeProvider.System).AddDays(-10), Interlocked.Increment(ref mothers));
        foreach (var (name, value) in new[]
        {
            ("BirthDate.Year", $"{born.Year}"), ("BirthDate.Month", $"{born.Month}"), ("BirthDate.Day", $"{born.Day}"), ("Birthplace", places.Residence), ("Hospital", "样例妇产医院"), ("Residence", places.Residence), ("Household", places.Household),
            ("Phone", "13800000000"), ("Mother.Name", "样例母亲"), ("Mother.IdNumber", MotherOf(places.Residence, mother)), ("Mother.Household", places.Mother ?? ""),
        })
            await page.FillAsync($"input[name='Form.{name}']", value);
        for (var index = 0; index < children.Length; index++)
        {
            await page.FillAsync($"input[name='Form.Children[{index}].Name']", children[index]);
            await page.CheckAsync($"input[name='Form.Children[{index}].Sex'][value={(index == 0 ? "Female" : "Male")}]");
            await page.FillAsync($"input[name='Form.Children[{index}].Certificate']", string.Create(CultureInfo.InvariantCulture, $"J{mother:D4}{index:D5}"));
        }

        await family.TellAsync("form");
        await family.PressAsync("提交");
        if (children.Length == 1)
            return [family.Path];
        Assert.Equal("/births/cases", family.Path);
        var links = new List<string>();
        for (var order = 1; order <= children.Length; order++)
            links.Add((await family.Main.Locator(".rows li", new() { HasText = $"里的第 {order} 个" }).First.Locator("a").GetAttributeAsync("href"))!);
        return links;
    }

    // Completes what comes to the department, but for one item that is refused, until every case has ended.
    private static async Task CompleteAsync(IReadOnlyList<Visit> departments, Visit family, IReadOnlyList<string> links, (string Case, string Service)? refused = null)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await EndedAsync(family, links))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < Longest, $"the cases did not end: {await family.Main.InnerTextAsync()}");
            var worked = 0;
            foreach (var department in departments)
                worked += await WorkAsync(department, refused);
            if (worked == 0)
                await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<int> WorkAsync(Visit department, (string Case, string Service)? refused)
    {
        await department.OpenAsync("/department");
        var requests = await department.Main.Locator("tbody a").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        foreach (var request in requests)
        {
            await department.OpenAsync(request);
            var (service, subject) = (await department.Main.Locator("h1").InnerTextAsync(), await department.Main.Locator(".lead").InnerTextAsync());
            if (refused is var (number, what) && what == service && subject.Contains(number, StringComparison.Ordinal))
            {
                await department.TellAsync("request");
                await FillAsync(department, "不予办理", "姓名与证明不一致", "带证明到窗口");
                continue;
            }

            await department.Page.FillAsync("input[name=Number]", $"{service[..2]}-{request[^6..]}");
            await department.PressAsync("办结");
        }

        return requests.Length;
    }

    private static async Task<bool> EndedAsync(Visit family, IReadOnlyList<string> links)
    {
        foreach (var link in links)
        {
            await family.OpenAsync(link);
            if (await family.Main.Locator("h1").InnerTextAsync() is not ("全部办结" or "部分办结") || await family.Page.Locator(".item-doing").CountAsync() > 0)
                return false;
        }

        return true;
    }

    private static async Task DecideAsync(Visit department, string number, string service, string button, string reason, string remedy)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < Longest, $"{service} of {number} did not come to the department");
            await department.OpenAsync("/department");
            var row = department.Main.Locator("tbody tr", new() { HasText = number }).Filter(new() { HasText = service });
            if (await row.CountAsync() > 0)
            {
                await row.Locator("a").ClickAsync();
                await FillAsync(department, button, reason, remedy);
                return;
            }

            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }
    }

    private static async Task FillAsync(Visit department, string button, string reason, string remedy)
    {
        await department.Page.FillAsync("textarea[name=Reason]", reason);
        await department.Page.FillAsync("textarea[name=Remedy]", remedy);
        await department.PressAsync(button);
    }

    private static async Task UntilAsync(Visit family, string link, string shows)
    {
        var began = TimeProvider.System.GetTimestamp();
        await family.OpenAsync(link);
        while (await family.Main.GetByRole(AriaRole.Link, new() { Name = shows }).CountAsync() == 0)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < Longest, $"{link} never shows {shows}");
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
            await family.OpenAsync(link);
        }
    }

    private static async Task<string> NumberAsync(Visit family, string link)
    {
        await family.OpenAsync(link);
        return await family.Main.Locator(".lead b.num").First.InnerTextAsync();
    }

    private static async Task LookAsync(Visit visit, string name)
    {
        await visit.AxeAsync(name);
        await visit.FitsAsync(name);
    }

    private static string OnDesk(string link) => link.Replace("/births/cases/", "/desk/births/", StringComparison.Ordinal);

    // One mother a birth, with the check digit of GB 11643: of one mother and day the second form would be held.
    private static string MotherOf(string place, int index)
    {
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        var body = string.Create(CultureInfo.InvariantCulture, $"{place}19950304{index * 2:D3}");
        return body + "10X98765432"[body.Select((digit, at) => (digit - '0') * weights[at]).Sum() % 11];
    }

    private sealed record Places(string Residence, string Household, string? Mother = null);
}
