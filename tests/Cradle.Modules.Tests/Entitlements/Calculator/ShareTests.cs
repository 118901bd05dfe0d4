using System.Net;

namespace Cradle.Modules.Tests.Entitlements.Calculator;

/// <summary>A list that is shared: made once, known to the browser that made it, taken back by it alone, and not told to the log.</summary>
public class ShareTests(CradleSite site)
{
    private const string Family = """{"residence": "220104", "children": [{"birthDate": "2025-08-15"}]}""";

    [Fact]
    public async Task Sharing_leads_back_to_the_list_so_that_a_reload_shares_nothing_again()
    {
        var reader = new Reader(site, await Drafts.KeepAsync(site, Family));
        var page = await reader.PressAsync(await reader.OpenAsync("/entitlements/result"), "分享清单");
        Assert.Equal("", page.Address.Query);   // the page asked for after the form, not the answer to the form
        Assert.Single(page.Document.QuerySelectorAll("#shared a"));
        Assert.Single((await reader.OpenAsync("/entitlements/result")).Document.QuerySelectorAll("#shared a"));
    }

    [Fact]
    public async Task The_sharer_takes_a_list_back_and_nobody_else_can()
    {
        var reader = new Reader(site, await Drafts.KeepAsync(site, Family));
        var path = await reader.ShareAsync();
        var other = new Reader(site, await Drafts.KeepAsync(site, Family));
        var seen = await other.OpenAsync(path);
        Assert.Contains("2026年3月1日做的", seen.Text, StringComparison.Ordinal);
        Assert.Null(seen.Document.QuerySelector("main form"));
        var token = (await other.OpenAsync("/entitlements/result")).Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync(path, [KeyValuePair.Create("__RequestVerificationToken", token)])).Status);

        await reader.PressAsync(await reader.OpenAsync(path), "收回这个链接");
        var ended = await other.OpenAsync(path);
        Assert.Equal((HttpStatusCode.Gone, "这份清单已经收回"), (ended.Status, ended.Heading));
        Assert.DoesNotContain("输错", ended.Text, StringComparison.Ordinal);
        Assert.Empty(ended.Document.QuerySelectorAll(".rows"));
        Assert.Equal(HttpStatusCode.NotFound, (await other.OpenAsync($"/entitlements/shared/{Guid.NewGuid():N}")).Status);
        Assert.Empty((await reader.OpenAsync("/entitlements/result")).Document.QuerySelectorAll("#shared"));
    }

    [Fact]
    public async Task Every_link_that_still_opens_is_listed_and_a_sixth_ends_the_first()
    {
        var reader = new Reader(site, await Drafts.KeepAsync(site, Family));
        var shared = new List<string>();
        while (shared.Count < 6)
        {
            var page = await reader.PressAsync(await reader.OpenAsync("/entitlements/result"), "分享清单");
            shared.Add(page.Document.QuerySelector("#shared a")!.GetAttribute("href")!);
        }

        var result = await reader.OpenAsync("/entitlements/result");
        Assert.Equal(shared.Skip(1).Reverse(), result.Document.QuerySelectorAll("#shared a").Select(link => link.GetAttribute("href")));
        Assert.Contains("最多留 5 个链接", result.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await reader.OpenAsync(shared[0])).Status);
        Assert.Equal(HttpStatusCode.OK, (await reader.OpenAsync(shared[1])).Status);
    }

    [Fact]
    public async Task A_shared_list_begins_with_what_is_due_and_folds_drafts_as_the_result_does()
    {
        var reader = new Reader(site, await Drafts.KeepAsync(site, Family));
        var result = await reader.OpenAsync("/entitlements/result");
        var list = await reader.OpenAsync(await reader.ShareAsync());

        Assert.Equal("可享受", list.Document.QuerySelector("main section h2, main .group h2")!.TextContent);
        Assert.StartsWith("国家育儿补贴：每年", list.Document.QuerySelector("#yes > .rows > li > b")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(NamesAlike(result).Except(["子女教育个税扣除", "幼儿园托班"]), NamesAlike(list));   // these begin later, and what is shared is what can be had now
        Assert.NotEmpty(NamesAlike(list));
        Assert.Empty(NamesAlike(list).Intersect(list.Document.QuerySelectorAll("#draft .rows b").Select(name => name.TextContent.Split('：')[0])));

        static IEnumerable<string> NamesAlike(SeenPage page) => page.Document.QuerySelectorAll("#draft .names a").Select(name => name.TextContent).Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task The_log_holds_no_id_that_opens_a_list()
    {
        var path = await new Reader(site, await Drafts.KeepAsync(site, Family)).ShareAsync();
        await new Reader(site).OpenAsync(path);
        Assert.Contains(site.Log.Lines, line => line.Contains("/entitlements/shared/* answered", StringComparison.Ordinal));
        // scopes are no lines: the site writes none
        Assert.DoesNotContain(site.Log.Lines.Where(line => !line.StartsWith("RequestPath:", StringComparison.Ordinal)), line => line.Contains(path.Split('/')[^1], StringComparison.OrdinalIgnoreCase));
    }
}
