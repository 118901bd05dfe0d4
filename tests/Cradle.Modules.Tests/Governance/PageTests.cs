using System.Net;
using System.Text.RegularExpressions;
using Cradle.Governance.Matrix;
using Cradle.Modules.Tests.Access;
using Cradle.Platform.Data;
using Cradle.Platform.Messages;
using Cradle.Platform.Tables;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Modules.Tests.Governance;

/// <summary>The pages, as officers use them without scripts, on a site that the tests share; so one test tells the whole story.</summary>
public partial class PageTests(CradleSite site)
{
    [Fact]
    public async Task From_the_table_to_the_board_and_from_the_receipt_to_being_struck_off_by_pages_alone()
    {
        var office = await People.AsAsync(site, "changchun.officer");
        var supervisor = await People.AsAsync(site, "changchun.supervisor");

        // the office takes the directory and the matrix in
        var import = await office.OpenAsync("/governance/import");
        Assert.Contains("单位名录还是空的", import.Text, StringComparison.Ordinal);
        await office.PressAsync(await office.OpenAsync("/governance/units"), "添加", ("Name", "市政府督查室"));
        import = await office.PressAsync(await office.OpenAsync("/governance/import"), "补上");   // who began by hand can still take over the rest
        Assert.DoesNotContain("补上", import.Text, StringComparison.Ordinal);
        var wrong = await office.UploadAsync(import, "Import", "a.csv", "序号,主要任务,责任单位,完成时限\n1,甲,市卫计委牵头负责,2026年底\n"u8.ToArray(), ("Document", "own"));
        Assert.Contains("是不是市卫健委", wrong.Text, StringComparison.Ordinal);
        var csv = await File.ReadAllBytesAsync(Repository.PathOf("docs", "examples", "matrix", "changchun.csv"), TestContext.Current.CancellationToken);
        var look = await office.UploadAsync(import, "Read", "changchun.csv", csv);
        Assert.Contains("31 行", look.Text, StringComparison.Ordinal);
        var list = await office.UploadAsync(import, "Import", "changchun.csv", csv, ("Document", "001"));
        Assert.Equal(("/governance/tasks", 31), (list.Path, list.Document.QuerySelectorAll("tbody tr").Length));
        Assert.Contains("31", (await office.UploadAsync(import, "Import", "changchun.csv", csv, ("Document", "001"))).Heading, StringComparison.Ordinal);   // the same form again leads where it led
        Assert.Contains("已经有了", (await office.UploadAsync(await office.OpenAsync("/governance/import"), "Import", "changchun.csv", csv, ("Document", "001"))).Text, StringComparison.Ordinal);

        // the leader's board counts them, and a number opens its list
        await DeliverAsync();
        var board = await supervisor.OpenAsync("/governance");
        var closed = board.Document.QuerySelectorAll("a.tile").Last();
        Assert.Equal("2", closed.QuerySelector("strong")!.TextContent);
        var done = await supervisor.OpenAsync(closed.GetAttribute("href")!);
        Assert.Equal(2, done.Document.QuerySelectorAll("tbody tr").Length);

        // a unit works, another checks, the office strikes off
        var mine = await office.OpenAsync("/governance/mine?unit=" + Uri.EscapeDataString("市教育局"));
        var task = await office.OpenAsync(mine.Document.QuerySelectorAll("tbody th a").Single(link => link.TextContent.StartsWith("7.", StringComparison.Ordinal)).GetAttribute("href")!);
        Assert.Contains("代签要写理由", (await office.PressAsync(task, "代签")).Text, StringComparison.Ordinal);
        task = await office.PressAsync(task, "代签", ("SignReason", "该局还没有账号"));
        Assert.Contains("代 市教育局", task.Document.QuerySelector("#history + ol")!.TextContent, StringComparison.Ordinal);
        task = await office.PressAsync(task, "报进展", ("Text", "校长轮岗40人"));
        Assert.Contains("校长轮岗40人", task.Text, StringComparison.Ordinal);
        task = await office.PressAsync(task, "交佐证", ("Label", "轮岗名单"), ("Source", "长教发〔2026〕5号"));
        task = await office.PressAsync(task, "申请办结");
        Assert.Contains("待核查", task.Text, StringComparison.Ordinal);
        Assert.Contains("7.", (await supervisor.OpenAsync("/governance/check")).Text, StringComparison.Ordinal);
        var check = await supervisor.OpenAsync(task.Path);
        var proof = check.Document.QuerySelector("input[name=accepted]")!.GetAttribute("value")!;
        var own = await supervisor.PressAsync(check, "提交核查结果", ("Checker", "市教育局"), ("accepted", proof));
        Assert.Contains("要请别的单位核查", own.Text, StringComparison.Ordinal);
        Assert.Equal("已核查，待核销", State(await supervisor.PressAsync(check, "提交核查结果", ("Checker", "市政府督查室"), ("accepted", proof))));
        Assert.Equal("已核销", State(await office.PressAsync(await office.OpenAsync(task.Path), "核销")));

        // an order is issued, read, answered and accepted
        var late = await supervisor.OpenAsync("/governance/tasks");
        var other = await supervisor.OpenAsync(late.Document.QuerySelectorAll("tbody th a").First(link => link.TextContent.StartsWith("13.", StringComparison.Ordinal)).GetAttribute("href")!);
        other = await supervisor.PressAsync(other, "发督办单", ("Remark", "说明进度"), ("OrderTo", "市卫健委"), ("AnswerBy", "2027-01-04"));
        Assert.Contains("说明进度", other.Text, StringComparison.Ordinal);
        var unit = "/governance/mine?unit=" + Uri.EscapeDataString("市卫健委");
        await office.PressAsync(await office.OpenAsync(unit), "已阅");
        await office.PressAsync(await office.OpenAsync(unit), "答复", ("text", "下月完成"));
        var orders = await supervisor.PressAsync(await supervisor.OpenAsync("/governance/orders"), "认可");
        Assert.Contains("没有在办的督办单", orders.Text, StringComparison.Ordinal);

        // the matrix as a workbook; other places see nothing of it; English
        var workbook = await office.GetAsync("/governance/tasks?handler=Workbook");
        var matrix = TableFile.Read(await workbook.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), "a.xlsx").Table!;
        Assert.Equal(32, matrix.Rows);
        Assert.Equal(Plan(Annex.Reader.Read(csv, "changchun.csv")), Plan(Annex.Reader.Read(matrix)));   // read again it is the same plan
        var taiyuan = await People.AsAsync(site, "taiyuan.officer");
        Assert.Equal(HttpStatusCode.NotFound, (await taiyuan.GetAsync(task.Path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await taiyuan.GetAsync("/governance?division=2201")).StatusCode);
        foreach (var path in new[] { "/governance/timeline", "/governance/loop?broken=true", "/governance/orders" })
        {
            Assert.Equal(HttpStatusCode.OK, (await office.GetAsync(path)).StatusCode);
        }
    }

