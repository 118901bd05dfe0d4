using System.Text;
using Cradle.Governance.Board;
using Microsoft.Playwright;

namespace Cradle.Journeys.Tests;

/// <summary>A unit works and proves, a checker returns and accepts, the office strikes off, a leader looks, a supervisor presses: in a browser, with scripts and without, on a phone.</summary>
public class GovernanceJourneyTests(Served served)
{
    private const string Unit = "市教育局";
    private static readonly byte[] List = Encoding.ASCII.GetBytes("%PDF-1.7\nforty headmasters");
    private readonly GovernanceLedger ledger = new(served);

    [Theory]
    [InlineData(true, "task-7")]
    [InlineData(false, "dated-4")]
    public async Task A_unit_proves_by_a_file_a_checker_returns_and_accepts_and_the_leader_sees_it_struck_off(bool scripts, string name)
    {
        var task = (await ledger.FillAsync())[name];

        await using var unit = await served.VisitAsync(scripts);
        unit.Shown = unit.FitsAsync;
        await unit.ResumeAsync(GovernanceLedger.UnitOfficer);
        await unit.OpenAsync("/governance/mine");
        await unit.TellAsync("unit-mine");
        await unit.Main.Locator($"a[href$='{task}']").ClickAsync();
        await unit.PressAsync("签收");
        await Assertions.Expect(unit.Main).ToContainTextAsync("2026-03-01 签收");

        // a report with a file of a kind that is not taken, and with one that is
        await ReportAsync(unit, "全市轮岗 40 人", "名单.exe", Encoding.ASCII.GetBytes("MZ"));
        await Assertions.Expect(unit.Page.Locator(".errors")).ToContainTextAsync("这里只收");
        await unit.TellAsync("unit-wrong-file");
        await ReportAsync(unit, "全市轮岗 40 人", "轮岗名单.pdf", List);
        await unit.PressAsync("申请办结");
        await Assertions.Expect(unit.Main).ToContainTextAsync("申请办结，待核查");
        await unit.TellAsync("unit-claimed");

        // what does not hold goes back with its reason
        await using var checker = await served.VisitAsync(scripts);
        checker.Shown = checker.FitsAsync;
        await checker.ResumeAsync("changchun.supervisor");
        await CheckAsync(checker, task, accept: false);
        await Assertions.Expect(checker.Main).ToContainTextAsync("退回");

        await unit.OpenAsync("/account/inbox");
        await Assertions.Expect(unit.Main.GetByText("名单没有盖章").First).ToBeVisibleAsync();
        await unit.OpenAsync(task);
        await Assertions.Expect(unit.Main.Locator("#history + ol")).ToContainTextAsync("名单没有盖章");
        await unit.TellAsync("unit-returned");
        await ReportAsync(unit, "补报 5 人", "补充名单.pdf", [.. List, 1]);
        await unit.PressAsync("申请办结");
        await CheckAsync(checker, task, accept: true);
        await Assertions.Expect(checker.Main).ToContainTextAsync("已核查，待核销");
        await checker.TellAsync("checker-checked");
        var file = await checker.Main.GetByRole(AriaRole.Link, new() { Name = "轮岗名单.pdf", Exact = true }).GetAttributeAsync("href");
        Assert.Equal(List, await (await checker.Context.APIRequest.GetAsync(served.Origin + file)).BodyAsync());

        await using (var office = await served.VisitAsync(scripts))
        {
            await office.ResumeAsync("changchun.officer");
            await office.OpenAsync(task);
            await office.PressAsync("核销");
            await Assertions.Expect(office.Main).ToContainTextAsync("已核销");
        }

        await ledger.DeliverAsync();
        await using var leader = await served.VisitAsync(scripts);
        leader.Shown = leader.FitsAsync;
        await leader.ResumeAsync("changchun.leader");
        await leader.OpenAsync("/governance");
        await leader.TellAsync("leader-board");
        await LeadsToItsListAsync(leader, leader.Main.Locator("a.tile").Filter(new() { HasTextString = "已核销" }));
        await Assertions.Expect(leader.Main.Locator($"a[href$='{task}']")).ToHaveCountAsync(1);
        await leader.OpenAsync("/governance");
        await LeadsToItsListAsync(leader, leader.Main.Locator("#units ~ * a.tl-late").First);
    }

