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
        Assert.Equal(HttpStatusCode.NotFound, (await other.OpenAsync(path)).Status);
        Assert.Empty((await reader.OpenAsync("/entitlements/result")).Document.QuerySelectorAll("#shared"));
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