    [Fact]
    public async Task Who_reads_English_finds_no_Chinese_in_what_the_pages_themselves_say()
    {
        var paths = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.RoutePattern.Parameters.Count == 0)
            .Select(endpoint => endpoint.RoutePattern.RawText!.Trim('/')).Where(path => path.StartsWith("governance", StringComparison.Ordinal)).Distinct().ToList();
        Assert.True(paths.Count > 20, $"only {paths.Count} pages were found");
        foreach (var userName in new[] { "taiyuan.officer", "taiyuan.leader" })
        {
            var reader = await People.AsAsync(site, userName);
            await reader.PostAsync("/preferences", [new("language", "en"), new("back", "/governance")]);
            foreach (var path in paths)
            {
                var page = await reader.OpenAsync("/" + path);
                foreach (var said in page.Document.QuerySelectorAll("main h1, main h2:not(.as-l), main label.label, main legend, main button, main thead th, main dt, main summary, main .acts a, main > p"))
                    Assert.False(Chinese().IsMatch(said.TextContent), $"{userName} reads at {path}: {said.TextContent.Trim()}");
            }
        }
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();

    private static IEnumerable<string> Plan(MatrixReading reading) => reading.Rows.OrderBy(row => row.Number).Select(row =>
        $"{row.Number}|{row.Section}|{row.Title}|{row.Text}|{row.Duty}|{string.Join('、', row.Lead.Select(unit => unit.Name))}|{string.Join('、', row.Joint.Select(unit => unit.Name))}|{row.Deadline}|{row.IsCompleted}|{row.Remark}");

    private static string State(SeenPage page) => page.Document.QuerySelector(".page-head .lead")!.TextContent.Split('·')[^1].Trim();

    private async Task DeliverAsync()
    {
        // until nothing of the ledger waits: the site's own dispatcher may have some of it in hand; others' messages wait for a clock that stands still
        do
        {
            await site.Services.GetRequiredService<OutboxDispatcher>().DeliverAsync(TestContext.Current.CancellationToken);
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken);
        }
        while (await WaitsAsync());

        async Task<bool> WaitsAsync()
        {
            await using var scope = site.Services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<PlatformDbContext>().Outbox.AnyAsync(
                message => message.State == MessageState.Waiting && message.Attempts == 0 && EF.Functions.Like(message.Name, "governance.%"), TestContext.Current.CancellationToken);
        }
    }
}