    [Theory]
    [InlineData(true, 13)]
    [InlineData(false, 11)]
    public async Task A_supervisor_orders_the_unit_reads_and_answers_and_the_receipt_shows_when(bool scripts, int row)
    {
        var paths = await ledger.FillAsync();
        await using var supervisor = await served.VisitAsync(scripts);
        supervisor.Shown = supervisor.FitsAsync;
        await supervisor.ResumeAsync("changchun.supervisor");
        await supervisor.OpenAsync(paths["task-" + row]);
        var demand = $"说明第 {row} 项进度";
        await supervisor.Page.FillAsync("#Remark", demand);
        await supervisor.PressAsync("发督办单");   // without a day
        Assert.Equal(1, await supervisor.Page.Locator(".errors").CountAsync());
        await supervisor.Page.FillAsync("#AnswerBy", "2026-03-20");
        await supervisor.PressAsync("发督办单");
        await supervisor.OpenAsync("/governance/orders");
        await Assertions.Expect(Order(supervisor, demand)).ToContainTextAsync("未读");

        await using (var office = await served.VisitAsync(scripts))
        {
            office.Shown = office.FitsAsync;
            await office.ResumeAsync("changchun.officer");
            await office.OpenAsync("/governance/orders");
            await Order(office, demand).GetByRole(AriaRole.Button, new() { Name = "已阅" }).ClickAsync();
            await office.OpenAsync("/governance/orders");
            await Order(office, demand).GetByRole(AriaRole.Textbox).FillAsync("本月补齐");
            await office.TellAsync("unit-order");
            await Order(office, demand).GetByRole(AriaRole.Button, new() { Name = "答复" }).ClickAsync();
        }

        await supervisor.OpenAsync("/governance/orders");
        await Assertions.Expect(Order(supervisor, demand)).ToContainTextAsync("2026-03-01 已读");
        await Assertions.Expect(Order(supervisor, demand)).ToContainTextAsync("答复：本月补齐");
        await supervisor.TellAsync("supervisor-answered");
        await Order(supervisor, demand).GetByRole(AriaRole.Button, new() { Name = "认可" }).ClickAsync();
        await supervisor.OpenAsync("/governance/orders");
        await Assertions.Expect(Order(supervisor, demand)).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(true, "dated-1")]
    [InlineData(false, "dated-2")]
    public async Task An_extension_is_asked_for_and_granted_and_the_first_day_stays(bool scripts, string name)
    {
        var task = (await ledger.FillAsync())[name];
        await using (var unit = await served.VisitAsync(scripts))
        {
            await unit.ResumeAsync(GovernanceLedger.UnitOfficer);
            await unit.OpenAsync(task);
            await unit.PressAsync("签收");
            await unit.Page.FillAsync("#Text", "已开始");
            await unit.PressAsync("报进展");
            await unit.Page.FillAsync("#Text", "等省里文件");
            await unit.Page.FillAsync("#Day", "2026-09-30");
            await unit.PressAsync("申请延期");
            await Assertions.Expect(unit.Main).ToContainTextAsync("申请延期");
        }

        await using var office = await served.VisitAsync(scripts);
        office.Shown = office.FitsAsync;
        await office.ResumeAsync("changchun.officer");
        await office.OpenAsync(task);
        await office.Page.FillAsync("#Remark", "情况属实");
        await office.PressAsync("同意延到 2026-09-30");
        await Assertions.Expect(office.Main.Locator("dl.sum").First).ToContainTextAsync("2026-09-30");
        await Assertions.Expect(office.Main.Locator("dl.sum").First).ToContainTextAsync("原定 2026-06-30");
        await office.TellAsync("office-extended");
    }

    private static async Task ReportAsync(Visit unit, string text, string name, byte[] file)
    {
        await unit.Page.FillAsync("#Text", text);
        await unit.Page.SetInputFilesAsync("#Papers", new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = file });
        await unit.PressAsync("报进展");
    }

    private static async Task CheckAsync(Visit checker, string task, bool accept)
    {
        await checker.OpenAsync("/governance/check");
        await checker.Main.Locator($"a[href$='{task}']").ClickAsync();
        foreach (var proof in await checker.Page.Locator("input[name=accepted]").AllAsync())
            await proof.SetCheckedAsync(accept);
        await checker.Page.FillAsync("#Checker", "市政府督查室");
        if (!accept)
            await checker.Page.FillAsync("#Finding", "名单没有盖章");
        await checker.TellAsync(accept ? "checker-accepts" : "checker-returns");
        await checker.PressAsync("提交核查结果");
    }

    private static ILocator Order(Visit visit, string demand) => visit.Main.Locator(".rows > li").Filter(new() { HasTextString = demand });

    // The list is as long as the number said.
    private static async Task LeadsToItsListAsync(Visit visit, ILocator number)
    {
        var text = await number.Locator("strong").CountAsync() > 0 ? await number.Locator("strong").InnerTextAsync() : await number.InnerTextAsync();
        await number.ClickAsync();
        Assert.Equal("/" + GovernanceLinks.Tasks, visit.Path);
        await Assertions.Expect(visit.Main.Locator("tbody tr")).ToHaveCountAsync(int.Parse(text.Trim(), System.Globalization.CultureInfo.InvariantCulture));
    }
}
