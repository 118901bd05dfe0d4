using System.Net;
using Cradle.Entitlements.Rehearsals;

namespace Cradle.Modules.Tests.Entitlements;

public class RehearsalTests(CradleSite site)
{
    private const string Page = "/policy/rehearsal";

    [Fact]
    public async Task A_shipped_reform_is_run_and_its_result_says_that_it_is_synthetic()
    {
        var reader = new Reader(site);
        var result = await FinishAsync(reader, await StartAsync(reader, ("Choice", "national-allowance-5000"), ("Families", "120")));

        Assert.Contains("合成数据，不是真实家庭", result.Text, StringComparison.Ordinal);
        Assert.NotEmpty(result.Document.QuerySelectorAll("svg.bars rect"));
        Assert.Contains(result.Document.QuerySelectorAll("table caption"), caption => caption.TextContent.Contains("国家育儿补贴，按条款", StringComparison.Ordinal));
        var link = result.Document.QuerySelector("a[href*='name=clauses']")!.GetAttribute("href")!;
        var file = await reader.GetAsync(link);
        var text = await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("text/csv", file.Content.Headers.ContentType!.ToString(), StringComparison.Ordinal);
        Assert.Contains("# 合成数据", text, StringComparison.Ordinal);
        Assert.Contains("cn.child-allowance-national+reform", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reform_with_errors_is_refused_with_line_and_column_and_nothing_runs()
    {
        const string Text = "reform: x\nlabel: {zh: 试, en: try}\nabout: {zh: 试, en: try}\nfrom: 2027-01-01\nchanges:\n  - quantity: parental-leave\n    change:\n      - rule: jl.parental-leave\n        value: 30 yuan\n";
        var reader = new Reader(site);
        var page = await reader.SendAsync(await reader.OpenAsync(Page), ("Choice", "own"), ("Text", Text));

        Assert.Equal(Page, page.Path);
        Assert.True(page.HasErrors);
        var row = page.Document.QuerySelector("table.tbl tbody tr")!.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ToList();
        Assert.Equal(("9", "16"), (row[0], row[1]));   // `30 yuan` begins in column 16 of line 9
        Assert.Equal("CR204", row[3]);
        Assert.StartsWith("类型不对。", row[2], StringComparison.Ordinal);   // in Chinese first, the spot and the remedy in the language of the packs
    }

    [Fact]
    public void Every_finding_that_is_documented_has_words_in_Chinese()
    {
        var codes = File.ReadLines(Repository.PathOf("docs", "policy-diagnostics.md")).Where(line => line.StartsWith("| CR", StringComparison.Ordinal)).Select(line => line.Split('|')[1].Trim()).ToList();
        Assert.True(codes.Count > 70);
        Assert.DoesNotContain(codes, code => DiagnosticWords.Meaning(code) is null);
    }

    [Theory]
    [InlineData("Families", "0")]
    [InlineData("Families", "1000000")]
    [InlineData("Division", "99")]
    [InlineData("Division", "81")]
    [InlineData("Years", "11")]
    public async Task What_is_out_of_bounds_is_refused_and_named(string field, string value)
    {
        var reader = new Reader(site);
        var page = await reader.SendAsync(await reader.OpenAsync(Page), (field, value));

        Assert.Equal(Page, page.Path);
        Assert.True(page.HasErrors);
    }

    [Fact]
    public async Task Sending_the_same_form_twice_gives_the_same_run()
    {
        var reader = new Reader(site);
        var form = await reader.OpenAsync(Page);
        var first = await reader.SendAsync(form, ("Families", "60"));
        var second = await reader.SendAsync(form, ("Families", "60"));

        Assert.Equal(first.Path, second.Path);
        await FinishAsync(reader, first);
    }

    [Fact]
    public async Task A_run_that_is_cancelled_says_so_and_leaves_room_for_the_next()
    {
        var reader = new Reader(site);
        var run = await StartAsync(reader, ("Families", "19000"));
        var other = await reader.SendAsync(await reader.OpenAsync(Page), ("Families", "60"));
        Assert.Contains("您有一次试算还没完成", other.Text, StringComparison.Ordinal);   // one at a time

        var form = run.Document.QuerySelector("main form")!;
        await reader.PostAsync(form.GetAttribute("action")!, form.QuerySelectorAll("input[name]").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? "")));
        var over = await FinishAsync(reader, run);
        Assert.Equal("已取消", over.Heading);
        await FinishAsync(reader, await StartAsync(reader, ("Families", "60")));
    }

    [Fact]
    public void The_queue_is_bounded_and_a_key_is_taken_once()
    {
        var desk = new RehearsalDesk(new RehearsalLimits { Waiting = 2 });
        RehearsalRequest Asked(string key, string client) => new(key, client, "", 22, 1, 1, false, new DateOnly(2027, 1, 1), 1);

        var (_, job) = desk.Submit(Asked("a", "one"));
        Assert.Equal((Taken.Accepted, job), desk.Submit(Asked("a", "one")));
        Assert.Equal((Taken.OneAtATime, job), desk.Submit(Asked("b", "one")));
        Assert.Equal(Taken.Accepted, desk.Submit(Asked("a", "two")).Taken);
        Assert.Equal(Taken.Full, desk.Submit(Asked("a", "three")).Taken);
        job!.Cancel();
        Assert.Equal(Taken.Accepted, desk.Submit(Asked("c", "one")).Taken);
    }

    [Theory]
    [InlineData("/policy/rehearsal/0123456789abcdef0123456789abcdef")]
    [InlineData("/policy/rehearsal/none")]
    public async Task A_run_that_is_not_there_is_not_found(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await new Reader(site).GetAsync(path)).StatusCode);

    private static async Task<SeenPage> StartAsync(Reader reader, params (string, string)[] fields)
    {
        var run = await reader.SendAsync(await reader.OpenAsync(Page), fields);
        Assert.StartsWith(Page + "/", run.Path, StringComparison.Ordinal);
        return run;
    }

    private static async Task<SeenPage> FinishAsync(Reader reader, SeenPage run)
    {
        for (var attempt = 0; attempt < 600; attempt++)
        {
            var page = await reader.OpenAsync(run.Path);
            if (!page.Response.Headers.Contains("Refresh"))
                return page;
            await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"{run.Path} does not end.");
    }
}
